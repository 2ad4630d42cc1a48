import { backslash, backtick, codesOf, isBlankAt, isWordAt, lineFeed } from '../characters/codes.ts';
import type { Range } from '../evidence/evidence.ts';

const stringOpening = /(?:[rRbBfFuUL]{1,2}|\$@?|@\$?|q[qw]?|s|sh?)?(\\?["'`]|<<\\?")/y;
/** What may follow a string where the expression goes on: an operator, another string, a closing bracket, a keyword. */
const carriesOn = /^(?:>>)?\s*(?:[-+.&|~?:%<>^,)\]}\\!=/]|["'`]|[rbfuL@$]{1,2}["'`]|(?:or|and|if|else|unless|to|as|of)\b|[a-z_]\w*\s*$)/;

const opensString = codesOf('"\'`\\<');
const beforeString = codesOf('rRbBfFuUL$@qws');

/** A quick no for most places: a string opens here, or up to two characters in front of it stand. */
export function mayOpenString(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (opensString[code] === 1) return true;
  if (beforeString[code] !== 1) return false;
  const next = text.charCodeAt(offset + 1);
  return opensString[next] === 1 || (beforeString[next] === 1 && opensString[text.charCodeAt(offset + 2)] === 1);
}

/** The quote with which a string opens at an offset, and the length of all that opens it. */
export function openingAt(text: string, offset: number): { readonly length: number; readonly quote: string } | undefined {
  stringOpening.lastIndex = offset;
  const opening = stringOpening.exec(text);
  if (opening === null) return undefined;
  const quote = opening[1] ?? '';
  const { length } = opening[0];
  return length === quote.length || !isWordAt(text, offset - 1) ? { length, quote } : undefined;
}

/** Whether an expression may go on behind a string that ends at an offset. */
export function goesOnBehindString(text: string, offset: number): boolean {
  let at = offset;
  while (at < offset + longestGap && isBlankAt(text, at)) at++;
  const code = text.charCodeAt(at);
  if (at === offset + longestGap || Number.isNaN(code)) return false;
  if (carriesOnAtOnce[code] === 1) return true;
  return mayCarryOn[code] === 1 && carriesOn.test(text.slice(offset, offset + longestGap));
}

/** How far behind a string it is looked for what carries the expression on, in UTF-16 units. */
const longestGap = 80;
const carriesOnAtOnce = codesOf('-+.&|~?:%<>^,)]}\\!=/"\'`');
const mayCarryOn = codesOf('abcdefghijklmnopqrstuvwxyz_L@$');

/** Content of the string whose opening quote `quote` ends at `start`, and where the text goes on behind it. */
export function stringContent(text: string, start: number, quote: string, limit: number): (Range & { next: number }) | undefined {
  if (quote.startsWith('<<')) quote = quote.slice(2);
  const triple = text.startsWith(quote + quote, start);
  if (triple && quote.length === 1) {
    const close = text.indexOf(quote.repeat(3), start + 2);
    return close === -1 || close > limit ? { start, end: start, next: start + 1 } : { start: start + 2, end: close, next: close + 3 };
  }
  const first = quote.charCodeAt(0);
  for (let i = start; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === first && (quote.length === 1 || text.startsWith(quote, i))) return { start, end: i, next: i + quote.length };
    if (code === backslash) {
      if (first === backslash) return undefined;
      i++;
    } else if (code === lineFeed && first !== backtick) return undefined;
  }
  return undefined;
}
