import { brace, carriageReturn, codesOf, equals, isBlankAt, lineFeed, slash, wordChars } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { holdsTag } from '../layouts/tags.ts';

const labelBefore = /(?:^|[ \t])--(?:name|secret-id|secret-name|key)(?:[ =]|\s+)["']?[\w./-]*$|(?:^|[\s{,([<"'])["']?(?:(?:parameter|secret)?_?name|key|id|property|variable|header|label|env|title|field|param(?:eter)?|k|option|setting|attribute)["']?\s*(?:[:=]|=>)\s*\\?["']?$/i;
const siblingValue = /(?:^|[ \t])--(?:value|secret-string|secret-value|plaintext)(?:[ =]|\s+)|(?:^|[\s{,(<"'])\\?["']?(?:value|val|default|content|currentValue|initialValue|current_value|defaultValue|secret_?string|string_?value|text|v)\\?["']?\s*(?:[:=](?!=)|=>)\s*/gi;

/** How much in front of a name is looked at, in UTF-16 units. */
const longestLabel = 40;

/** Most blanks between a name and what opens its block, and longest block of a setting, in UTF-16 units. */
const longestGap = 8;
const longestSetting = 400;

/** How far in front of a name its tag may begin, in UTF-16 units. */
const longestTag = 299;

const isQuote = codesOf('"\'');
const isQuoteOrBackslash = codesOf('"\'\\');
const isOperator = codesOf(':=>');
const ofArgument = codesOf(`${wordChars}./-`);
/** The last letters of the words in front of an operator, in `labelBefore`. */
const lastOfLabel = codesOf('edyrlvmkngEDYRLVMKNG');
/** The last letters of `--name`, `--secret-id`, `--key`. */
const lastOfFlag = codesOf('edyEDY');

/** Where the value stands that a label next to it names, or -1: `{ "name": "X", "value": ... }`, `variable "x" { default = ... }`. */
export function siblingStart(layout: Layout, start: number, end: number): number {
  const { text } = layout;
  // The name of a parameter may be a path from the root: `/prod/submit/api-key`.
  const labelEnd = text.charCodeAt(start - 1) === slash ? start - 1 : start;
  const isLabel = mayBeLabel(text, labelEnd) && labelBefore.test(text.slice(Math.max(0, labelEnd - longestLabel), labelEnd));
  const inner = blockBehind(text, end);
  if (!isLabel && inner === -1) return -1;
  const place = inner === -1 ? placeAround(layout, start) : blockAt(layout, inner, end);
  return place === undefined ? -1 : bestSibling(text, place, start);
}

/** The block of a name; where it is the value of a property, a short one: `"apiKey": { "value": ... }` of parameters and settings. */
function blockAt(layout: Layout, inner: number, nameEnd: number): { start: number; end: number } | undefined {
  const block = layout.pairAround(inner);
  const isProperty = isOperator[layout.text.charCodeAt(skipBlanks(layout.text, pastQuote(layout.text, nameEnd)))] === 1;
  return block !== undefined && isProperty && block.end - block.start > longestSetting ? undefined : block;
}

/** A quick no for most names: what `labelBefore` needs right in front of them. */
function mayBeLabel(text: string, start: number): boolean {
  const least = Math.max(-1, start - longestLabel);
  let at = start - 1;
  // Only in quotes, a label stands on another line than what names it.
  const acrossLines = isQuote[text.charCodeAt(at)] === 1;
  while (at > least && isBlankOrQuote(text, at, acrossLines)) at--;
  if (isOperator[text.charCodeAt(at)] === 1) {
    while (at > least && (isOperator[text.charCodeAt(at)] === 1 || isBlankOrQuote(text, at, true))) at--;
    return at === least || lastOfLabel[text.charCodeAt(at)] === 1;
  }
  at = start - 1;
  while (at > least && ofArgument[text.charCodeAt(at)] === 1) at--;
  if (isQuote[text.charCodeAt(at)] === 1) at--;
  if (text.charCodeAt(at) === equals) at--;
  while (at > least && isBlankAt(text, at)) at--;
  return lastOfFlag[text.charCodeAt(at)] === 1;
}

function isBlankOrQuote(text: string, at: number, acrossLines: boolean): boolean {
  const code = text.charCodeAt(at);
  return isQuoteOrBackslash[code] === 1 || (isBlankAt(text, at) && (acrossLines || (code !== lineFeed && code !== carriageReturn)));
}

/** Offset behind the brace of the block that a name opens, or -1: `variable "x" {`, `"x": {`. */
function blockBehind(text: string, end: number): number {
  let at = skipBlanks(text, pastQuote(text, end));
  if (isOperator[text.charCodeAt(at)] === 1) at = skipBlanks(text, at + 1);
  return text.charCodeAt(at) === brace ? at + 1 : -1;
}

const pastQuote = (text: string, offset: number): number => (isQuote[text.charCodeAt(offset)] === 1 ? offset + 1 : offset);

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < from + longestGap && isBlankAt(text, at)) at++;
  return at;
}

/** What belongs to a name: its tag, its brackets, or the lines around it with the same indentation. */
export function placeAround(layout: Layout, start: number): { start: number; end: number } | undefined {
  const { text } = layout;
  const before = layout.derived(holdsTag) ? text.slice(Math.max(0, start - longestTag), start) : '';
  const tag = before.lastIndexOf('<');
  if (tag !== -1 && !before.includes('>', tag)) {
    const close = text.indexOf('>', start);
    layout.noteFar();
    return close === -1 ? undefined : { start: start - before.length + tag, end: close };
  }
  const pair = layout.pairAround(start);
  if (pair && pair.end - pair.start < 4000 && text.charAt(pair.start) !== '[') return pair;
  const line = layout.lineAt(start);
  const isItem = (at: number): boolean => /^\s*-\s/.test(layout.lineText(at));
  let first = line;
  while (first > 0 && line - first < 6 && !isItem(first) && layout.indentOf(first - 1) >= layout.indentOf(line)) first--;
  let last = line;
  while (last - line < 6 && layout.indentOf(last + 1) === layout.indentOf(line) && !isItem(last + 1)) last++;
  return { start: layout.lineRange(first).start, end: layout.lineRange(last).end };
}

/** The first value behind the label, or else the first one in front of it. */
function bestSibling(text: string, { start: from, end: to }: { start: number; end: number }, start: number): number {
  let best = -1;
  for (const match of text.slice(from, to).matchAll(siblingValue)) {
    const at = from + match.index + match[0].length;
    if (from + match.index <= start && at > start) continue;
    if (best === -1 || at > start) best = at;
    if (at > start) break;
  }
  return best;
}
