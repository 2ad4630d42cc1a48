import type { NumberedLiteral } from '../literal.ts';
import { extraShareOf } from './common-trigrams.ts';
import type { NibbleSets } from './fingerprint.ts';
import { fingerprintShare, nibblesAt, nothing, shareOf, union } from './fingerprint.ts';
import { FOLD, wordAt } from './hashing.ts';

/** A literal in a bucket, and where in the literal its fingerprint starts. */
export interface PlacedLiteral {
  readonly literal: NumberedLiteral;
  readonly offset: number;
  readonly sets: NibbleSets;
}

interface Bucket {
  sets: NibbleSets;
  /** Share of the input that the bucket accepts. */
  share: number;
  readonly placed: PlacedLiteral[];
}

/** More choice hardly improves the plan, and this code runs once, unoptimised, while a user waits. */
const mostOptions = 4;
/** Share of the input that is not worth looking for something better. */
const negligible = 1e-5;

/**
 * Shares literals out to eight buckets, so that few places of typical input pass. The fingerprint of a literal is
 * *any* three bytes of it: the `myx` of `atomyx` and the `ubm` of `submit` hardly ever occur elsewhere.
 * Greedy, the most expensive literals first; a few hundred microseconds for a few dozen literals.
 */
export function planBuckets(literals: readonly NumberedLiteral[]): readonly (readonly PlacedLiteral[])[] {
  const buckets = Array.from({ length: 8 }, (): Bucket => ({ sets: nothing, share: 0, placed: [] }));
  const byCost = literals.map((literal) => ({ literal, options: optionsOf(literal) }));
  byCost.sort((a, b) => cheapest(b.options) - cheapest(a.options));
  for (const { literal, options } of byCost) {
    const { option, bucket } = bestPlace(options, buckets);
    bucket.sets = union(bucket.sets, option.sets);
    bucket.share = shareOf(bucket.sets);
    bucket.placed.push({ literal, offset: option.offset, sets: option.sets });
  }
  return buckets.map((bucket) => bucket.placed);
}

/** The fingerprint and the bucket that let the fewest places more pass. */
function bestPlace(
  options: readonly Option[], buckets: readonly Bucket[],
): { readonly option: Option; readonly bucket: Bucket } {
  let option = options[0] as Option;
  let bucket = buckets[0] as Bucket;
  let least = Infinity;
  for (const candidate of buckets) {
    for (const choice of options) {
      const cost = shareOf(candidate.sets, choice.sets) - candidate.share + choice.extra;
      if (cost >= least) continue;
      least = cost;
      option = choice;
      bucket = candidate;
    }
    // The empty buckets are all alike.
    if (candidate.placed.length === 0 || least < negligible) break;
  }
  return { option, bucket };
}

interface Option {
  readonly offset: number;
  readonly sets: NibbleSets;
  /** Share of the input that has this fingerprint beyond what its single bytes let one expect. */
  readonly extra: number;
  /** Share of the input that has this fingerprint. */
  readonly share: number;
}

/** The rarest of the fingerprints that a literal offers, the rarest first. */
function optionsOf(literal: NumberedLiteral): readonly Option[] {
  const rarest: { offset: number; extra: number; share: number }[] = [];
  const last = Math.max(0, literal.bytes.length - 3);
  for (let offset = 0; offset <= last; offset++) {
    const extra = extraShareOf((wordAt(literal.bytes, offset) | FOLD) & 0xffffff);
    const share = fingerprintShare(literal, offset) + extra;
    let place = rarest.length;
    while (place > 0 && (rarest[place - 1]?.share ?? 0) > share) place--;
    if (place >= mostOptions) continue;
    rarest.splice(place, 0, { offset, extra, share });
    rarest.length = Math.min(rarest.length, mostOptions);
  }
  return rarest.map((option) => ({ ...option, sets: nibblesAt(literal, option.offset) }));
}

function cheapest(options: readonly Option[]): number {
  return options[0]?.share ?? 1;
}
