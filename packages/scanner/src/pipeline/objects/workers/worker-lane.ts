import { Worker } from 'node:worker_threads';
import type { ObjectLane } from '../object-lanes.ts';
import type { SiftResult } from '../sift.ts';
import { unreadAll } from '../sift-objects.ts';
import type { ObjectWorkerSetup } from './messages.ts';

/** Megabytes; see `worker-pool.ts`. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** Why a batch could not be scanned. */
const lost = 'the worker thread that should have scanned it ended; try again with --jobs 1';

/** Starts a worker that runs the bundled module next to the chunk that this file becomes; see `rolldown.config.js`. */
export function startWorkerLane(setup: ObjectWorkerSetup): ObjectLane {
  const worker = new Worker(new URL('./object-worker.js', import.meta.url), { workerData: setup, resourceLimits });
  let isGone = false;
  let give: ((result: SiftResult | undefined) => void) | undefined;
  const answer = (result: SiftResult | undefined): void => {
    give?.(result);
    give = undefined;
  };
  worker.on('message', (result: SiftResult) => answer(result));
  for (const event of ['error', 'messageerror', 'exit'] as const) {
    worker.on(event, () => {
      isGone = true;
      answer(undefined);
    });
  }
  return {
    async sift(ids) {
      if (isGone) return unreadAll(ids, lost);
      const result = await new Promise<SiftResult | undefined>((resolve) => {
        give = resolve;
        worker.postMessage(ids);
      });
      return result ?? unreadAll(ids, lost);
    },
    async close() {
      await worker.terminate();
    },
  };
}
