import { readSync, writeSync } from 'node:fs';
import type { ByteReader } from './byte-reader.ts';
import { fill, readerOf } from './byte-reader.ts';

/** Bytes of which any can be read at any time. */
export interface RandomAccess {
  /** Bytes. */
  readonly size: number;
  /** Fills `target` with what stands from `position` on. @returns the number of bytes, less than asked for behind the end only. */
  readAt(target: Uint8Array, position: number): number;
}

/** Bytes of an open file, as many as it had when it was opened. */
export function accessToFile(descriptor: number, size: number): RandomAccess {
  return {
    size,
    readAt(target, position) {
      const wanted = Math.max(0, Math.min(target.length, size - position));
      let length = 0;
      for (let count = -1; count !== 0 && length < wanted; length += count) count = readSync(descriptor, target, length, wanted - length, position + length);
      return length;
    },
  };
}

export function accessToMemory(bytes: Uint8Array): RandomAccess {
  return {
    size: bytes.length,
    readAt(target, position) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}

/** Gives the bytes from one offset to another in order. */
export function readerBetween(bytes: RandomAccess, start = 0, end = bytes.size): ByteReader {
  let at = start;
  return {
    read(target) {
      const count = bytes.readAt(target.subarray(0, Math.max(0, end - at)), at);
      at += count;
      return count;
    },
  };
}

/** What a container is read from. */
export interface ContainerBytes {
  /** All of them, where they are no more than so many and at hand; asked for before anything else. */
  atOnce(most: number): Buffer | undefined;
  /** From the first byte on; to be asked for once, and not together with `anywhere`. */
  inOrder(): ByteReader;
  anywhere(): Promise<RandomAccess>;
}

export function bytesAnywhere(bytes: RandomAccess): ContainerBytes {
  return {
    atOnce(most) {
      if (bytes.size > most) return undefined;
      const target = Buffer.allocUnsafeSlow(bytes.size);
      return bytes.readAt(target, 0) === bytes.size ? target : undefined;
    },
    inOrder: () => readerBetween(bytes),
    anywhere: () => Promise.resolve(bytes),
  };
}

/** A temporary file to which bytes go that can be read in order only. */
export interface Spool {
  readonly descriptor: number;
  close(): void;
}

/** What comes out of a reader is kept in memory up to so many bytes. */
const mostInMemory = 33_554_432;

const chunkSize = 1_048_576;

/**
 * Makes bytes of a reader readable anywhere when that is asked for: in memory, or in a temporary file where they are many.
 *
 * @param openSpool - opens a file that nobody else sees; whoever gives it closes it.
 */
export function bytesInOrder(reader: ByteReader, openSpool: () => Spool): ContainerBytes {
  return {
    atOnce: () => undefined,
    inOrder: () => reader,
    async anywhere() {
      const chunks: Uint8Array[] = [];
      let size = 0;
      let spool: Spool | undefined;
      for (;;) {
        const chunk = new Uint8Array(chunkSize);
        const count = await fill(reader, chunk);
        const part = count * 2 < chunkSize ? chunk.slice(0, count) : chunk.subarray(0, count);
        if (spool === undefined && size + count > mostInMemory) {
          spool = openSpool();
          await copyTo(spool, readerOf(Buffer.concat(chunks)));
          chunks.length = 0;
        }
        if (spool === undefined) chunks.push(part);
        else await copyTo(spool, readerOf(part));
        size += count;
        if (count < chunkSize) return spool === undefined ? accessToMemory(Buffer.concat(chunks)) : accessToFile(spool.descriptor, size);
      }
    },
  };
}

async function copyTo({ descriptor }: Spool, reader: ByteReader): Promise<void> {
  const chunk = new Uint8Array(chunkSize);
  for (;;) {
    const count = await fill(reader, chunk);
    if (count === 0) return;
    for (let at = 0; at < count;) at += writeSync(descriptor, chunk, at, count - at);
  }
}
