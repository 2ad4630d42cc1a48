import type { Brackets } from './brackets.ts';

const continuesAfter = /(?:[\\^,=+&|(<]|(?<=\s)`|->|\.\.|\bin|\band|\bor|:=)$/;
const continuesBefore = /^(?:\.(?!\/)|->|\?\.|\|>|\|\||&&|\+|::|>>|<>|\)|\]|=>|\?\?|\? |: |-H\b|--header\b|--data\b|--url\b|-d\b|-X\b)/;

/**
 * Cuts a text into statements, language-blind: at `;` and line ends outside of brackets and inside of blocks, but not
 * where a line ends in `\`, `,` or an operator, nor where the next one begins with one or with a method call.
 *
 * @returns ascending offsets; statement `i` reaches from entry `i` to entry `i + 1`.
 */
export function statementStarts(text: string, brackets: Brackets): number[] {
  const starts = new Set<number>([0]);
  const isBlock = brackets.opens.map((open, pair) => blockLike(text, brackets, pair, open));
  const { opens, closes } = brackets;
  let pair = 0;
  let string = 0;
  /** Closing offsets of the pairs around the current place, with whether statements end inside. */
  const around: { close: number; block: boolean }[] = [];
  for (let i = 0; i < text.length; i++) {
    if (i === (brackets.stringStarts[string] ?? -1)) {
      i = Math.max(i, brackets.stringEnds[string++] ?? i);
      continue;
    }
    while (around.length > 0 && (around[around.length - 1]?.close ?? 0) <= i) {
      if (around.pop()?.block ?? false) starts.add(i);
    }
    if (i === (opens[pair] ?? -1)) {
      const block = isBlock[pair] ?? false;
      around.push({ close: closes[pair] ?? 0, block });
      if (block) starts.add(i + 1);
      pair++;
      continue;
    }
    const code = text.charCodeAt(i);
    if (code !== 59 && code !== 10) continue;
    if (!(around[around.length - 1]?.block ?? true)) continue;
    if (code === 59 || !lineContinues(text, i)) starts.add(i + 1);
  }
  return [...starts].sort((a, b) => a - b);
}

function lineContinues(text: string, newline: number): boolean {
  let from = newline;
  while (from > 0 && newline - from < 12 && text.charCodeAt(from - 1) !== 10) from--;
  const before = text.slice(from, newline).trimEnd();
  if (before !== '' && continuesAfter.test(before)) return true;
  let next = newline + 1;
  while (next < text.length && next - newline < 200 && /[ \t]/.test(text.charAt(next))) next++;
  return before !== '' && continuesBefore.test(text.slice(next, next + 10));
}

const startsLikeEntries = /^\s*(?:@?["'`]?[\w$@.-]+["'`]?\s*(?::(?!:)|=>|=(?!=))|["'][^"'\n]*["']\s*[,:}]|[\w.]+\s*[,}]|\{|\.\.\.|\[|:[\w-]+\s|\}|$)/;

/** Whether a pair of braces holds statements rather than entries of an object. */
function blockLike(text: string, brackets: Brackets, pair: number, open: number): boolean {
  if (text.charCodeAt(open) !== 123) return false;
  if (brackets.semicolons[pair] ?? false) return true;
  if (/[=:,([@&]\s*@?$/.test(text.slice(Math.max(0, open - 6), open))) return false;
  const inside = text.slice(open + 1, Math.min(brackets.closes[pair] ?? open, open + 200));
  return inside.includes('\n') && !startsLikeEntries.test(inside);
}
