import { parentPort, workerData } from 'node:worker_threads';
import { knownOf } from '../../known-keys/known-data.ts';
import { createEngine } from '../create-engine.ts';
import { FileScanner } from '../scan-file.ts';
import type { Reply, Task, WorkerSetup } from './messages.ts';

const { policy, known, surface, today, files: options } = workerData as WorkerSetup;
const engine = { ...createEngine({ ...policy, known: knownOf(known) }, options.cwd, surface), today };
const scanner = new FileScanner(engine, options);
const reply = (message: Reply): void => parentPort?.postMessage(message);
reply({ kind: 'ready', searchKind: engine.searchKind });

async function carryOut(task: Task): Promise<Reply> {
  if (task.kind === 'batch') return { kind: 'done', ...scanner.scan(task.files) };
  const outcome = await scanner.scanLong(task.files[0], (bytes) => reply({ kind: 'passed', bytes }));
  return { kind: 'done', outcome, long: [] };
}

// One after the other: a long file gives the event loop its turns, and the next task must wait for its end. What is thrown
// here ends the worker, and the pool names the files.
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  last = last.then(async () => reply(await carryOut(task)));
});
