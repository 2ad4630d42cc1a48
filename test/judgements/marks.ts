import type { Confidence, Finding, Match, Range } from '@submit-guard/core';
import { confidenceOf, isAtLeast, lineStartsOf } from '@submit-guard/core';

/** A place that an engine pointed at. */
export interface Mark extends Range {
  /** Says that a key stands here, not only that something is wrong with a field or a header. */
  readonly isKey: boolean;
  /** No two marks at one key may have the same. */
  readonly kind: string;
}

/**
 * What a detector found.
 *
 * @param threshold - matches below this confidence are left out; `medium` is the default of the tool.
 */
export function marksOfMatches(matches: readonly Match[], threshold: Confidence = 'medium'): Mark[] {
  return matches
    .filter(({ evidence }) => isAtLeast(confidenceOf(evidence), threshold))
    .map(({ start, end, aspect }) => ({ start, end, isKey: aspect === 'key' || aspect === 'job-field', kind: aspect }));
}

/** What the scanner found in `text`. One occurrence of a key is one finding, whatever the rules. */
export function marksOfFindings(findings: readonly Finding[], text: string): Mark[] {
  const starts = lineStartsOf(text);
  const offset = (line: number, column: number): number => (starts[line - 1] ?? Infinity) + column - 1;
  return findings.map(({ line, column, endLine, endColumn, secret }) => ({
    start: offset(line, column),
    end: offset(endLine, endColumn),
    isKey: secret !== undefined,
    kind: 'finding',
  }));
}
