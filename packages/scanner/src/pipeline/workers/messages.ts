import type { Surface } from '@submit-guard/rules';
import type { KnownData } from '../../known-keys/known-data.ts';
import type { FileList } from '../../sources/file-list.ts';
import type { CompiledSearch, SearchKind } from '../blob-search.ts';
import type { EnginePolicy } from '../create-engine.ts';
import type { Outcome } from '../outcome.ts';
import type { SharedShelf } from '../pictures/picture-shelf.ts';
import type { BatchResult, FileScanOptions, LongFile, WindowsResult } from '../scan-file.ts';

/** All that a worker is started with. Plain data; known keys go from memory to memory in it, and nowhere else. */
export interface WorkerSetup {
  readonly policy: Omit<EnginePolicy, 'known'>;
  readonly known: KnownData;
  readonly search: CompiledSearch;
  readonly surface: Surface | undefined;
  /** Day of the run, `YYYY-MM-DD`: one for all workers, also around midnight. */
  readonly today: string;
  readonly files: FileScanOptions;
  /** Tells which requests have been taken back. */
  readonly claims: SharedArrayBuffer;
  /** Takes images that are met inside of something; absent where images are not read. */
  readonly shelf: SharedShelf | undefined;
}

/** What a worker is asked to do. */
export type Request = Order & {
  /** Number of the request, to be claimed before it is carried out. */
  readonly number: number;
};

export type Order =
  | { readonly kind: 'batch'; readonly files: FileList }
  | { readonly kind: 'windows'; readonly file: LongFile; readonly first: number; readonly count: number }
  | { readonly kind: 'container'; readonly file: LongFile };

/** What a worker says. Requests are answered in the order in which they were made, those that were taken back not at all. */
export type Reply =
  /** Once, before anything else. */
  | { readonly kind: 'ready'; readonly searchKind: SearchKind }
  | { readonly kind: 'batch'; readonly result: BatchResult }
  | { readonly kind: 'windows'; readonly result: WindowsResult }
  | { readonly kind: 'container'; readonly outcome: Outcome };
