import type { FilePath } from '../../paths/file-path.ts';

/** What an archive says of one entry. Sizes and offsets in bytes. */
export interface ZipEntry {
  readonly name: FilePath;
  readonly flags: number;
  readonly method: number;
  /** CRC-32; `undefined` where it is not known before the bytes. */
  readonly checksum: number | undefined;
  readonly compressedSize: number;
  /** `undefined` where it is not known before the bytes. */
  readonly size: number | undefined;
  /** Where the local header stands. */
  readonly offset: number;
}

/** Bit 0 of the flags. */
export const encrypted = 1;

/** Bit 3 of the flags: what is not known beforehand stands behind the bytes. */
export const describedBehind = 8;

const slash = 0x2f;

export function isFolder({ name, size }: ZipEntry): boolean {
  return size === 0 && (typeof name === 'string' ? name.endsWith('/') : name.at(-1) === slash);
}

const zip64 = 0x0001;
const unknown32 = 0xffffffff;

/**
 * Sizes and an offset that did not fit into 32 bits (APPNOTE 4.5.3): those that say so stand in the extra field, in this order.
 *
 * @param extra - the extra field: records of a number, a length and so many bytes.
 */
export function withZip64(extra: Buffer, values: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== zip64) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    let next = at + 4;
    return values.map((value) => {
      if (value !== unknown32 || next + 8 > end) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return values;
}
