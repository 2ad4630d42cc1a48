import type { Surface } from '@submit-guard/rules';
import type { KnownIds } from '../../../git/known-ids.ts';
import type { ObjectStore } from '../../../git/repository.ts';
import type { KnownData } from '../../../known-keys/known-data.ts';
import type { CompiledSearch } from '../../blob-search.ts';
import type { EnginePolicy } from '../../create-engine.ts';
import type { PackWork } from '../packs/pack-work.ts';
import type { PackSiftResult } from '../packs/sift-packs.ts';
import type { SiftResult } from '../sift.ts';

/** All that a worker is started with. Plain data; known keys go from memory to memory in it, and nowhere else. */
export interface ObjectWorkerSetup {
  readonly policy: Omit<EnginePolicy, 'known'>;
  readonly known: KnownData;
  readonly search: CompiledSearch;
  readonly surface: Surface | undefined;
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  readonly store: ObjectStore;
}

/** What a worker is to do: see the methods of `ObjectLane`. */
export type ObjectTask = { readonly ids: string; readonly known: KnownIds | undefined } | { readonly work: PackWork };

/** What a worker says of its task: of a portion, or at its end. */
export type ObjectAnswer =
  | { readonly portion: number; readonly result: PackSiftResult }
  /** `result` is that of a list of ids. */
  | { readonly portion: undefined; readonly result: SiftResult | undefined };
