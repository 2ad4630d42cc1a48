import type { KnownFingerprints } from '../detectors/detector-options.ts';
import type { Range } from '../evidence/evidence.ts';

const run = /[A-Za-z0-9_~+/=.:-]{8,}/g;
const alphanumeric = /[A-Za-z0-9]/;

/** UTF-16 units of the longest escape that may stand right in front of a key: `\u{10ffff}`. */
export const longestEscape = 10;

/** A letter or digit that ends an escape: what stands behind it begins a word. */
export const endsEscape = /(?:\\(?:[a-z0]|x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]+\}|[0-7]{1,3})|[%=][\da-f]{2})$/i;

/** Finds keys that are known by fingerprint only: every stretch of a known length between word boundaries is looked up. */
export function* fingerprintedIn(text: string, known: KnownFingerprints): Generator<Range & { readonly label: string }> {
  const lengths = [...known.lengths].sort((a, b) => b - a);
  const shortest = lengths[lengths.length - 1] ?? Infinity;
  /** @param run - where the run begins: all signs of an escape but `=` stand in front of it. */
  const beginsWord = (at: number, run: number): boolean => !alphanumeric.test(text.charAt(at - 1))
    || ((at < run + longestEscape || text.charAt(at - 3) === '=') && endsEscape.test(text.slice(Math.max(0, at - longestEscape), at)));
  for (const { 0: stretch, index } of text.matchAll(run)) {
    if (stretch.length < shortest || stretch.length > 100_000) continue;
    const end = index + stretch.length;
    for (let from = index; from + shortest <= end; from++) {
      if (!beginsWord(from, index)) continue;
      for (const length of lengths) {
        const to = from + length;
        if (to > end || (to < end && alphanumeric.test(text.charAt(to)))) continue;
        const label = known.lookUp(text.slice(from, to));
        if (label === undefined) continue;
        yield { start: from, end: to, label };
        from = to - 1;
        break;
      }
    }
  }
}
