/** Random choices that a seed repeats, so that a failing test can be run again. Not for cryptography. */
export type Randomness = (limit: number) => number;

/**
 * Mulberry32: 32 bits of state, enough for test data.
 *
 * @param seed - any integer; the same seed gives the same choices on every machine.
 * @returns a function that draws an integer in [0, `limit`).
 */
export function seededRandomness(seed: number): Randomness {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** A seed nobody chose: an integer in [0, 2^31). */
export function freshSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
