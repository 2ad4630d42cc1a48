import type { Range } from '@submit-guard/core';
import { pathFromBytes } from '../../paths/file-path.ts';
import type { RandomAccess } from '../random-access.ts';
import type { ZipEntry } from './entry.ts';
import { describedBehind, withZip64 } from './entry.ts';

const signature = 0x04034b50;
const signatureBytes = Buffer.from('PK\x03\x04');
const headerLength = 30;

/** An entry, and where its bytes begin. */
export interface LocalEntry {
  readonly entry: ZipEntry;
  readonly start: number;
}

/** Where the bytes of an entry begin, behind its local header. @returns `undefined` where there is no such header. */
export function dataStartOf(bytes: RandomAccess, offset: number): number | undefined {
  const header = Buffer.allocUnsafe(headerLength);
  if (!Number.isSafeInteger(offset) || offset < 0 || bytes.readAt(header, offset) < headerLength || header.readUInt32LE(0) !== signature) return undefined;
  return offset + headerLength + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** Bytes in which signatures are looked for at once. */
const chunkSize = 65_536;

/** Finds entries that are in no directory by their own headers. */
export function* localEntriesBetween(bytes: RandomAccess, { start, end }: Range): Generator<LocalEntry> {
  const chunk = Buffer.allocUnsafe(chunkSize);
  for (let at = start; at + headerLength < end;) {
    const length = bytes.readAt(chunk.subarray(0, Math.min(chunkSize, end - at)), at);
    const found = chunk.subarray(0, length).indexOf(signatureBytes);
    if (found === -1) {
      // A signature may begin at the end of a chunk.
      if (length < signatureBytes.length) return;
      at += length - signatureBytes.length + 1;
      continue;
    }
    const local = localEntryAt(bytes, at + found, end);
    if (local === undefined) {
      at += found + 1;
      continue;
    }
    yield local;
    // The length of an entry that is described behind its bytes is not known: the next may begin anywhere.
    at = local.start + (local.entry.size === undefined ? 0 : local.entry.compressedSize);
  }
}

/** Methods that somebody has ever written. */
const highestMethod = 99;

function localEntryAt(bytes: RandomAccess, offset: number, end: number): LocalEntry | undefined {
  const header = Buffer.allocUnsafe(headerLength);
  if (bytes.readAt(header, offset) < headerLength) return undefined;
  const nameLength = header.readUInt16LE(26);
  const extraLength = header.readUInt16LE(28);
  const method = header.readUInt16LE(8);
  const start = offset + headerLength + nameLength + extraLength;
  if (nameLength === 0 || start > end || method > highestMethod) return undefined;
  const rest = Buffer.alloc(nameLength + extraLength);
  bytes.readAt(rest, offset + headerLength);
  const flags = header.readUInt16LE(6);
  const isOpen = (flags & describedBehind) !== 0;
  const [size = 0, compressedSize = 0] = withZip64(rest.subarray(nameLength), [22, 18].map((field) => header.readUInt32LE(field)));
  return {
    start,
    entry: {
      name: pathFromBytes(rest.subarray(0, nameLength)), flags, method, offset,
      checksum: isOpen ? undefined : header.readUInt32LE(14),
      compressedSize: isOpen ? end - start : compressedSize,
      size: isOpen ? undefined : size,
    },
  };
}
