import type { Literal } from '../literal.ts';
import { isLetter } from '../literal.ts';

/**
 * The nibbles of a fingerprint: for each of three bytes the set of low and the set of high nibbles, as masks of 16
 * bits. Past the end of a short literal every nibble will do.
 */
export function nibblesAt(literal: Literal, offset: number): readonly number[] {
  return [0, 1, 2].flatMap((index) => {
    const byte = literal.bytes[offset + index];
    if (byte === undefined) return [0xffff, 0xffff];
    const high = 1 << (byte >> 4);
    return [1 << (byte & 15), literal.ignoreCase && isLetter(byte) ? high | (1 << ((byte ^ 0x20) >> 4)) : high];
  });
}
