import type { Hits, Literal } from '../src/index.ts';

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);

/** Whether `literal` stands at `offset` of `bytes`; as simple as can be, the measure of the engines. */
function occursAt(literal: Literal, bytes: Uint8Array, offset: number): boolean {
  if (offset + literal.bytes.length > bytes.length) return false;
  for (const [index, expected] of literal.bytes.entries()) {
    const actual = bytes[offset + index] ?? -1;
    if (actual !== expected && !(literal.ignoreCase && lower(actual) === lower(expected))) return false;
  }
  return true;
}

/** All occurrences as [offset, index of the literal], in order. */
export function naiveHits(literals: readonly Literal[], bytes: Uint8Array): readonly (readonly [number, number])[] {
  const hits: [number, number][] = [];
  for (let offset = 0; offset < bytes.length; offset++) {
    for (const [index, literal] of literals.entries()) {
      if (occursAt(literal, bytes, offset)) hits.push([offset, index]);
    }
  }
  return hits;
}

export function naiveGroups(literals: readonly Literal[], bytes: Uint8Array): number {
  return naiveHits(literals, bytes).reduce((mask, [, index]) => mask | (1 << (literals[index]?.group ?? 0)), 0);
}

/** Hits as pairs, to compare. */
export function pairsOf(hits: Hits): readonly (readonly [number, number])[] {
  return Array.from({ length: hits.count }, (_, index) => [hits.offsets[index] ?? -1, hits.values[index] ?? -1] as const);
}
