import { parentPort } from 'node:worker_threads';
import { patternEngineFor } from '../../configs/pattern-engine.ts';
import { knownOf } from '../../known-keys/known-data.ts';
import { unpackFiles } from '../../sources/file-list.ts';
import { createEngine } from '../create-engine.ts';
import { PictureShelf } from '../pictures/picture-shelf.ts';
import { FileScanner } from '../scan-file.ts';
import { Claims } from './claims.ts';
import type { Reply, Request, WorkerSetup } from './messages.ts';

const reply = (message: Reply): void => parentPort?.postMessage(message);

async function createScanner({ policy, known, search, surface, today, files: options, shelf }: WorkerSetup): Promise<FileScanner> {
  const patternEngine = await patternEngineFor(policy.config);
  const engine = { ...createEngine({ ...policy, known: knownOf(known) }, { cwd: options.cwd, surface, search, patternEngine, shelf: shelf && new PictureShelf(shelf) }), today };
  reply({ kind: 'ready', searchKind: engine.search.kind });
  return new FileScanner(engine, options);
}

async function serve(setup: WorkerSetup): Promise<void> {
  const scanner = await createScanner(setup);
  const claims = new Claims(setup.claims);
  const carryOut = async (request: Request): Promise<void> => {
    if (!claims.claim(request.number)) return;
    if (request.kind === 'batch') reply({ kind: 'batch', result: scanner.scanFiles(unpackFiles(request.files)) });
    else if (request.kind === 'windows') reply({ kind: 'windows', result: scanner.scanWindows(request.file, request.first, request.count) });
    else reply({ kind: 'container', outcome: await scanner.scanContainer(request.file) });
  };
  // One after the other: a scanner has one memory.
  let last = Promise.resolve();
  parentPort?.on('message', (request: Request) => {
    last = last.then(() => carryOut(request));
  });
}

// The first message is the setup; requests follow when the worker has said that it is ready. What is thrown here ends the worker, and the
// pool names the files.
parentPort?.once('message', (setup: WorkerSetup) => void serve(setup));
