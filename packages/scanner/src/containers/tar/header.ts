import { pathFromBytes } from '../../paths/file-path.ts';
import type { FilePath } from '../../paths/file-path.ts';

export const blockSize = 512;

/** What of a header matters here. */
export interface TarHeader {
  readonly name: FilePath;
  /** Bytes behind the header. */
  readonly size: number;
  /** `empty` for what has no bytes; `pax` and `long name` are about the next member; what is `ignored` has bytes that are no member's. */
  readonly kind: 'file' | 'empty' | 'pax' | 'long name' | 'ignored';
  /** A map of where the bytes belong goes on in further blocks before them. */
  readonly hasSparseMap: boolean;
}

/** POSIX.1-2017, pax, "ustar Interchange Format"; GNU tar, "Basic Tar Format". Any other flag is a file. */
const kinds: Readonly<Record<string, TarHeader['kind']>> = {
  1: 'empty', 2: 'empty', 3: 'empty', 4: 'empty', 5: 'empty', 6: 'empty', x: 'pax', X: 'pax', g: 'ignored', L: 'long name', K: 'ignored', V: 'ignored',
};

/** @returns `undefined` where a block is no header: its checksum or its size is wrong. */
export function parseHeader(block: Buffer): TarHeader | undefined {
  const size = numberAt(block, 124, 12);
  if (size === undefined || !hasChecksum(block)) return undefined;
  const flag = String.fromCharCode(block[156] ?? 0);
  const magic = block.toString('latin1', 257, 263);
  const prefix = magic === 'ustar\0' ? fieldAt(block, 345, 155) : Buffer.alloc(0);
  const name = fieldAt(block, 0, 100);
  const path = prefix.length === 0 ? name : Buffer.concat([prefix, Buffer.from('/'), name]);
  // Before ustar a folder was a file with a slash at its end; so may a name end that was cut, of a file with bytes.
  const isOldFolder = (flag === '\0' || flag === '0') && name.at(-1) === 0x2f && size === 0;
  return {
    // The block is used again for the next header.
    name: pathFromBytes(Uint8Array.from(withoutDot(path))),
    size,
    kind: isOldFolder ? 'empty' : kinds[flag] ?? 'file',
    hasSparseMap: flag === 'S' && block[482] === 1,
  };
}

/** `tar -C folder .` writes `./file`. */
export function withoutDot(path: Buffer): Buffer {
  return path.length > 2 && path[0] === 0x2e && path[1] === 0x2f ? path.subarray(2) : path;
}

export function isZero(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

const blank = 0x20;
const checksumStart = 148;
const checksumEnd = 156;

/** The sum of all bytes, those of the sum itself counted as blanks; some programs added signed bytes. */
function hasChecksum(block: Buffer): boolean {
  const sum = numberAt(block, checksumStart, 8);
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < blockSize; at++) {
    const byte = at >= checksumStart && at < checksumEnd ? blank : block[at] ?? 0;
    unsigned += byte;
    signed += byte > 0x7f ? byte - 0x100 : byte;
  }
  return sum === unsigned || sum === signed;
}

function fieldAt(block: Buffer, start: number, length: number): Buffer {
  const field = block.subarray(start, start + length);
  const end = field.indexOf(0);
  return end === -1 ? field : field.subarray(0, end);
}

/** Octal digits, or a number of base 256 where the first bit is set. @returns `undefined` where it is none, or negative. */
function numberAt(block: Buffer, start: number, length: number): number | undefined {
  const first = block[start] ?? 0;
  if (first >= 0x80) {
    let number = first & 0x3f;
    for (let at = start + 1; at < start + length; at++) number = number * 256 + (block[at] ?? 0);
    return (first & 0x40) === 0 && Number.isSafeInteger(number) ? number : undefined;
  }
  const digits = block.toString('latin1', start, start + length).replace(/\0[^]*$/, '').trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
}
