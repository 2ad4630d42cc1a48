import { findEngine } from './recognition/engine.ts';
import type { Box, Limits, Reading } from './reading.ts';
import { defaultLimits } from './reading.ts';
import { joined } from './join-readings.ts';
import { Lane } from './workers/lane.ts';
import type { Reply, Request } from './workers/messages.ts';

export interface ReaderOptions {
  /** Images that are read at the same time. Default 1. */
  readonly lanes?: number;
  /** What may be spent on one image. */
  readonly limits?: Partial<Limits>;
  /** Path of a file or folder (with a trailing `/`) from which the recognition engine is looked for. Default: this package. */
  readonly engineFrom?: string;
}

/** Reads images in threads of its own. */
export interface ImageReader {
  /** Stands for all that decides what is read in an image: what was found out with another version is worth nothing. */
  readonly version: string;
  /** Images that are read at the same time; more wait. */
  readonly lanes: number;
  /** Reads the images of a file, or the pages of a document. Never rejects. */
  read(bytes: Uint8Array): Promise<Reading>;
  /**
   * A copy of the first image of a file, or of a page of a document, as a PNG, without metadata, in which boxes are framed and painted over.
   *
   * @param page - number of the page of a document, from 1; default 1.
   * @throws Error where that fails.
   */
  cover(bytes: Uint8Array, boxes: readonly Box[], page?: number): Promise<Uint8Array>;
  /** Ends the threads, whatever they do. */
  close(): Promise<void>;
}

/** Raised whenever images may be read differently. */
const version = '2';

/** What is said where nothing better is known. */
const failure = 'the reader failed on it';

/** The same place from the sources and from what is built of them. */
const entry = new URL('../dist/workers/worker.js', import.meta.url);

/**
 * Opens a reader. Threads are started when they are needed.
 *
 * @throws {EngineMissing} where the recognition engine is not installed.
 */
export function openReader({ lanes: count = 1, limits, engineFrom = import.meta.url }: ReaderOptions = {}): ImageReader {
  const setup = { engine: findEngine(engineFrom), limits: { ...defaultLimits, ...limits } };
  const lanes = Array.from({ length: count }, () => new Lane(entry, setup));
  const free = [...lanes];
  const waiting: ((lane: Lane) => void)[] = [];
  const ask = async (request: Request): Promise<Reply> => {
    const lane = free.pop() ?? (await new Promise<Lane>((resolve) => waiting.push(resolve)));
    try {
      return await lane.ask(request);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(lane);
      else next(lane);
    }
  };
  return {
    version,
    lanes: count,
    async read(bytes) {
      const readings: Reading[] = [];
      for (let first: number | undefined = 1; first !== undefined;) {
        const reply = await ask({ kind: 'read', bytes, first });
        if (reply.kind === 'read') readings.push(reply.reading);
        else readings.push({ kind: 'unread', reason: reply.kind === 'failed' ? reply.reason : failure });
        first = reply.kind === 'read' ? reply.next : undefined;
      }
      return joined(readings);
    },
    async cover(bytes, boxes, page = 1) {
      const reply = await ask({ kind: 'cover', bytes, boxes, page });
      if (reply.kind !== 'covered') throw new Error(reply.kind === 'failed' ? reply.reason : failure);
      return reply.png;
    },
    async close() {
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
