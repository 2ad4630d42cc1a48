import type { Pairs } from './engines/engine.ts';
import type { Hits } from './hits.ts';
import { hitsOf, keysOf, offsetOf, valueOf } from './hits.ts';

/** How to search a blob in windows. All sizes in bytes. */
export interface WindowedScan {
  /** Room for one window. */
  readonly buffer: Uint8Array;
  /** Bytes of each window that are searched again with the next. */
  readonly overlap: number;
  /** Reads the next bytes; returns their number, 0 at the end. */
  readonly read: (target: Uint8Array) => number;
  /** Searches the first bytes of the buffer and adds to the groups found so far. */
  readonly scan: (length: number, found: number) => number;
  readonly isDecided: (found: number) => boolean;
}

/** Mask of the groups that occur in what `read` delivers. */
export function scanWindows({ buffer, overlap, read, scan, isDecided }: WindowedScan): number {
  let found = 0;
  let kept = 0;
  for (;;) {
    let end = kept;
    // A short read is not the end: pipes give what they have.
    for (let count = -1; count !== 0 && end < buffer.length; end += count) count = read(buffer.subarray(end));
    if (end === kept) return found;
    found = scan(end, found);
    if (end < buffer.length || isDecided(found)) return found;
    kept = overlap;
    buffer.copyWithin(0, end - kept, end);
  }
}

/** A reader that copies `bytes` out. */
export function readerOf(bytes: Uint8Array): (target: Uint8Array) => number {
  let position = 0;
  return (target) => {
    const next = bytes.subarray(position, position + target.length);
    target.set(next);
    position += next.length;
    return next.length;
  };
}

/** How to collect the hits of `bytes` in windows of `size` bytes. */
export interface WindowedCollection {
  /** Room for so many bytes. */
  readonly buffer: (size: number) => Uint8Array;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly overlap: number;
  /** Hits in the first bytes of the buffer. */
  readonly collect: (length: number) => Pairs;
  /** Length in bytes of the hit that has a value. */
  readonly lengthOf: (value: number) => number;
}

/** All hits in order; a hit that lies in two windows is reported once. */
export function hitsInWindows({ buffer, bytes, size, overlap, collect, lengthOf }: WindowedCollection): Hits {
  const parts: Float64Array[] = [];
  for (let start = 0; start === 0 || start + overlap < bytes.length; start += size - overlap) {
    const part = bytes.subarray(start, start + size);
    buffer(part.length).set(part);
    const keys = keysOf(collect(part.length), start);
    const seen = start === 0 ? 0 : start + overlap;
    parts.push(keys.filter((key) => offsetOf(key) + lengthOf(valueOf(key)) > seen));
  }
  return hitsOf(concat(parts));
}

function concat(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let end = 0;
  for (const part of parts) {
    all.set(part, end);
    end += part.length;
  }
  return all;
}
