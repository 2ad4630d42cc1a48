import type { Range } from '@submit-guard/core';

/** Bytes of the shortest local header; in less there is no entry. */
const shortest = 31;

/**
 * What of an archive lies before, between and behind its entries.
 *
 * @param covered - offsets at which entries begin and end, in turn; entries may overlap.
 * @param end - offset of the directory.
 */
export function gapsBetween(covered: readonly number[], end: number): readonly Range[] {
  const starts = Float64Array.from({ length: covered.length / 2 }, (_, index) => covered[2 * index] ?? 0);
  const order = Uint32Array.from(starts.keys()).sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  const gaps: Range[] = [];
  let at = 0;
  for (const index of order) {
    const start = Math.min(end, starts[index] ?? 0);
    if (start - at >= shortest) gaps.push({ start: at, end: start });
    at = Math.max(at, covered[2 * index + 1] ?? 0);
  }
  if (end - at >= shortest) gaps.push({ start: at, end });
  return gaps;
}
