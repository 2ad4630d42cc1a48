import type { Surface } from '@submit-guard/rules';
import type { CompiledSearch, SearchKind } from './blob-search.ts';
import type { SharedShelf } from './pictures/picture-shelf.ts';
import type { RunPolicy } from './run-policy.ts';
import type { FileScanOptions } from './scan-file.ts';
import type { TaskEvents } from './tasks.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** What searches bytes, in words. */
export const searchSentences: Readonly<Record<SearchKind, string>> = {
  wasm: 'Bytes are searched by the WebAssembly kernel.',
  plain: 'Bytes are searched by plain JavaScript, which is slower: WebAssembly with SIMD is missing, or SUBMIT_GUARD_NO_WASM=1 forbids it.',
  none: 'Every file is decoded: a pattern of the configuration has no fixed text that bytes could be searched for.',
};

/** Says that workers are started, one less than the threads that scan. */
export function startingSentence(jobs: number): string {
  return jobs === 2 ? 'Starting a worker thread.' : `Starting ${jobs - 1} worker threads.`;
}

/**
 * Percent by which the heap may grow between two collections. The engine would let it grow several times over on a machine with much memory:
 * a scan of many files that all hold something took 370 MB, and takes 200 MB now, at no cost in time.
 */
const heapGrowth = 50;

export interface PoolOptions {
  readonly policy: RunPolicy;
  readonly search: CompiledSearch;
  readonly surface: Surface | undefined;
  readonly today: string;
  readonly files: FileScanOptions;
  readonly shelf: SharedShelf | undefined;
  /** The heap of this thread may be kept small, as those of workers are. */
  readonly keepsHeapSmall: boolean;
  readonly onDetail: ((sentence: string) => void) | undefined;
}

/** The workers of a run, one less than the threads that are to scan. They are started when they are needed, or before. */
export class Workers {
  readonly #jobs: number;
  #pool: Promise<WorkerPool> | undefined;

  /** @param jobs - threads that scan, with the one that asks. */
  constructor(jobs: number) {
    this.#jobs = jobs;
  }

  /** Starts the workers before it is known what they are to do: they load their code meanwhile. */
  start(): void {
    if (this.#jobs > 1) void this.#started();
  }

  #started(): Promise<WorkerPool> {
    return (this.#pool ??= import('./workers/start-pool.ts').then(({ startPool }) => startPool(this.#jobs - 1)));
  }

  /** How the workers are set to work; `undefined` where one thread is to do all. */
  starterFor({ policy, search, surface, today, files, shelf, keepsHeapSmall, onDetail }: PoolOptions): ((events: TaskEvents) => Promise<WorkerPool>) | undefined {
    if (this.#jobs === 1) return undefined;
    return async (events) => {
      onDetail?.(startingSentence(this.#jobs));
      const starting = this.#started();
      if (keepsHeapSmall) (await import('node:v8')).setFlagsFromString(`--heap-growing-percent=${heapGrowth}`);
      const pool = await starting;
      const { config, configFolder, root, ignoresComments = false } = policy;
      pool.begin({ policy: { config, configFolder, root, ignoresComments }, known: policy.knownData(), search, surface, today, files, shelf }, {
        ...events,
        onReady: (kind) => onDetail?.(`A worker has started. ${searchSentences[kind]}`),
        onLoss: (cause) => onDetail?.(`A worker has ended${cause === '' ? '' : ` (${cause})`}; the other threads go on.`),
      });
      return pool;
    };
  }

  /** Ends workers that were started, whatever they do. */
  async close(): Promise<void> {
    await (await this.#pool)?.close();
  }
}
