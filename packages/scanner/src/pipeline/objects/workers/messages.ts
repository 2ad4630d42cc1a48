import type { Surface } from '@submit-guard/rules';
import type { ObjectStore } from '../../../git/repository.ts';
import type { KnownData } from '../../../known-keys/known-data.ts';
import type { CompiledSearch } from '../../blob-search.ts';
import type { EnginePolicy } from '../../create-engine.ts';

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
