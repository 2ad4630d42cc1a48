import { parentPort, workerData } from 'node:worker_threads';
import { knownOf } from '../../known-keys/known-data.ts';
import { unpackFiles } from '../../sources/file-list.ts';
import { createEngine } from '../create-engine.ts';
import { FileScanner } from '../scan-file.ts';
import type { Reply, Request, WorkerSetup } from './messages.ts';

const { policy, known, search, surface, today, files: options } = workerData as WorkerSetup;
const engine = { ...createEngine({ ...policy, known: knownOf(known) }, { cwd: options.cwd, surface, search }), today };
const scanner = new FileScanner(engine, options);
const reply = (message: Reply): void => parentPort?.postMessage(message);
reply({ kind: 'ready', searchKind: engine.search.kind });

// What is thrown here ends the worker, and the pool names the files.
parentPort?.on('message', (request: Request) => {
  if (request.kind === 'batch') reply({ kind: 'batch', result: scanner.scanFiles(unpackFiles(request.files)) });
  else reply({ kind: 'windows', result: scanner.scanWindows(request.file, request.first, request.count) });
});
