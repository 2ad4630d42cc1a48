import { Worker } from 'node:worker_threads';
import type { ObjectLane } from '../object-lanes.ts';
import type { TakePortion } from '../packs/pack-work.ts';
import type { SiftResult } from '../sift.ts';
import { lost, unreadAll } from '../unread-objects.ts';
import type { ObjectAnswer, ObjectTask, ObjectWorkerSetup } from './messages.ts';

/** Megabytes; see `worker-pool.ts`. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };

/** Starts a worker that runs the bundled module next to the chunk that this file becomes; see `rolldown.config.js`. */
export function startWorkerLane(setup: ObjectWorkerSetup): ObjectLane {
  const worker = new Worker(new URL('./object-worker.js', import.meta.url), { workerData: setup, resourceLimits });
  let isGone = false;
  let give: ((result: SiftResult | undefined) => void) | undefined;
  let take: TakePortion | undefined;
  const end = (result: SiftResult | undefined): void => {
    give?.(result);
    give = undefined;
  };
  worker.on('message', ({ portion, result }: ObjectAnswer) => {
    if (portion === undefined) end(result);
    else take?.(portion, result);
  });
  for (const event of ['error', 'messageerror', 'exit'] as const) {
    worker.on(event, () => {
      isGone = true;
      end(undefined);
    });
  }
  const carryOut = async (task: ObjectTask): Promise<SiftResult | undefined> => {
    if (isGone) return undefined;
    return new Promise((resolve) => {
      give = resolve;
      worker.postMessage(task);
    });
  };
  return {
    sift: async (ids, known) => await carryOut({ ids, known }) ?? unreadAll(ids.split('\n').slice(0, -1), lost),
    async siftPacks(work, takePortion) {
      take = takePortion;
      await carryOut({ work });
    },
    async close() {
      await worker.terminate();
    },
  };
}
