import type { Literal } from './literal.ts';
import { occursAt } from './naive-search.ts';

export type { Literal } from './literal.ts';
export { isTaggable, tagOf } from './tag.ts';

/** Finds out fast which groups of literals occur in a stretch of bytes. */
export interface Prefilter {
  /** Mask of the groups (bit n for group n) of which at least one literal occurs in `bytes`. */
  groupsIn(bytes: Uint8Array): number;
}

/** Prepares a search for `literals`. Throws `RangeError` for an empty literal or a group outside 0 to 31. */
export function createPrefilter(literals: readonly Literal[]): Prefilter {
  const byFirst: Literal[][] = Array.from({ length: 256 }, () => []);
  for (const literal of literals) {
    const first = literal.bytes[0];
    if (first === undefined) throw new RangeError('A literal of the prefilter is empty; give it at least one byte.');
    if (!(Number.isInteger(literal.group) && literal.group >= 0 && literal.group < 32)) {
      throw new RangeError(`Group ${literal.group} of a prefilter literal is outside 0 to 31.`);
    }
    byFirst[first]?.push(literal);
    const isLetter = (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7a;
    if (literal.ignoreCase && isLetter) byFirst[first ^ 0x20]?.push(literal);
  }
  return {
    groupsIn(bytes) {
      let mask = 0;
      for (let offset = 0; offset < bytes.length; offset++) {
        for (const literal of byFirst[bytes[offset] ?? 0] ?? []) {
          const bit = 1 << literal.group;
          if ((mask & bit) === 0 && occursAt(literal, bytes, offset)) mask |= bit;
        }
      }
      return mask;
    },
  };
}
