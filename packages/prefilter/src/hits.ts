import type { Pairs } from './engines/engine.ts';

/** Occurrences in order of offset. */
export interface Hits {
  readonly count: number;
  /** Offsets in bytes. */
  readonly offsets: Uint32Array;
  /** For literals the index in the list given to `createPrefilter`; for tokens the length in bytes. */
  readonly values: Uint32Array;
}

/** Values must be below this, so that an offset and a value fit a 53-bit integer. */
export const valueBound = 1 << 22;

/** Offset and value of each pair as one number that sorts by offset, then by value. `start` is added to the offsets. */
export function keysOf({ count, words }: Pairs, start: number): Float64Array {
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) {
    keys[index] = ((words[2 * index] as number) + start) * valueBound + (words[2 * index + 1] as number);
  }
  return keys;
}

export function offsetOf(key: number): number {
  return Math.floor(key / valueBound);
}

export function valueOf(key: number): number {
  return key % valueBound;
}

/** Sorts keys, in place, and takes them apart. */
export function hitsOf(keys: Float64Array): Hits {
  keys.sort();
  return { count: keys.length, offsets: Uint32Array.from(keys, offsetOf), values: Uint32Array.from(keys, valueOf) };
}
