import type { Surface } from '@submit-guard/rules';
import type { ObjectStore } from '../../git/repository.ts';
import type { CompiledSearch } from '../blob-search.ts';
import { startingSentence } from '../pool-starter.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { ObjectLane } from './object-lanes.ts';

export interface LaneOptions {
  /** Threads that scan, with the one that asks. */
  readonly jobs: number;
  readonly policy: RunPolicy;
  readonly search: CompiledSearch;
  readonly surface: Surface | undefined;
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
  readonly store: ObjectStore;
  readonly onDetail: ((sentence: string) => void) | undefined;
}

/** How further threads for a run are started, one less than are to scan. The code for it is loaded when it is needed. */
export function laneStarter({ jobs, policy, search, surface, cwd, store, onDetail }: LaneOptions): () => Promise<readonly ObjectLane[]> {
  return async () => {
    if (jobs === 1) return [];
    const { startWorkerLane } = await import('./workers/worker-lane.ts');
    onDetail?.(startingSentence(jobs));
    const { config, configFolder, root } = policy;
    const setup = { policy: { config, configFolder, root }, known: policy.knownData(), search, surface, cwd, store };
    return Array.from({ length: jobs - 1 }, () => startWorkerLane(setup));
  };
}
