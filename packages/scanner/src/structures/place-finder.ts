import type { Place } from './structure.ts';

/** Tells in which place of a tool an offset stands: of places within each other the innermost. */
export function placeFinder(places: readonly Place[]): (offset: number) => Place | undefined {
  const ordered = [...places].sort((a, b) => a.start - b.start || b.end - a.end);
  return (offset) => {
    let best: Place | undefined;
    for (const place of ordered) {
      if (place.start > offset) break;
      if (offset < place.end && (best === undefined || place.end - place.start <= best.end - best.start)) best = place;
    }
    return best;
  };
}
