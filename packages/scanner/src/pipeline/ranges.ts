import type { Range } from '@submit-guard/core';

/** What stands so many bytes around offsets, which ascend and count from `start`. */
export function rangesAround(offsets: Iterable<number>, start: number, end: number, reach: number): readonly Range[] {
  const ranges: { start: number; end: number }[] = [];
  for (const offset of offsets) {
    const from = Math.max(start, start + offset - reach);
    const to = Math.min(end, start + offset + reach);
    const last = ranges.at(-1);
    if (last !== undefined && from <= last.end) last.end = to;
    else ranges.push({ start: from, end: to });
  }
  return ranges;
}

/** Places that are in one list or the other, ascending and apart from each other, as they are in each of the lists. */
export function united(left: readonly Range[], right: readonly Range[]): readonly Range[] {
  if (left.length === 0 || right.length === 0) return left.length === 0 ? right : left;
  const places: { start: number; end: number }[] = [];
  for (const { start, end } of [...left, ...right].sort((a, b) => a.start - b.start)) {
    const last = places.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else places.push({ start, end });
  }
  return places;
}
