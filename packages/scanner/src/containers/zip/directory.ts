import { pathFromBytes } from '../../paths/file-path.ts';
import { ContainerError } from '../container-error.ts';
import type { RandomAccess } from '../random-access.ts';
import type { ZipEntry } from './entry.ts';
import { withZip64 } from './entry.ts';

/** The central directory of an archive. */
export interface ZipDirectory {
  /** Offset of its first byte. */
  readonly start: number;
  /** @throws {ContainerError} where it cannot be read on. */
  entries(): Generator<ZipEntry>;
}

const endSignature = 0x06054b50;
const endLength = 22;
const longestComment = 65_535;
const locatorSignature = 0x07064b50;
const locatorLength = 20;
const zip64EndSignature = 0x06064b50;
const zip64EndLength = 56;
const entrySignature = 0x02014b50;
const entryLength = 46;

/** Finds the directory from the end of an archive. @returns `undefined` where there is none. */
export function findDirectory(bytes: RandomAccess): ZipDirectory | undefined {
  const tail = Buffer.alloc(Math.min(bytes.size, endLength + longestComment));
  const tailStart = bytes.size - tail.length;
  bytes.readAt(tail, tailStart);
  for (let at = tail.length - endLength; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== endSignature || at + endLength + tail.readUInt16LE(at + 20) > tail.length) continue;
    return directoryAt(bytes, tailStart + at, tail.subarray(at, at + endLength));
  }
  return undefined;
}

/** @param end - offset of the record `record`, which says where the directory is. */
function directoryAt(bytes: RandomAccess, end: number, record: Buffer): ZipDirectory | undefined {
  let count = record.readUInt16LE(10);
  let size = record.readUInt32LE(12);
  let claimed = record.readUInt32LE(16);
  let behind = end;
  const wide = zip64EndAt(bytes, end);
  if (wide !== undefined) {
    count = Number(wide.record.readBigUInt64LE(32));
    size = Number(wide.record.readBigUInt64LE(40));
    claimed = Number(wide.record.readBigUInt64LE(48));
    behind = wide.offset;
  }
  // Where something stands before the archive, offsets may count from behind it: the directory is where it ends, not where it says.
  const isWhereItSays = (start: number): boolean => start >= 0 && start <= behind && (count === 0 || read(bytes, start, 4)?.readUInt32LE(0) === entrySignature);
  const start = [behind - size, claimed].find(isWhereItSays);
  if (start === undefined) return undefined;
  return { start, entries: () => entriesFrom(bytes, start, behind, start - claimed, count) };
}

/** The record of an archive that is too large for the usual one (APPNOTE 4.3.14). */
function zip64EndAt(bytes: RandomAccess, end: number): { readonly offset: number; readonly record: Buffer } | undefined {
  const locator = read(bytes, end - locatorLength, locatorLength);
  if (locator?.readUInt32LE(0) !== locatorSignature) return undefined;
  for (const offset of [Number(locator.readBigUInt64LE(8)), end - locatorLength - zip64EndLength]) {
    const record = read(bytes, offset, zip64EndLength);
    if (record?.readUInt32LE(0) === zip64EndSignature) return { offset, record };
  }
  return undefined;
}

/** @param shift - by how much offsets in the directory are too low. */
function* entriesFrom(bytes: RandomAccess, start: number, end: number, shift: number, count: number): Generator<ZipEntry> {
  let at = start;
  let number = 0;
  for (; at + entryLength <= end; number++) {
    const header = read(bytes, at, entryLength);
    if (header?.readUInt32LE(0) !== entrySignature) break;
    const nameLength = header.readUInt16LE(28);
    const extraLength = header.readUInt16LE(30);
    const rest = read(bytes, at + entryLength, nameLength + extraLength);
    if (rest === undefined) break;
    const [size = 0, compressedSize = 0, offset = 0] = withZip64(rest.subarray(nameLength), [24, 20, 42].map((field) => header.readUInt32LE(field)));
    yield {
      name: pathFromBytes(rest.subarray(0, nameLength)),
      flags: header.readUInt16LE(8), method: header.readUInt16LE(10), checksum: header.readUInt32LE(16),
      compressedSize, size, offset: offset + shift,
    };
    at += entryLength + nameLength + extraLength + header.readUInt16LE(32);
  }
  // Archives of more than 65,535 entries whose writer knew no other way count from 0 again.
  if (number % 65_536 !== count % 65_536) throw new ContainerError(`is damaged: its directory should have ${count} entries and has ${number}`);
}

function read(bytes: RandomAccess, offset: number, length: number): Buffer | undefined {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > bytes.size) return undefined;
  const target = Buffer.allocUnsafeSlow(length);
  return bytes.readAt(target, offset) === length ? target : undefined;
}
