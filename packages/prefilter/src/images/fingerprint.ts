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

export function union(a: NibbleSets, b: NibbleSets): NibbleSets {
  return [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3], a[4] | b[4], a[5] | b[5]];
}

/** Estimated share of places in typical input that a bucket accepts. */
export function shareOf(sets: NibbleSets): number {
  return byteShare(sets[0], sets[1]) * byteShare(sets[2], sets[3]) * byteShare(sets[4], sets[5]);
}

function byteShare(low: number, high: number): number {
  let share = 0;
  for (let rows = high; rows !== 0; rows &= rows - 1) {
    const row = (31 - Math.clz32(rows & -rows)) << 4;
    for (let columns = low; columns !== 0; columns &= columns - 1) {
      share += byteFrequencies[row + 31 - Math.clz32(columns & -columns)] ?? 0;
    }
  }
  return share;
}
