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

/** How far a template or raw string may reach before its quote is taken for punctuation, in UTF-16 units. */
const longestTemplate = 20_000;

export function bracketsOf(text: string): Brackets {
  const stringStarts: number[] = [];
  const stringEnds: number[] = [];
  const found: { open: number; close: number; semicolon: boolean }[] = [];
  const stack: { code: number; slot: number }[] = [];
  const length = text.length;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    switch (code) {
      case 92: // backslash
        i++;
        break;
      case 34: // "
      case 39: // '
      case 96: {
        // `
        const end = endOfString(text, i, code);
        if (end === -1) break;
        const fence = end.fence;
        stringStarts.push(i + fence);
        stringEnds.push(end.close);
        i = end.close + fence - 1;
        break;
      }
      case 40: // (
      case 91: // [
      case 123: // {
        stack.push({ code, slot: found.length });
        found.push({ open: i, close: -1, semicolon: false });
        break;
      case 59: {
        // ;
        const around = found[stack[stack.length - 1]?.slot ?? -1];
        if (around) around.semicolon = true;
        break;
      }
      case 41:
      case 93:
      case 125: {
        const partner = code === 41 ? 40 : code - 2;
        for (let depth = stack.length - 1, low = Math.max(0, stack.length - 64); depth >= low; depth--) {
          const item = stack[depth];
          if (item?.code !== partner) continue;
          const pair = found[item.slot];
          if (pair) pair.close = i;
          stack.length = depth;
          break;
        }
        break;
      }
      default:
    }
  }
  const opens: number[] = [];
  const closes: number[] = [];
  const parents: number[] = [];
  const semicolons: boolean[] = [];
  const open: number[] = [];
  for (const pair of found) {
    if (pair.close === -1) continue;
    while (open.length > 0 && (closes[open[open.length - 1] ?? 0] ?? 0) < pair.open) open.pop();
    parents.push(open[open.length - 1] ?? -1);
    open.push(opens.length);
    opens.push(pair.open);
    closes.push(pair.close);
    semicolons.push(pair.semicolon);
  }
  return { stringStarts, stringEnds, opens, closes, parents, semicolons };
}

/** Where the string that opens at `start` ends, and how many characters its quotes have; -1 where it is no string. */
function endOfString(text: string, start: number, quote: number): { close: number; fence: number } | -1 {
  if (quote === 39 && /\w/.test(text.charAt(start - 1)) && /[A-Za-z]/.test(text.charAt(start + 1)) && !/(?<!\w)[A-Za-z]{1,2}$/.test(text.slice(Math.max(0, start - 3), start)))
    return -1;
  if (text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote) {
    if (quote === 96) return -1; // a Markdown fence
    const close = text.indexOf(text.slice(start, start + 3), start + 3);
    return close === -1 || close - start > longestTemplate * 10 ? -1 : { close, fence: 3 };
  }
  if (quote === 96 && /[\r\n]/.test(text.charAt(start + 1)) && text.charAt(start - 1) === ' ') return -1; // a line continuation of PowerShell
  const limit = quote === 96 ? Math.min(text.length, start + longestTemplate) : text.length;
  for (let i = start + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 92) i++;
    else if (code === quote) return { close: i, fence: 1 };
    else if ((code === 10 || code === 13) && quote !== 96) return -1;
  }
  return -1;
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
