import { parentPort, workerData } from 'node:worker_threads';
import { patternEngineFor } from '../../../configs/pattern-engine.ts';
import { knownOf } from '../../../known-keys/known-data.ts';
import { createEngine } from '../../create-engine.ts';
import { ObjectSifter } from '../sift-objects.ts';
import type { ObjectWorkerSetup } from './messages.ts';

const { policy, known, search, surface, cwd, store } = workerData as ObjectWorkerSetup;
const engine = createEngine({ ...policy, known: knownOf(known) }, { cwd, surface, search, patternEngine: await patternEngineFor(policy.config) });
const sifter = new ObjectSifter(engine, store);

// What is thrown here ends the worker, and its lane names the objects.
parentPort?.on('message', (ids: string) => void sifter.sift(ids).then((result) => parentPort?.postMessage(result)));
