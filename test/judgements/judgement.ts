import type { Confidence, Match, Range } from '@submit-guard/core';
import { confidenceOf, isAtLeast } from '@submit-guard/core';

/** How what was found compares with what is there. */
export interface Judgement {
  /** Keys that were found at exactly their range. */
  readonly found: readonly Range[];
  /** Keys without a match at exactly their range. */
  readonly missed: readonly Range[];
  /** Matches that stand at no key: another service's token, a placeholder, a wrong range, a repeated finding. */
  readonly extra: readonly Match[];
}

const at = (range: Range): string => `${range.start}-${range.end}`;

/**
 * Compares matches with the keys that a text holds. A match counts only where its range is the key and nothing but the
 * key. Several aspects (a key, and its missing scheme) may stand at one key, each once.
 *
 * @param threshold - matches below this confidence do not count, neither for nor against; `medium` is the default of the tool.
 */
export function judge(matches: readonly Match[], keys: readonly Range[], threshold: Confidence = 'medium'): Judgement {
  const counted = matches.filter((match) => isAtLeast(confidenceOf(match.evidence), threshold));
  const keyRanges = new Set(keys.map(at));
  const seen = new Set<string>();
  const foundRanges = new Set<string>();
  const extra: Match[] = [];
  for (const match of counted) {
    const range = at(match);
    const occurrence = `${match.aspect} ${range}`;
    if (!keyRanges.has(range) || seen.has(occurrence)) extra.push(match);
    seen.add(occurrence);
    if (match.aspect === 'key' || match.aspect === 'job-field') foundRanges.add(range);
  }
  return {
    found: keys.filter((key) => foundRanges.has(at(key))),
    missed: keys.filter((key) => !foundRanges.has(at(key))),
    extra,
  };
}
