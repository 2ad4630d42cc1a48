import { readSync } from 'node:fs';
import type { BlobSearch } from './blob-search.ts';
import { wholeFileLimit } from './limits.ts';

type Memory = Pick<BlobSearch, 'memory'>;

/** Fills a buffer from a position of a file on. @returns how many bytes there were. */
export function readFully(descriptor: number, target: Buffer, position: number): number {
  let length = 0;
  for (let count = -1; count !== 0 && length < target.length; length += count) count = readSync(descriptor, target, length, target.length - length, position + length);
  return length;
}

/** The first bytes of a file, at most so many. */
export function headOf(descriptor: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readFully(descriptor, bytes, 0));
}

/** Reads bytes of a file into the memory of a search. @returns how many there were. */
export function readInto(search: Memory, descriptor: number, position: number, size: number): number {
  return readFully(descriptor, search.memory(size).subarray(0, size), position);
}

/**
 * Reads a file that does not know its size into the memory of a search. @returns the number of its bytes.
 *
 * @throws {RangeError} where there are too many.
 */
export function readToEnd(search: Memory, descriptor: number): number {
  let memory = search.memory(1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, memory, length, memory.length - length, length);
    if (count === 0) return length;
    length += count;
    if (length > wholeFileLimit) throw new RangeError('A file of unknown length is too long to be read at once.');
    if (length === memory.length) memory = search.memory(2 * length);
  }
}

/** Reads the beginning of a file. @returns the number of bytes; 0 where it cannot be read, which the next attempt explains. */
export function readBeginning(descriptor: number, target: Buffer): number {
  try {
    return readSync(descriptor, target, 0, target.length, 0);
  } catch {
    return 0;
  }
}
