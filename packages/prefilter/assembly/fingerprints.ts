/**
 * Which bytes a bucket accepts at one place of a fingerprint: the set of their low nibbles in the lower 16 bits, the
 * set of their high nibbles in the upper 16.
 */
export type Nibbles = u32;

/** Share of typical input of each set of low nibbles, for each high nibble: see `writeShares`. */
export const SHARES_SIZE: u32 = 32 * 256 * 4;

/** One bit for each of 26 * 26 * 26 trigrams. */
export const TRIGRAMS_SIZE: u32 = 2208;

/** Share that a common trigram is taken to have, beyond what its single bytes let one expect. */
const commonShare: f32 = 5e-4;

/**
 * Writes a table to look shares up in: for each high nibble the shares of all sets of low nibbles from 0 to 7, then of
 * all from 8 to 15.
 *
 * @param frequencies - address of 256 shares, 32-bit floating-point numbers.
 */
export function writeShares(frequencies: u32, shares: u32): void {
  for (let half: u32 = 0; half < 32; half++) {
    for (let set: u32 = 1; set < 256; set++) {
      const lowest = load<f32>(frequencies + (((half << 3) + ctz(set)) << 2));
      const rest = load<f32>(shares + ((half << 8 | (set & (set - 1))) << 2));
      store<f32>(shares + ((half << 8 | set) << 2), lowest + rest);
    }
  }
}

/** Sets the bit of every trigram of a text: three small letters and any other byte, again and again. */
export function writeTrigrams(text: u32, length: u32, trigrams: u32): void {
  for (let place = text; place + 3 <= text + length; place += 4) {
    const number = numberOf(place);
    if (number < 0) continue;
    const byte = trigrams + (<u32>number >> 3);
    store<u8>(byte, load<u8>(byte) | <u8>(<u32>1 << (number & 7)));
  }
}

/** Number of the trigram of letters at a place, in any case, or -1 where it is none. */
function numberOf(place: u32): i32 {
  let number: i32 = 0;
  for (let index: u32 = 0; index < 3; index++) {
    const letter = (<i32>load<u8>(place + index) | 0x20) - 0x61;
    if (letter < 0 || letter > 25) return -1;
    number = number * 26 + letter;
  }
  return number;
}

/** The share of the input by which the three bytes at a place are more frequent than their bytes let one expect. */
export function extraShareOf(place: u32, trigrams: u32): f32 {
  const number = numberOf(place);
  if (number < 0) return 0;
  const bits = <u32>load<u8>(trigrams + (<u32>number >> 3));
  return bits >> (number & 7) & 1 ? commonShare : 0;
}

export function nibblesOf(byte: u32, ignoreCase: bool): Nibbles {
  const nibbles = <u32>1 << (byte & 15) | <u32>0x10000 << (byte >> 4);
  const small = byte | 0x20;
  const swaps = ignoreCase && small >= 0x61 && small <= 0x7a;
  return swaps ? nibbles | <u32>0x10000 << ((byte ^ 0x20) >> 4) : nibbles;
}

/** Share of typical input of the bytes that have their nibbles in two sets. */
export function shareOf(shares: u32, nibbles: Nibbles): f32 {
  const low = nibbles & 0xffff;
  let share: f32 = 0;
  for (let rows = nibbles >> 16; rows; rows &= rows - 1) {
    const row = shares + (ctz(rows) << 11);
    share += load<f32>(row + ((low & 0xff) << 2)) + load<f32>(row + ((low >> 8) << 2), 1024);
  }
  return share;
}
