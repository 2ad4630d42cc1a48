import type { Surface } from '@submit-guard/rules';
import type { CompiledSearch, SearchKind } from './blob-search.ts';
import type { RunPolicy } from './run-policy.ts';
import type { FileScanOptions } from './scan-file.ts';
import type { TaskEvents } from './scan-source.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** What searches bytes, in words. */
export const searchSentences: Readonly<Record<SearchKind, string>> = {
  wasm: 'Bytes are searched by the WebAssembly kernel.',
  plain: 'Bytes are searched by plain JavaScript, which is slower: WebAssembly with SIMD is missing, or SUBMIT_GUARD_NO_WASM=1 forbids it.',
  none: 'Every file is decoded: a pattern of the configuration has no fixed text that bytes could be searched for.',
};

export interface PoolOptions {
  /** Threads that scan, with the one that asks. */
  readonly jobs: number;
  readonly policy: RunPolicy;
  readonly search: CompiledSearch;
  readonly surface: Surface | undefined;
  readonly today: string;
  readonly files: FileScanOptions;
  readonly onDetail: ((sentence: string) => void) | undefined;
}

/**
 * How workers for a run are started, one less than the threads that are to scan; `undefined` where this one is to do all. The code for
 * it is loaded when it is needed.
 */
export function poolStarter(options: PoolOptions): ((events: TaskEvents) => Promise<WorkerPool>) | undefined {
  const { jobs, policy, search, surface, today, files, onDetail } = options;
  if (jobs === 1) return undefined;
  const { config, configFolder, root, ignoresComments = false } = policy;
  return async (events) => {
    const { startPool } = await import('./workers/start-pool.ts');
    onDetail?.(jobs === 2 ? 'Starting a worker thread.' : `Starting ${jobs - 1} worker threads.`);
    const setup = { policy: { config, configFolder, root, ignoresComments }, known: policy.knownData(), search, surface, today, files };
    return startPool(jobs - 1, setup, {
      ...events,
      onReady: (kind) => onDetail?.(`A worker has started. ${searchSentences[kind]}`),
      onLoss: (cause) => onDetail?.(`A worker has ended${cause === '' ? '' : ` (${cause})`}; the other threads go on.`),
    });
  };
}
