import { HASH_HIGH, HASH_LAST, HASH_LOW } from './image-layout.ts';

/** Folds four bytes at once: makes letters small, and changes some other bytes, the same way for text and literals. */
export const FOLD = 0x20202020;

/** Hash of eight bytes given as two words; the kernel's `hash64`. Signed; use `>>>`. */
export function hashOf(low: number, high: number): number {
  const sum = (Math.imul(low, HASH_LOW) + Math.imul(high, HASH_HIGH)) | 0;
  return Math.imul(sum ^ (sum >>> 15), HASH_LAST);
}

/** The four bytes at `offset` as a little-endian word; bytes past the end count as 0. */
export function wordAt(bytes: Uint8Array, offset: number): number {
  const end = bytes.length - offset;
  if (end >= 4) {
    return (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8)
      | ((bytes[offset + 2] as number) << 16) | ((bytes[offset + 3] as number) << 24);
  }
  let word = 0;
  for (let index = 0; index < end; index++) word |= (bytes[offset + index] as number) << (8 * index);
  return word;
}

/** Mask of the first `size` of eight bytes as [low, high] words. */
export function maskOf(size: number): readonly [number, number] {
  const word = (bytes: number): number => (bytes <= 0 ? 0 : bytes >= 4 ? -1 : (1 << (8 * bytes)) - 1);
  return [word(size), word(size - 4)];
}

/** Tag of a window of `size` bytes at `offset`; the kernel computes the same. */
export function windowTagOf(bytes: Uint8Array, offset: number, size: number, low: number, high: number): number {
  const tag = hashOf((wordAt(bytes, offset) | FOLD) & low, (wordAt(bytes, offset + 4) | FOLD) & high);
  if (size <= 8) return tag;
  const last = hashOf(wordAt(bytes, offset + size - 8) | FOLD, wordAt(bytes, offset + size - 4) | FOLD);
  return (((tag << 13) | (tag >>> 19)) + last) | 0;
}

/** log2 of the smallest power of two that is `count` or more, at least 1. */
export function bitsFor(count: number): number {
  return Math.max(1, 32 - Math.clz32(Math.max(0, count - 1)));
}
