import type { Range } from '@submit-guard/core';
import type { Mark } from './marks.ts';

/** A key in a text. */
export interface KeyLabel extends Range {
  /** The whole encoded text, where more than the key was encoded: a mark may then be any stretch of it that holds the key. */
  readonly carrier?: Range;
}

/** How what was found compares with what is there. */
export interface Judgement {
  /** Keys that were found at exactly their range. */
  readonly found: readonly KeyLabel[];
  /** Keys without a mark at exactly their range. */
  readonly missed: readonly KeyLabel[];
  /** Marks that stand at no key: another service's token, a placeholder, a wrong range, a repeated finding. */
  readonly extra: readonly Mark[];
}

const holds = (outer: Range, inner: Range): boolean => outer.start <= inner.start && outer.end >= inner.end;

const standsAt = (mark: Mark, { start, end, carrier = { start, end } }: KeyLabel): boolean => holds(mark, { start, end }) && holds(carrier, mark);

/** Compares marks with the keys that a text holds. A mark counts only where its range is the key and nothing but the key. */
export function judge(marks: readonly Mark[], keys: readonly KeyLabel[]): Judgement {
  const found = new Set<KeyLabel>();
  const seen = new Set<string>();
  const extra: Mark[] = [];
  for (const mark of marks) {
    const key = keys.find((each) => standsAt(mark, each));
    const occurrence = `${mark.kind} ${key?.start}`;
    if (key === undefined || seen.has(occurrence)) extra.push(mark);
    seen.add(occurrence);
    if (key !== undefined && mark.isKey) found.add(key);
  }
  return { found: [...found], missed: keys.filter((key) => !found.has(key)), extra };
}
