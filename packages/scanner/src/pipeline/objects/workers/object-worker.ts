import { parentPort, workerData } from 'node:worker_threads';
import { patternEngineFor } from '../../../configs/pattern-engine.ts';
import { knownOf } from '../../../known-keys/known-data.ts';
import { createEngine } from '../../create-engine.ts';
import { ObjectSifter } from '../sift-objects.ts';
import type { ObjectAnswer, ObjectTask, ObjectWorkerSetup } from './messages.ts';

const { policy, known, search, surface, cwd, store } = workerData as ObjectWorkerSetup;
const engine = createEngine({ ...policy, known: knownOf(known) }, { cwd, surface, search, patternEngine: await patternEngineFor(policy.config) });
const sifter = new ObjectSifter(engine, store);

function answer(message: ObjectAnswer): void {
  parentPort?.postMessage(message);
}

async function carryOut(task: ObjectTask): Promise<void> {
  if ('ids' in task) answer({ portion: undefined, result: await sifter.sift(task.ids, task.known) });
  else {
    await sifter.siftPacks(task.work, (portion, result) => answer({ portion, result }));
    answer({ portion: undefined, result: undefined });
  }
}

// What is thrown here ends the worker, and its lane names the objects.
parentPort?.on('message', (task: ObjectTask) => void carryOut(task));
