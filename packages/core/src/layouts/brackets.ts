import { backslash, semicolon } from '../characters/codes.ts';
import { endOfFenced, fenceAt, StringEnds } from './string-ends.ts';

/**
 * Strings and bracket pairs of a text in no particular language. A quote that does not close on its line is an
 * apostrophe, a bracket without a partner is punctuation: prose and broken code cost accuracy, never an error.
 * Linear in the length of the text.
 */
export interface Brackets {
  /** For each quoted stretch the offsets of its content; ascending, not nested. */
  readonly stringStarts: readonly number[];
  readonly stringEnds: readonly number[];
  /** Pairs in the order of their opening brackets: offset of the opening and of the closing bracket. */
  readonly opens: readonly number[];
  readonly closes: readonly number[];
  /** Index of the enclosing pair of each pair, or -1. */
  readonly parents: readonly number[];
  /** Whether a semicolon stands directly inside of the pair. */
  readonly semicolons: readonly boolean[];
}

/** How many open brackets are looked at for the partner of a closing one. */
const deepestPartner = 64;

/** What a character means here, by its code; 0 for nearly all. */
const kinds = new Uint8Array(128);
const quote = 1;
const opening = 2;
const closing = 3;
for (const char of '"\'`') kinds[char.charCodeAt(0)] = quote;
for (const char of '([{') kinds[char.charCodeAt(0)] = opening;
for (const char of ')]}') kinds[char.charCodeAt(0)] = closing;
kinds[backslash] = backslash;
kinds[semicolon] = semicolon;

export function bracketsOf(text: string): Brackets {
  const stringStarts: number[] = [];
  const stringEnds: number[] = [];
  /** All opening brackets, with the offset of the partner or -1. */
  const opened: number[] = [];
  const partners: number[] = [];
  const withSemicolon: boolean[] = [];
  /** Indices of those that are still open. */
  const stack: number[] = [];
  const ends = new StringEnds(text);
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const kind = code < 128 ? kinds[code] : 0;
    if (kind === 0) continue;
    if (kind === backslash) i++;
    else if (kind === quote) {
      const fence = fenceAt(text, i, code);
      const close = fence === 0 ? -1 : fence === 3 ? endOfFenced(text, i) : ends.of(i, code);
      if (close === -1) continue;
      stringStarts.push(i + fence);
      stringEnds.push(close);
      i = close + fence - 1;
    } else if (kind === opening) {
      stack.push(opened.length);
      withSemicolon.push(false);
      opened.push(i);
      partners.push(-1);
    } else if (kind === semicolon) {
      const around = stack[stack.length - 1];
      if (around !== undefined) withSemicolon[around] = true;
    } else {
      const partner = code === 41 ? 40 : code - 2;
      for (let depth = stack.length - 1, low = Math.max(0, stack.length - deepestPartner); depth >= low; depth--) {
        const slot = stack[depth] ?? 0;
        if (text.charCodeAt(opened[slot] ?? 0) !== partner) continue;
        partners[slot] = i;
        stack.length = depth;
        break;
      }
    }
  }
  return { stringStarts, stringEnds, ...pairsOf(opened, partners, withSemicolon) };
}

/** The brackets that have a partner. */
function pairsOf(opened: readonly number[], partners: readonly number[], withSemicolon: readonly boolean[]): Pick<Brackets, 'opens' | 'closes' | 'parents' | 'semicolons'> {
  const opens: number[] = [];
  const closes: number[] = [];
  const parents: number[] = [];
  const semicolons: boolean[] = [];
  const around: number[] = [];
  for (let slot = 0; slot < opened.length; slot++) {
    const close = partners[slot] ?? -1;
    if (close === -1) continue;
    const open = opened[slot] ?? 0;
    while (around.length > 0 && (closes[around[around.length - 1] ?? 0] ?? 0) < open) around.pop();
    parents.push(around[around.length - 1] ?? -1);
    around.push(opens.length);
    opens.push(open);
    closes.push(close);
    semicolons.push(withSemicolon[slot] ?? false);
  }
  return { opens, closes, parents, semicolons };
}

/** Index of the innermost pair that encloses `offset`, or -1. */
export function innermostPair(brackets: Brackets, offset: number): number {
  let pair = lastAtMost(brackets.opens, offset - 1);
  while (pair !== -1 && (brackets.closes[pair] ?? 0) < offset) pair = brackets.parents[pair] ?? -1;
  return pair;
}

/** Index of the last number of an ascending list that is at most `limit`, or -1. */
export function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * Index of the first of some items in a row for which a test fails that all in front of it pass.
 *
 * @param passes - asked for indices from `from` up to `to`, which is the answer where all of them pass.
 */
export function firstFailing(from: number, to: number, passes: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
