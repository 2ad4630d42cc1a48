import { WorkerPool } from './worker-pool.ts';

/** Starts workers that run the bundled module next to the chunk that this file becomes; see `rolldown.config.js`. */
export function startPool(size: number): WorkerPool {
  return new WorkerPool(new URL('./scan-worker.js', import.meta.url), size);
}
