import type { Range } from '../evidence/evidence.ts';
import { foldedUnit } from './confusions.ts';

/** A text without blanks and with one character for all that are confused, and the way back. */
export interface FoldedText {
  readonly units: Uint16Array;
  /** Offset of each unit in the text. */
  readonly offsets: Uint32Array;
}

/** Blanks do not count: a key may be wrapped, and a recogniser sees gaps where there are none. */
export function folded(text: string): FoldedText {
  const units = new Uint16Array(text.length);
  const offsets = new Uint32Array(text.length);
  let length = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const unit = text.charCodeAt(offset);
    if (unit <= 32) continue;
    units[length] = foldedUnit(unit);
    offsets[length++] = offset;
  }
  return { units: units.subarray(0, length), offsets: offsets.subarray(0, length) };
}

/**
 * Where a pattern stands in a text with at most so many characters wrong, missing or too many (Sellers' algorithm, 1980). Linear in the text for
 * each character of the pattern.
 *
 * @returns the best range, in offsets of the text before it was folded; of equals the first.
 */
export function approximatelyIn({ units, offsets }: FoldedText, pattern: FoldedText, most: number): Range | undefined {
  const length = pattern.units.length;
  let column = Uint32Array.from({ length: length + 1 }, (_, row) => row);
  let starts = new Uint32Array(length + 1);
  let next = new Uint32Array(length + 1);
  let nextStarts = new Uint32Array(length + 1);
  let best = most + 1;
  let found: Range | undefined;
  for (let at = 0; at < units.length; at++) {
    next[0] = 0;
    nextStarts[0] = at + 1;
    for (let row = 1; row <= length; row++) {
      const replaced = (column[row - 1] ?? 0) + (pattern.units[row - 1] === units[at] ? 0 : 1);
      const added = (column[row] ?? 0) + 1;
      const missing = (next[row - 1] ?? 0) + 1;
      const least = Math.min(replaced, added, missing);
      next[row] = least;
      nextStarts[row] = (least === replaced ? (row === 1 ? at : starts[row - 1]) : least === added ? starts[row] : nextStarts[row - 1]) ?? at;
    }
    const errors = next[length] ?? Infinity;
    if (errors < best) {
      best = errors;
      found = { start: offsets[nextStarts[length] ?? at] ?? 0, end: (offsets[at] ?? 0) + 1 };
    }
    [column, next] = [next, column];
    [starts, nextStarts] = [nextStarts, starts];
  }
  return found;
}
