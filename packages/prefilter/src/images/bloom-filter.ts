import { bitsFor } from './hashing.ts';
import type { ImageWriter } from './image-writer.ts';
import { HASH_AGAIN } from './image-layout.ts';

/**
 * Two Bloom filters of equal size, one after the other, for a set of hashes. The first is all that nearly every probe
 * touches; the second is asked where the first says yes. Both bits of a hash stand in one word of 32.
 */
export interface BloomFilters {
  readonly address: number;
  /** Shifting a hash right by so much gives the number of its word. */
  readonly shift: number;
}

/** Sets aside filters for `entries` hashes, with `bitsPerEntry` bits or up to twice as many for each in each filter. */
export function allocateBloom(image: ImageWriter, entries: number, bitsPerEntry: number): BloomFilters {
  const wordBits = bitsFor(Math.ceil((entries * bitsPerEntry) / 32));
  return { address: image.allocate(8 << wordBits), shift: 32 - wordBits };
}

/** Hash for the second filter. */
function hashAgain(hash: number): number {
  return Math.imul(hash ^ (hash >>> 16), HASH_AGAIN);
}

/** Adds a hash to the filters at index `base` (the address divided by 4) of `words`. */
export function addToBloom(words: Int32Array, base: number, shift: number, hash: number): void {
  setBits(words, base + (hash >>> shift), hash);
  const again = hashAgain(hash);
  setBits(words, base + (1 << (32 - shift)) + (again >>> shift), again);
}

/** Whether a hash may be in the set. */
export function mayHold(words: Int32Array, base: number, shift: number, hash: number): boolean {
  if (!hasBits(words[base + (hash >>> shift)] as number, hash)) return false;
  const again = hashAgain(hash);
  return hasBits(words[base + (1 << (32 - shift)) + (again >>> shift)] as number, again);
}

function setBits(words: Int32Array, index: number, hash: number): void {
  words[index] = (words[index] as number) | (1 << hash) | (1 << (hash >>> 5));
}

function hasBits(word: number, hash: number): boolean {
  return ((word >>> hash) & (word >>> (hash >>> 5)) & 1) === 1;
}
