import { crc32 } from 'node:zlib';
import type { ByteReader } from '../byte-reader.ts';
import { bzip2Reader } from '../codecs/bzip2.ts';
import { zstandardReader } from '../codecs/zstandard.ts';
import { xzReader } from '../codecs/xz.ts';
import type { ClosedMember, Member } from '../container.ts';
import { ContainerError } from '../container-error.ts';
import type { RandomAccess } from '../random-access.ts';
import { readerBetween } from '../random-access.ts';
import { inflatedReader } from './inflated-reader.ts';
import type { ZipEntry } from './entry.ts';
import { encrypted } from './entry.ts';

/** APPNOTE 4.4.5. */
const decoders: Readonly<Record<number, (bytes: ByteReader) => ByteReader>> = {
  12: bzip2Reader,
  93: zstandardReader,
  95: xzReader,
};

const stored = 0;
const deflated = 8;

/**
 * Opens an entry.
 *
 * @param start - where its bytes begin; `undefined` where that cannot be told.
 */
export function openEntry(bytes: RandomAccess, entry: ZipEntry, start: number | undefined): Member | ClosedMember {
  const { name, flags, method } = entry;
  if ((flags & encrypted) !== 0) return { name, closed: 'unread', reason: 'is encrypted' };
  if (start === undefined) return { name, closed: 'unread', reason: 'is damaged: it does not begin where the directory says' };
  const end = start + entry.compressedSize;
  const raw = readerBetween(bytes, start, Math.min(end, bytes.size));
  if (method === stored) return { name, bytes: checked(raw, entry) };
  if (method === deflated) return { name, bytes: checked(inflatedReader(bytes, start, entry), entry) };
  const decoder = decoders[method];
  if (decoder === undefined) return { name, closed: 'skipped', reason: `archive member with compression method ${method}` };
  return { name, bytes: checked(decoder(raw), entry) };
}

/** Says so behind the last byte where an entry is not what its archive says. */
function checked(reader: ByteReader, { size, checksum }: ZipEntry): ByteReader {
  let length = 0;
  let sum = 0;
  const take = (target: Uint8Array, count: number): number => {
    if (count > 0) {
      sum = crc32(target.subarray(0, count), sum);
      length += count;
      return count;
    }
    if (size !== undefined && length < size) throw new ContainerError('is cut short');
    if (checksum !== undefined && sum !== checksum) throw new ContainerError('is damaged: its checksum is wrong');
    return 0;
  };
  return {
    read(target) {
      const given = reader.read(target);
      return typeof given === 'number' ? take(target, given) : given.then((count) => take(target, count));
    },
    close: () => reader.close?.(),
  };
}
