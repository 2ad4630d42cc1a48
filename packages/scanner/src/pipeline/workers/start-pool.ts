import type { PoolEvents } from './worker-pool.ts';
import { WorkerPool } from './worker-pool.ts';
import type { WorkerSetup } from './messages.ts';

/** Starts workers that run the bundled module next to the chunk that this file becomes; see `rolldown.config.js`. */
export function startPool(size: number, setup: WorkerSetup, events: PoolEvents): WorkerPool {
  return new WorkerPool(new URL('./scan-worker.js', import.meta.url), size, setup, events);
}
