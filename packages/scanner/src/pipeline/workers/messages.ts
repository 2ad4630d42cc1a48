import type { Surface } from '@submit-guard/rules';
import type { KnownData } from '../../known-keys/known-data.ts';
import type { FileReference } from '../../sources/source.ts';
import type { SearchKind } from '../blob-search.ts';
import type { EnginePolicy } from '../create-engine.ts';
import type { Outcome } from '../outcome.ts';
import type { FileScanOptions } from '../scan-file.ts';

/** All that a worker is started with. Plain data; known keys go from memory to memory in it, and nowhere else. */
export interface WorkerSetup {
  readonly policy: Omit<EnginePolicy, 'known'>;
  readonly known: KnownData;
  readonly surface: Surface | undefined;
  /** Day of the run, `YYYY-MM-DD`: one for all workers, also around midnight. */
  readonly today: string;
  readonly files: FileScanOptions;
}

/** What a worker is given to do: several files, each read at once, or one long file. */
export type Task =
  | { readonly kind: 'batch'; readonly files: readonly FileReference[] }
  | { readonly kind: 'long'; readonly files: readonly [FileReference] };

/** What a worker says. Tasks are answered in the order in which they were given. */
export type Reply =
  /** Once, before anything else. */
  | { readonly kind: 'ready'; readonly searchKind: SearchKind }
  /** Bytes of a long file that have been looked at since the last time. */
  | { readonly kind: 'passed'; readonly bytes: number }
  | { readonly kind: 'done'; readonly outcome: Outcome; /** Files that were too long for a batch. */ readonly long: readonly FileReference[] };
