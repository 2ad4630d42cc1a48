import { brace, codesOf, isBlankAt, lineFeed, semicolon, space, tab } from '../characters/codes.ts';
import type { Brackets } from './brackets.ts';

const continuesAfter = /(?:[\\^,=+&|(<]|(?<=\s)`|->|\.\.|\bin|\band|\bor|:=)$/;
const continuesBefore = /^(?:\.(?!\/)|->|\?\.|\|>|\|\||&&|\+|::|>>|<>|\)|\]|=>|\?\?|\? |: |-H\b|--header\b|--data\b|--url\b|-d\b|-X\b)/;

/** How far from a line end what carries the statement on is looked for, in UTF-16 units. */
const longestEnding = 12;
const longestIndent = 200;

/** Characters that `continuesAfter` can end with, and `continuesBefore` can begin with: a quick no for most line ends. */
const lastOfLine = codesOf('\\^,=+&|(<`>.ndr');
const firstOfLine = codesOf('.-?|&+:><)]=');

/**
 * Cuts a text into statements, language-blind: at `;` and line ends outside of brackets and inside of blocks, but not
 * where a line ends in `\`, `,` or an operator, nor where the next one begins with one or with a method call.
 *
 * @returns ascending offsets; statement `i` reaches from entry `i` to entry `i + 1`.
 */
export function statementStarts(text: string, brackets: Brackets): number[] {
  const starts = [0];
  const addStart = (at: number): void => {
    if (at > (starts[starts.length - 1] ?? 0)) starts.push(at);
  };
  const { opens, closes, stringStarts, stringEnds } = brackets;
  let pair = 0;
  let string = 0;
  /** Closing offsets of the pairs around the current place, and whether statements end inside. */
  const ends: number[] = [];
  const areBlocks: boolean[] = [];
  let i = 0;
  while (i < text.length) {
    // Up to the next bracket or string, only line ends and semicolons matter.
    const next = Math.min(stringStarts[string] ?? text.length, opens[pair] ?? text.length, ends[ends.length - 1] ?? text.length);
    if (areBlocks[areBlocks.length - 1] ?? true) {
      for (; i < next; i++) {
        const code = text.charCodeAt(i);
        if (code === semicolon || (code === lineFeed && !lineContinues(text, i))) addStart(i + 1);
      }
    }
    if (next > i) i = next;
    if (i >= text.length) break;
    if (i === (stringStarts[string] ?? -1)) {
      i = Math.max(i, stringEnds[string++] ?? i) + 1;
      continue;
    }
    while (ends.length > 0 && (ends[ends.length - 1] ?? 0) <= i) {
      ends.pop();
      if (areBlocks.pop() === true) addStart(i);
    }
    if (i === (opens[pair] ?? -1)) {
      const block = blockLike(text, brackets, pair, i);
      ends.push(closes[pair] ?? 0);
      areBlocks.push(block);
      if (block) addStart(i + 1);
      pair++;
      i++;
      continue;
    }
    const code = text.charCodeAt(i);
    if ((areBlocks[areBlocks.length - 1] ?? true) && (code === semicolon || (code === lineFeed && !lineContinues(text, i)))) addStart(i + 1);
    i++;
  }
  return starts;
}

function lineContinues(text: string, newline: number): boolean {
  const least = Math.max(0, newline - longestEnding);
  let end = newline;
  while (end > least && isBlankAt(text, end - 1) && text.charCodeAt(end - 1) !== lineFeed) end--;
  if (end === least || text.charCodeAt(end - 1) === lineFeed) return false;
  if (lastOfLine[text.charCodeAt(end - 1)] === 1 && continuesAfter.test(text.slice(Math.max(least, text.lastIndexOf('\n', end - 1) + 1), end))) return true;
  let next = newline + 1;
  while (next < text.length && next - newline < longestIndent && (text.charCodeAt(next) === space || text.charCodeAt(next) === tab)) next++;
  return firstOfLine[text.charCodeAt(next)] === 1 && continuesBefore.test(text.slice(next, next + 10));
}

const startsLikeEntries = /^\s*(?:@?["'`]?[\w$@.-]+["'`]?\s*(?::(?!:)|=>|=(?!=))|["'][^"'\n]*["']\s*[,:}]|[\w.]+\s*[,}]|\{|\.\.\.|\[|:[\w-]+\s|\}|$)/;

const opensEntries = codesOf('=:,([@&');
/** Most blanks between an operator and the braces of an object, in UTF-16 units. */
const longestBlank = 5;

/** Whether an operator or a bracket stands in front of an offset, as in front of an object. */
function isBehindOperator(text: string, offset: number): boolean {
  let at = offset - 1;
  while (offset - at <= longestBlank && isBlankAt(text, at)) at--;
  return opensEntries[text.charCodeAt(at)] === 1;
}

/** Whether a pair of braces holds statements rather than entries of an object. */
function blockLike(text: string, brackets: Brackets, pair: number, open: number): boolean {
  if (text.charCodeAt(open) !== brace) return false;
  if (brackets.semicolons[pair] ?? false) return true;
  if (isBehindOperator(text, open)) return false;
  const end = Math.min(brackets.closes[pair] ?? open, open + 200);
  const lineEnd = text.indexOf('\n', open + 1);
  return lineEnd !== -1 && lineEnd < end && !startsLikeEntries.test(text.slice(open + 1, end));
}
