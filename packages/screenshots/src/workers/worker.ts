import { parentPort, workerData } from 'node:worker_threads';
import { coverImage } from '../annotations/cover.ts';
import { rasterOf } from '../annotations/raster-of.ts';
import { isPdf } from '../documents/pdf/is-pdf.ts';
import { readPdf } from '../documents/pdf/read-pdf.ts';
import { Engine } from '../recognition/engine.ts';
import { readImage } from '../recognition/read-image.ts';
import type { Reply, Request, WorkerSetup } from './messages.ts';

const { engine: files, limits } = workerData as WorkerSetup;
let starting: Promise<Engine> | undefined;
const engine = (): Promise<Engine> => (starting ??= Engine.start(files));

async function answer(request: Request): Promise<Reply> {
  const bytes = Buffer.from(request.bytes.buffer, request.bytes.byteOffset, request.bytes.byteLength);
  try {
    if (request.kind === 'cover') {
      const { raster, factor } = await rasterOf(bytes, request.page);
      return { kind: 'covered', png: coverImage(raster, request.boxes, factor) };
    }
    if (isPdf(bytes)) return { kind: 'read', ...await readPdf(bytes, limits, engine, request.first) };
    return { kind: 'read', reading: await readImage(bytes, limits, engine) };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error && error.name === 'EngineMissing' ? error.message : 'the reader failed on it' };
  }
}

parentPort?.on('message', (request: Request) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply));
});
