import type { Surface } from '@submit-guard/rules';
import type { SearchKind } from './blob-search.ts';
import type { RunPolicy } from './run-policy.ts';
import type { FileScanOptions } from './scan-file.ts';
import type { ScanEvents } from './scan-source.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** What searches bytes, in words. */
export const searchSentences: Readonly<Record<SearchKind, string>> = {
  wasm: 'Bytes are searched by the WebAssembly kernel.',
  plain: 'Bytes are searched by plain JavaScript, which is slower: WebAssembly with SIMD is missing, or SUBMIT_GUARD_NO_WASM=1 forbids it.',
  none: 'Every file is decoded: a pattern of the configuration has no fixed text that bytes could be searched for.',
};

export interface PoolOptions {
  /** Threads that scan. */
  readonly jobs: number;
  readonly policy: RunPolicy;
  readonly surface: Surface | undefined;
  readonly today: string;
  readonly files: FileScanOptions;
  readonly onDetail: ((sentence: string) => void) | undefined;
}

/** How workers for a run are started; `undefined` where one thread is to do all. The code for it is loaded when it is needed. */
export function poolStarter(options: PoolOptions): ((events: ScanEvents) => Promise<WorkerPool>) | undefined {
  const { jobs, policy, surface, today, files, onDetail } = options;
  if (jobs === 1) return undefined;
  const { config, configFolder, root } = policy;
  return async (events) => {
    const { startPool } = await import('./workers/start-pool.ts');
    onDetail?.(`Starting ${jobs} worker threads.`);
    const setup = { policy: { config, configFolder, root }, known: policy.knownData(), surface, today, files };
    return startPool(jobs, setup, { ...events, onReady: (kind) => onDetail?.(`A worker has started. ${searchSentences[kind]}`) });
  };
}
