import type { Range } from '@submit-guard/core';

/**
 * Where a folded piece stands in the source, in UTF-16 offsets of the file.
 * `exact` is true where every unit of the piece is one unit of the source, `units` gives the offset of each unit (and
 * the end) where escapes make them differ; otherwise only the whole range is known (decoded text).
 */
export interface Place extends Range {
  readonly exact?: boolean;
  readonly units?: readonly number[];
}

/** The place of the units `from` to `to` of a piece. */
export function subPlace(place: Place, from: number, to: number): Place {
  if (place.units) {
    const units = place.units.slice(from, to + 1);
    return { start: units[0] ?? place.start, end: units[units.length - 1] ?? place.end, units };
  }
  return place.exact ? { start: place.start + from, end: place.start + to, exact: true } : place;
}

/** A place of which only the outer range is known. */
export function coarse(range: Range): Place {
  return { start: range.start, end: range.end };
}

/** The smallest range around all `places`. */
export function hull(places: readonly Range[]): Range {
  let start = Infinity;
  let end = 0;
  for (const place of places) {
    start = Math.min(start, place.start);
    end = Math.max(end, place.end);
  }
  return { start: start === Infinity ? 0 : start, end };
}
