import { headOfSurface } from '@submit-guard/core';
import type { ByteReader } from '../containers/byte-reader.ts';
import { readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import type { Engine, Place } from './engine.ts';
import { joinWindows } from './join-windows.ts';
import type { WindowLayout } from './limits.ts';
import { surfaceQuestion } from './scan-bytes.ts';
import type { BlobOutcome } from './scan-bytes.ts';
import { scanWindow } from './scan-window.ts';
import type { WindowOutcome } from './scan-window.ts';

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
