import type { Confidence, Match, Range } from '@submit-guard/core';
import { confidenceOf, isAtLeast } from '@submit-guard/core';

/** A key in a text. */
export interface KeyLabel extends Range {
  /** The whole encoded text, where more than the key was encoded: a finding may then mark any stretch of it that holds the key. */
  readonly carrier?: Range;
}

/** How what was found compares with what is there. */
export interface Judgement {
  /** Keys that were found at exactly their range. */
  readonly found: readonly KeyLabel[];
  /** Keys without a match at exactly their range. */
  readonly missed: readonly KeyLabel[];
  /** Matches that stand at no key: another service's token, a placeholder, a wrong range, a repeated finding. */
  readonly extra: readonly Match[];
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && outer.end >= inner.end;

const marks = (match: Range, { start, end, carrier = { start, end } }: KeyLabel): boolean =>
  holds(match, { start, end }) && holds(carrier, match);

/**
 * Compares matches with the keys that a text holds. A match counts only where its range is the key and nothing but the
 * key. Several aspects (a key, and its missing scheme) may stand at one key, each once.
 *
 * @param threshold - matches below this confidence do not count, neither for nor against; `medium` is the default of the tool.
 */
export function judge(matches: readonly Match[], keys: readonly KeyLabel[], threshold: Confidence = 'medium'): Judgement {
  const found = new Set<KeyLabel>();
  const seen = new Set<string>();
  const extra: Match[] = [];
  for (const match of matches.filter(({ evidence }) => isAtLeast(confidenceOf(evidence), threshold))) {
    const key = keys.find((each) => marks(match, each));
    const occurrence = `${match.aspect} ${key?.start}`;
    if (key === undefined || seen.has(occurrence)) extra.push(match);
    seen.add(occurrence);
    if (key !== undefined && (match.aspect === 'key' || match.aspect === 'job-field')) found.add(key);
  }
  return { found: [...found], missed: keys.filter((key) => !found.has(key)), extra };
}
