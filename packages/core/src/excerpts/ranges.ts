import type { Range } from '../evidence/evidence.ts';

/** The union of ranges: ascending, disjoint and not touching. Empty ranges fall out. */
export function unionOf(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.filter((range) => range.end > range.start).sort((a, b) => a.start - b.start);
  const union: Range[] = [];
  for (const range of sorted) {
    const last = union.at(-1);
    if (last !== undefined && range.start <= last.end) {
      union[union.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      union.push(range);
    }
  }
  return union;
}

/** The ranges of an ascending, disjoint list that share a character with `[start, end)`; logarithmic. */
export function overlapping(sorted: readonly Range[], start: number, end: number): readonly Range[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.end ?? Infinity) > start) high = middle;
    else low = middle + 1;
  }
  const found: Range[] = [];
  for (let index = low; index < sorted.length; index++) {
    const range = sorted[index];
    if (range === undefined || range.start >= end) break;
    found.push(range);
  }
  return found;
}
