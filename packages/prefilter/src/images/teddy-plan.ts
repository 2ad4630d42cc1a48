import type { NumberedLiteral } from '../literal.ts';
import type { NibbleSets } from './fingerprint.ts';
import { nibblesAt, nothing, shareOf, union } from './fingerprint.ts';

/** A literal in a bucket, and where in the literal its fingerprint starts. */
export interface PlacedLiteral {
  readonly literal: NumberedLiteral;
  readonly offset: number;
  readonly sets: NibbleSets;
}

/** More choice hardly improves the plan, and this code runs once, unoptimised, while a user waits. */
const mostOptions = 4;

interface Choice extends PlacedLiteral {
  readonly bucket: number;
  readonly merged: NibbleSets;
  readonly share: number;
}

/**
 * Shares literals out to eight buckets, so that few places of typical input pass. The fingerprint of a literal is
 * *any* three bytes of it: the `myx` of `atomyx` and the `ubm` of `submit` hardly ever occur elsewhere.
 * Greedy, the most expensive literals first; a few hundred microseconds for a few dozen literals.
 */
export function planBuckets(literals: readonly NumberedLiteral[]): readonly (readonly PlacedLiteral[])[] {
  const buckets = Array.from({ length: 8 }, () => ({ sets: nothing, share: 0, placed: [] as PlacedLiteral[] }));
  const byCost = literals.map((literal) => ({ literal, options: optionsOf(literal) }));
  byCost.sort((a, b) => cheapest(b.options) - cheapest(a.options));
  for (const { literal, options } of byCost) {
    let best: Choice | undefined;
    let least = Infinity;
    for (const [number, bucket] of buckets.entries()) {
      for (const { offset, sets } of options) {
        const merged = union(bucket.sets, sets);
        const share = shareOf(merged);
        if (share - bucket.share >= least) continue;
        least = share - bucket.share;
        best = { literal, offset, sets, bucket: number, merged, share };
      }
      // The empty buckets are all alike.
      if (bucket.placed.length === 0) break;
    }
    const bucket = buckets[best?.bucket ?? 0];
    if (best === undefined || bucket === undefined) continue;
    bucket.sets = best.merged;
    bucket.share = best.share;
    bucket.placed.push(best);
  }
  return buckets.map((bucket) => bucket.placed);
}

interface Option {
  readonly offset: number;
  readonly sets: NibbleSets;
  readonly share: number;
}

/** The rarest of the fingerprints that a literal offers. */
function optionsOf(literal: NumberedLiteral): readonly Option[] {
  const last = Math.max(0, literal.bytes.length - 3);
  const options = Array.from({ length: last + 1 }, (_, offset) => {
    const sets = nibblesAt(literal, offset);
    return { offset, sets, share: shareOf(sets) };
  });
  return options.sort((a, b) => a.share - b.share).slice(0, mostOptions);
}

function cheapest(options: readonly Option[]): number {
  return options[0]?.share ?? 1;
}
