import { codesOf, comma, isBlankAt } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Decoding } from './rewriting.ts';

/** What may stand between the contents of two strings that are one: quotes, an operator, line ends. */
const junction = /^["'`]{1,3}\s*(?:\+|\.{1,2}|&|\+\+|<>|\^|~|\|\|)?\s*(?:[_\\]?[ \t]*\r?\n\s*(?:\+|\.|&|\|\||\^)?\s*)?[rbfuL@$]{0,2}["'`]{1,3}$/;
/** Most of what may stand between two strings that are one, in UTF-16 units. */
const longestBetween = 120;
const isQuote = codesOf('"\'`');
const adjacent = /^["'`]{1,3}\s*[rbfuL@]{0,2}["'`]{1,3}$/;
/** A literal inside of a template: `Bearer ${'...'}`. */
const interpolatedLiteral = /\$\{\s*(["'])([^"'\\\n]{1,500})\1\s*\}/g;
const continued = /(?<=[\w+/=.~-])\\\r?\n[ \t]*(?=[\w+/=.~-])/g;

/** Strings put together in the source: `"ab" + "cd"`, adjacent literals, lines continued with a backslash. */
export function concatenationDecodings(layout: Layout): Decoding[] {
  const { text } = layout;
  const decodings: Decoding[] = [];
  const joins = text.includes('.join(');
  const { stringStarts, stringEnds } = joins || holdsJunction(text) ? layout.brackets : noStrings;
  for (let i = 0; i + 1 < stringStarts.length; i++) {
    const end = stringEnds[i] ?? 0;
    const next = stringStarts[i + 1] ?? 0;
    if (next - end > longestBetween || next - end < 2 || !mayJoin(text, end, next, joins)) continue;
    const between = text.slice(end, next);
    if (joins && isJoined(text, end, next, between)) {
      decodings.push({ start: end, end: next, decoded: '', decoder: 'concatenation' });
      continue;
    }
    if (!junction.test(between) || /^["'`]{1,3}\]?\s*[:=]/.test(text.slice(stringEnds[i + 1], (stringEnds[i + 1] ?? 0) + 60)) || (adjacent.test(between) && !fitTogether(text, i, stringStarts, stringEnds))) continue;
    decodings.push({ start: end, end: next, decoded: '', decoder: 'concatenation' });
  }
  if (text.includes('${')) {
    for (const match of text.matchAll(interpolatedLiteral)) {
      const content = match.index + match[0].indexOf(match[1] ?? '') + 1;
      const end = content + (match[2] ?? '').length;
      decodings.push({ start: match.index, end: content, decoded: '', decoder: 'concatenation' }, { start: end, end: match.index + match[0].length, decoded: '', decoder: 'concatenation' });
    }
  }
  if (text.includes('\\\n') || text.includes('\\\r')) {
    for (const match of text.matchAll(continued)) decodings.push({ start: match.index, end: match.index + match[0].length, decoded: '', decoder: 'concatenation' });
  }
  return decodings;
}

/** What of a junction may follow the closing quotes of its first string; between elements of a list that is joined also a comma. */
const firstOfJunction = codesOf('+.&<^~|_\\rbfuL@$"\'`');
/** What stands between the quotes of two strings that are one, blanks aside. */
const ofJunction = codesOf('+.&<>^~|_\\rbfuL@$');

const noStrings = { stringStarts: [], stringEnds: [] };

/** Whether anything in a text can tie two strings together; where nothing does, nobody needs to know where its strings are. */
function holdsJunction(text: string): boolean {
  return ['"', "'", '`'].some((quote) => {
    for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
      let next = at + 1;
      while (next - at < longestBetween && (ofJunction[text.charCodeAt(next)] === 1 || isBlankAt(text, next))) next++;
      if (isQuote[text.charCodeAt(next)] === 1) return true;
    }
    return false;
  });
}

/** A quick no for most strings: what stands behind their closing quotes ties them to nothing. */
function mayJoin(text: string, end: number, next: number, joins: boolean): boolean {
  let at = end;
  while (at < next && isQuote[text.charCodeAt(at)] === 1) at++;
  while (at < next && isBlankAt(text, at)) at++;
  const code = text.charCodeAt(at);
  return at === next || firstOfJunction[code] === 1 || (joins && code === comma);
}

/** Elements of a list that is joined without a separator: `"".join(["ab", "cd"])`, `['ab', 'cd'].join('')`. */
function isJoined(text: string, end: number, next: number, between: string): boolean {
  if (!/^["'`]\s*,\s*["'`]$/.test(between)) return false;
  const before = text.slice(Math.max(0, end - 400), end);
  if (/(["'])\1\.join\(\s*[[(][^\])]*$/.test(before)) return true;
  return /^[^[\]]*\]\s*\.join\(\s*(["'`])\1\s*\)/.test(text.slice(next, next + 600)) && /\[[^[\]]*$/.test(before);
}

/** Adjacent strings are one only where both are pieces of a token or a sentence, not words of a list. */
function fitTogether(text: string, index: number, starts: readonly number[], ends: readonly number[]): boolean {
  const first = text.slice(starts[index], ends[index]);
  const second = text.slice(starts[index + 1], ends[index + 1]);
  return first.length > 1 && second.length > 1 && /[\w+/=.~ :-]$/.test(first) && /^[\w+/=.~$-]/.test(second);
}
