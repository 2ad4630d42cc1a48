/** Random choices that a seed repeats, so that a failing case can be made again. Not for cryptography. */
export interface Randomness {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [0, `limit`). */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** The items in random order; the argument stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * Mulberry32: 32 bits of state, enough for test data.
 *
 * @param seed - any integer; the same seed gives the same choices on every machine.
 */
export function randomness(seed: number): Randomness {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[below(items.length)] as T;
  };
  const shuffle = <T>(items: readonly T[]): T[] => {
    const result = [...items];
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = below(last + 1);
      [result[last], result[other]] = [result[other] as T, result[last] as T];
    }
    return result;
  };
  return { next, below, pick, shuffle };
}

/** A seed nobody chose, for runs that look for something new. */
export function freshSeed(): number {
  return Math.floor(Math.random() * 2 ** 31);
}
