import { backslash, codesOf, isBlankAt } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Decoding } from './rewriting.ts';

/** A string that begins like a JSON object, or a list of them, with quotes that may be escaped. */
const opening = /(?<!\\)(["'`])\s{0,20}(?:\[\s{0,20})?\{\s{0,20}(?:\\?"(?=[\w$@./-]))/g;

const doubleQuote = 0x22;
const opensJson = codesOf('"\'`[');

/** UTF-16 units of a string that is looked through for its end. */
const longest = 1_048_576;

/**
 * JSON in strings, as bundlers write modules of it (`JSON.parse('{"submit":{"apiKey":"..."}}')`) and programs their messages: without the quotes
 * around it, names within it enclose values as they do in a document.
 */
export function embeddedJsonDecodings({ text }: Layout): Decoding[] {
  if (!mayHold(text)) return [];
  const decodings: Decoding[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [head, quote = ''] = match;
    // Within double quotes the quotes of JSON are escaped, or the string ends here.
    if (quote === '"' && !head.endsWith('\\"')) continue;
    const end = endOfString(text, match.index + head.length, quote);
    if (end === -1) continue;
    decodings.push(blank(match.index), blank(end));
    opening.lastIndex = end + 1;
  }
  return decodings;
}

/** Whether a brace stands in a text with a quote behind it, and in front of it one of a string or the bracket of a list. */
function mayHold(text: string): boolean {
  for (let brace = text.indexOf('{'); brace !== -1; brace = text.indexOf('{', brace + 1)) {
    let behind = brace + 1;
    while (isBlankAt(text, behind)) behind++;
    if (text.charCodeAt(behind) === backslash) behind++;
    if (text.charCodeAt(behind) !== doubleQuote) continue;
    let before = brace - 1;
    while (isBlankAt(text, before)) before--;
    if (opensJson[text.charCodeAt(before)] === 1) return true;
  }
  return false;
}

const blank = (at: number): Decoding => ({ start: at, end: at + 1, decoded: ' ', decoder: 'json' });

/** Where a string ends, if with what ends JSON; -1 if not. */
function endOfString(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1 && at - from <= longest; at = text.indexOf(quote, at + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(at - 1 - backslashes) === backslash) backslashes++;
    if (backslashes % 2 === 0) return /[}\]]\s{0,20}$/.test(text.slice(Math.max(from, at - 24), at)) ? at : -1;
  }
  return -1;
}
