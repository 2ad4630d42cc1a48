import type { Range } from '../evidence/evidence.ts';
import { lineEndBefore } from './stretches.ts';

/** How a long stretch is searched for signs, in UTF-16 units: part by part, each with what reaches into it. */
const part = 32 * 1024;
const overlap = 2 * 1024;

/**
 * The places of a stretch that stand near a sign of Submit: the part that holds it and the parts around that, so that 32 k are seen before and
 * behind every sign. A window of a log or a dump with one sign in it costs a fifth of its length.
 *
 * @param mayMatch - whether a range of the text can hold a match; what stands close together is never parted by more than the overlap.
 * @returns ascending, apart from each other; the stretch itself where signs stand everywhere.
 */
export function placesNearSigns(text: string, stretch: Range, mayMatch: (range: Range) => boolean): readonly Range[] {
  if (stretch.end - stretch.start <= 3 * part) return [stretch];
  const places: { start: number; end: number }[] = [];
  for (let start = stretch.start; start < stretch.end; start += part) {
    const range = { start: Math.max(stretch.start, start - overlap), end: Math.min(stretch.end, start + part + overlap) };
    if (!mayMatch(range)) continue;
    const from = start - part <= stretch.start ? stretch.start : lineEndBefore(text, start - part);
    const to = Math.min(stretch.end, start + 2 * part);
    const last = places[places.length - 1];
    if (last !== undefined && from <= last.end) last.end = to;
    else places.push({ start: from, end: to });
  }
  return places;
}
