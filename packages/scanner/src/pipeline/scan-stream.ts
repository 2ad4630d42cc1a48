import { headOfSurface } from '@submit-guard/core';
import { readerFor } from '../readers/index.ts';
import { beginsPicture, pictureHead } from '../readers/pictures.ts';
import { headLength } from '../readers/reader.ts';
import { StreamReader } from '../sources/stream-reader.ts';
import type { Engine, Place } from './engine.ts';
import { joinWindows } from './join-windows.ts';
import { wholeFileLimit, windowLayout } from './limits.ts';
import type { WindowLayout } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { scanBytes, surfaceQuestion } from './scan-bytes.ts';
import type { BlobOutcome } from './scan-bytes.ts';
import { scanWindow } from './scan-window.ts';
import type { WindowOutcome } from './scan-window.ts';

/** Gives bytes in order. */
export interface ByteReader {
  /** Fills the beginning of `target`, at least one byte of it. @returns the number of bytes, 0 at the end. */
  read(target: Uint8Array): number | Promise<number>;
}

/**
 * Scans what comes out of a stream: at once if it is short enough, else window by window. Nothing is written to disk.
 *
 * @param onProgress - told how many bytes have been looked at since the last time.
 * @param onPicture - takes the bytes where they are those of an image of which the text can be recognised.
 */
export async function scanStream(
  engine: Engine, stream: AsyncIterable<Uint8Array>, place: Place, onProgress: (bytes: number) => void, onPicture?: (bytes: Uint8Array) => void,
): Promise<Outcome> {
  const tally = new Tally();
  try {
    const reader = new StreamReader(stream);
    const whole = await reader.readWhole(wholeFileLimit);
    if (whole !== undefined) {
      if (beginsPicture(whole.subarray(0, pictureHead))) onPicture?.(whole);
      tally.addBlob(place.path, whole.length, scanBytes(engine, whole, place));
      onProgress(whole.length);
      return tally;
    }
    let bytes = 0;
    const outcome = await scanReader(engine, reader, place, windowLayout, async (length) => {
      bytes += length;
      onProgress(length);
      await new Promise(setImmediate);
    });
    tally.addBlob(place.path, bytes, outcome);
  } catch (error) {
    tally.addFailure(place.path, error);
  }
  return tally;
}

/** Scans a long blob that can be read once only, in the same windows as a file, and in memory for one of them. */
export async function scanReader(
  engine: Engine, bytes: ByteReader, place: Place, { size, context }: WindowLayout, onWindow: (bytes: number) => Promise<void>,
): Promise<BlobOutcome> {
  const { search } = engine;
  const windows: WindowOutcome[] = [];
  const room = context + size + context;
  let head: { readonly reader: ReturnType<typeof readerFor>; readonly bytes: Buffer } | undefined;
  let filled = 0;
  let start = 0;
  for (let isFirst = true; ; isFirst = false) {
    let reachesEnd = false;
    while (filled < room && !reachesEnd) {
      const count = await bytes.read(search.memory(room).subarray(filled, room));
      filled += count;
      reachesEnd = count === 0;
    }
    // What is left behind the window may be less than its surroundings: then another window follows.
    const end = reachesEnd ? Math.min(filled, start + size) : start + size;
    const memory = search.memory(room);
    head ??= { reader: readerFor({ bytes: memory.subarray(0, Math.min(filled, headLength)), path: place.name }), bytes: Buffer.from(memory.subarray(0, Math.min(filled, headOfSurface))) };
    const { reader, bytes: first } = head;
    const surface = surfaceQuestion(engine, place, () => reader.encoding.decode(first));
    windows.push(scanWindow(engine, reader, { length: filled, own: { start, end }, reach: context, isFirst, reachesEnd }, { ...place, surface }));
    await onWindow(end - start);
    if (reachesEnd && end === filled) return joinWindows(windows, reader.opaque);
    const kept = Math.max(0, end - context);
    search.memory(room).copyWithin(0, kept, filled);
    filled -= kept;
    start = end - kept;
  }
}
