import type { Size } from './format.ts';
import { startsWith } from './format.ts';

/** Boxes that hold others (ISO/IEC 23008-12, 9.3), and the bytes of theirs in front of these. */
const holders: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** Boxes that are looked at; those of one image are few. */
const mostBoxes = 10_000;

/** Size of the largest image in a file of the family of HEIF (its `ispe` boxes), and of the frames of a sequence, which are of the same size. */
export function sizeInBoxes(bytes: Buffer): Size | undefined {
  const sizes: Size[] = [];
  let seen = 0;
  const look = (start: number, end: number): void => {
    for (let at = start; at + 8 <= end && seen < mostBoxes; seen++) {
      const length = bytes.readUInt32BE(at);
      const stop = length === 0 ? end : Math.min(end, at + length);
      const kind = bytes.toString('latin1', at + 4, at + 8);
      const inner = holders[kind];
      if (kind === 'ispe' && at + 20 <= stop) sizes.push({ width: bytes.readUInt32BE(at + 12), height: bytes.readUInt32BE(at + 16) });
      else if (inner !== undefined) look(at + 8 + inner, stop);
      if (stop < at + 8) return;
      at = stop;
    }
  };
  look(0, bytes.length);
  return sizes.sort((one, other) => other.width * other.height - one.width * one.height)[0];
}

/** Whether a file is of the family of HEIF, and of one of some brands. */
export function isOfBrand(bytes: Buffer, brands: readonly string[]): boolean {
  return startsWith(bytes, 'ftyp', 4) && brands.some((brand) => startsWith(bytes, brand, 8));
}

/** The brands that a file says it can be read as (ISO/IEC 14496-12, 4.3). */
export function brandsOf(bytes: Buffer): readonly string[] {
  const end = Math.min(bytes.length, bytes.length < 4 ? 0 : bytes.readUInt32BE(0), 256);
  const brands: string[] = [];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.toString('latin1', at, at + 4));
  return brands;
}
