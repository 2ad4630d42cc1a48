import type { Match, Range } from '@submit-guard/core';

/** Joins the evidence of matches at one place, by position; leaves out what other hosts get. */
export function mergeKeys(matches: readonly Match[], foreign: readonly Range[]): readonly Match[] {
  const byPlace = new Map<string, Match>();
  for (const match of matches) {
    const sent = match.evidence.some((item) => item.kind === 'destination');
    if (!sent && foreign.some((range) => range.start < match.end && match.start < range.end)) continue;
    const place = `${match.start}:${match.end}`;
    const known = byPlace.get(place);
    const fresh = match.evidence.filter((item) => !known?.evidence.some((other) => other.kind === item.kind && other.start === item.start));
    byPlace.set(place, known ? { ...known, evidence: [...known.evidence, ...fresh] } : match);
  }
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

