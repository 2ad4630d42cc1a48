import type { Literal } from '../literal.ts';
import { isLetter } from '../literal.ts';
import { byteFrequencies } from './byte-frequencies.ts';

/**
 * What a bucket accepts: for each of three bytes the set of low and of high nibbles, as masks of 16 bits in the order
 * low, high, low, high, low, high.
 */
export type NibbleSets = readonly [number, number, number, number, number, number];

export const nothing: NibbleSets = [0, 0, 0, 0, 0, 0];

/** The nibbles of the fingerprint at `offset`; past the end of a short literal every nibble will do. */
export function nibblesAt(literal: Literal, offset: number): NibbleSets {
  const sets: [number, number, number, number, number, number] = [...nothing];
  for (let index = 0; index < 3; index++) {
    const byte = literal.bytes[offset + index];
    if (byte === undefined) {
      sets[2 * index] = 0xffff;
      sets[2 * index + 1] = 0xffff;
    } else {
      sets[2 * index] = 1 << (byte & 15);
      sets[2 * index + 1] = 1 << (byte >> 4);
      if (literal.ignoreCase && isLetter(byte)) sets[2 * index + 1] = (1 << (byte >> 4)) | (1 << ((byte ^ 0x20) >> 4));
    }
  }
  return sets;
}

/** Share of typical input that has the fingerprint at `offset`, as far as single bytes tell. */
export function fingerprintShare(literal: Literal, offset: number): number {
  let share = 1;
  for (let index = offset; index < offset + 3 && index < literal.bytes.length; index++) {
    const byte = literal.bytes[index] as number;
    const swapped = literal.ignoreCase && isLetter(byte) ? (byteFrequencies[byte ^ 0x20] as number) : 0;
    share *= (byteFrequencies[byte] as number) + swapped;
  }
  return share;
}

export function union(a: NibbleSets, b: NibbleSets): NibbleSets {
  return [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4], a[5] | b[5]];
}

/** Estimated share of places in typical input that a bucket accepts once `b` has been added to `a`. */
export function shareOf(a: NibbleSets, b: NibbleSets = nothing): number {
  const table = (shares ??= sharesOfSets());
  return byteShare(table, a[0] | b[0], a[1] | b[1])
    * byteShare(table, a[2] | b[2], a[3] | b[3])
    * byteShare(table, a[4] | b[4], a[5] | b[5]);
}

/** Share of the bytes whose nibbles are in two sets. */
function byteShare(table: Float64Array, low: number, high: number): number {
  let share = 0;
  for (let rows = high; rows !== 0; rows &= rows - 1) {
    const row = (31 - Math.clz32(rows & -rows)) << 9;
    share += (table[row | (low & 0xff)] as number) + (table[row | 0x100 | (low >> 8)] as number);
  }
  return share;
}

/**
 * For each high nibble, the shares of all sets of low nibbles from 0 to 7, then of all from 8 to 15. A plan asks
 * thousands of times, and a plan is made at every start of the program.
 */
let shares: Float64Array | undefined;

function sharesOfSets(): Float64Array {
  const table = new Float64Array(32 * 256);
  for (let half = 0; half < 32; half++) {
    for (let set = 1; set < 256; set++) {
      const lowest = byteFrequencies[(half << 3) + 31 - Math.clz32(set & -set)] as number;
      table[(half << 8) | set] = (table[(half << 8) | (set & (set - 1))] as number) + lowest;
    }
  }
  return table;
}
