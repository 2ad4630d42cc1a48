import { HASH_AGAIN, HASH_HIGH, HASH_LAST, HASH_LOW } from '../src/images/image-layout';

/** All letters small (and some other bytes changed): the same for text and literals, so nothing is missed. */
export const FOLD: u64 = 0x2020202020202020;

/** Hash of eight bytes; `hashOfBytes` in TypeScript computes the same. */
@inline export function hash64(value: u64): u32 {
  let hash = <u32>value * <u32>HASH_LOW + <u32>(value >> 32) * <u32>HASH_HIGH;
  hash ^= hash >> 15;
  return hash * <u32>HASH_LAST;
}

@inline function hasBits(word: u32, hash: u32): bool {
  return <bool>((word >> hash) & (word >> (hash >> 5)) & 1);
}

/** Whether the first of two Bloom filters may hold `hash`. */
@inline export function mayHold(bloom: u32, shift: u32, hash: u32): bool {
  return hasBits(load<u32>(bloom + ((hash >> shift) << 2)), hash);
}

/** Whether the second Bloom filter may hold `hash`, too. */
export function holdsAgain(bloom: u32, shift: u32, hash: u32): bool {
  const again = (hash ^ (hash >> 16)) * <u32>HASH_AGAIN;
  return hasBits(load<u32>(bloom + (<u32>4 << (32 - shift)) + ((again >> shift) << 2)), again);
}
