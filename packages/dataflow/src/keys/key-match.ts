import type { Evidence, Match, Range } from '@submit-guard/core';
import { credibilityOf, describeValue, Secret } from '@submit-guard/core';
import { hull } from '../folding/place.ts';
import type { Part, Piece } from '../folding/value.ts';

/** Pieces of a literal key, trimmed, as one match; `undefined` where they are no credible key. */
export function keyMatch(parts: readonly Part[], evidence: readonly Evidence[], aspect: Match['aspect'] = 'key'): Match | undefined {
  const pieces: Piece[] = [];
  for (const part of parts) {
    if (part.kind !== 'piece') return undefined;
    if (part.text.trim() !== '') pieces.push(part);
  }
  const value = pieces.map((piece) => piece.text).join('').trim();
  if (pieces.length === 0 || credibilityOf(value) === 'none') return undefined;
  const ranges = rangesOf(pieces);
  const [first] = ranges;
  if (!first) return undefined;
  const via = [...new Set(pieces.flatMap((piece) => piece.via))];
  return {
    aspect,
    start: first.start,
    end: first.end,
    secret: new Secret(value),
    evidence: [...evidence, { kind: 'value', start: first.start, end: first.end, detail: describeValue(value) }],
    via: ranges.length > 1 ? [...via, 'concatenation'] : via,
    ...(ranges.length > 1 ? { pieces: ranges } : {}),
  };
}

/** One range for each literal, in the order of the key; blanks at the ends of the key do not count. */
function rangesOf(pieces: readonly Piece[]): readonly Range[] {
  const groups: { readonly node: Piece['node']; readonly places: Range[] }[] = [];
  for (const [index, piece] of pieces.entries()) {
    const front = index === 0 ? piece.text.length - piece.text.trimStart().length : 0;
    const back = index === pieces.length - 1 ? piece.text.length - piece.text.trimEnd().length : 0;
    const { place } = piece;
    const range = place.units
      ? { start: place.units[front] ?? place.start, end: place.units[piece.text.length - back] ?? place.end }
      : place.exact
        ? { start: place.start + front, end: place.end - back }
        : { start: place.start, end: place.end };
    const last = groups[groups.length - 1];
    if (last?.node === piece.node) last.places.push(range);
    else groups.push({ node: piece.node, places: [range] });
  }
  return groups.map((group) => hull(group.places));
}
