import { codesOf, colon, equals, isBlankAt, wordChars } from '../characters/codes.ts';
import type { Front } from './fronts.ts';
import { assigningCommand, attributeQuote, attributeValue, declaring, definition, firstCells, firstWords, lineStart, matching, openBrace, option, quotedLabel } from './fronts.ts';

/**
 * What may stand between a name and its value, tried in order at the end of the name. Each sticky pattern matches up to
 * the first character of the value.
 */
interface Separator {
  readonly pattern: RegExp;
  /** What must stand in front of the name. */
  readonly before?: Front;
  /** Characters with which that can end, `_` for white space and `w` for a letter, a digit or `_`: a quick no before it is tried. */
  readonly last?: string;
  /** Characters with which the pattern can start, `_` for white space: a quick no before the pattern is tried. */
  readonly first: string;
  /** What follows quotes, closing brackets, backslashes and white space where the pattern matches. */
  readonly core?: string;
  /** Where it can start with white space, characters that can follow that; any where it is left out. */
  readonly then?: string;
}

/** Longest type between a name and its equals sign, without its first letter, in UTF-16 units. */
const longestType = 60;
/** `: Type = ` */
const typed = /["'`]?\]?\)?[?!]?\s*:\s*[A-Za-z_][\w<>[\], .?&|*:]{0,60}?\s*=(?![=>])\s*/y;

const separators: readonly Separator[] = [
  // `${NAME:-value}`, `${name:value}`: defaults of shells and Spring
  { before: matching(/\$\{[\w.-]*$/), last: '{w.-', first: ':-=?', pattern: /:?[-=?]|:/y },
  // XML: `<name>`, `<x key="name" value="`, `<string name="name">`, `<key>name</key><string>`
  { before: matching(/<[\w:.-]*$/), last: '<w:.-', first: '_>', pattern: /(?:\s[^<>]{0,200})?>\s*(?:<!\[CDATA\[)?/y },
  { before: attributeQuote, last: '"\'', first: '"\'', pattern: /["']\s+(?:[\w:.-]+\s*=\s*["'][^"'<>]*["']\s+){0,3}(?:value|content|default|defaultValue)\s*=\s*["']/y },
  { before: attributeValue, last: '"\'w.:-', first: '"\'', pattern: /["'][^<>]{0,120}>\s*(?:<!\[CDATA\[)?(?:<value>\s*)?/y },
  { before: matching(/>\s*$/), last: '>_', first: '_<', then: '<', pattern: /\s*<\/[\w:.-]+>\s*<[\w:.-]+(?:\s(?![^<>]*\b(?:name|key|id)\s*=)[^<>]*)?>\s*/y },
  // `name As String = `, `name (production): `, `${name}    value`, `define(name, value)`, `name,value` on a line of its own
  { first: '_', then: 'aA', pattern: /\s+As\s+[\w.]+\s*=\s*/iy },
  { first: '_', then: '(', pattern: /[ \t]\([^()\n]{1,40}\)[`*"']{0,2}\s*[:=]\s*/y },
  { before: openBrace, last: '{', first: '}', pattern: /\}(?:[ \t]*=)?[ \t]{2,}/y },
  { before: definition, last: '(_\'"', first: '\'"_,', then: ',', core: ',', pattern: /['"]?\s*,\s*/y },
  { before: lineStart, last: '\n"\'', first: '"\'_', pattern: /["']?\t["']?(?=\S)/y },
  { before: firstCells, last: '\n"\'w .:/-', first: '\'",', core: ',', pattern: /["']?,(?=["']?[^\s,"'][^\s]*$)/my },
  // `name: Type = `, `name { get; set; } = `
  { first: '"\'`])?!_:', then: ':', core: '?!:', pattern: typed },
  { first: '_{', then: '{', pattern: /\s*\{[^{}\n]{0,60}\}\s*=\s*/y },
  // `process.env.NAME || "value"`, `os.getenv("NAME") or "value"`, `ENV["NAME"] ?? "value"`
  { first: '\\"\'`_])!|?o/', then: '])!|?o/', core: '!|?o/', pattern: /\\?["'`]?\s*\]?\)?!?\s*(?:\|\||\?\?|\?:|\bor\b|\/\/)\s*(?=["'`rbfu@$])/y },
  // `ENV.fetch("NAME") { "value" }`
  { first: '"\'', core: '{dD', pattern: /["']\s*\)\s*(?:\{|do)\s*(?=["'])/y },
  // `name = `, `"name": `, `name => `, `name := `, `name <- `, `name == `, `$name{"x"} = `
  { first: '[\\"\'`_]})?!=:<-|+', then: ']})?!=:<-|+', core: '[?!=:<-|+', pattern: /(?:\[\w*\])?\\?["'`]?\s*\]?\}?\)?[?!]?\s*(?:===?|!==?|:=|=>|<-|->|\?\?=|\|\|=|\?=|\+=|=|::?)(?!\/\/|:?(?:before|after|placeholder|marker|selection)\s*[,{])[ \t]*(?:!(?:!\w+|secret|unsafe)[ \t]+)?(?:[|>][-+0-9]*[ \t]*(?:\r?\n)[ \t]*|(?:\r?\n)[ \t]*(?=["'`])|&[\w-]+[ \t]+)?/y },
  // `("name", "value")`, `{<<"name">>, <<"value">>}`
  { before: quotedLabel, last: '"\'`w .-', first: '\\"\'`', core: '>.s,', pattern: /\\?["'`](?:>>|\.to_string\(\)|\.into\(\)|s)?\s*,\s*(?:\w+\s*[=:]\s*)?/y },
  { before: quotedLabel, last: '"\'`w .-', first: '"\'`', core: 't-~=', pattern: /["'`]\s*\)?\s*(?:to|->|~>|==)\s+(?=["'`])/y },
  // `name("value")`, `name{"value"}`
  { first: '({', pattern: /[({]\s*(?:\w+\s*[:=]\s*)?(?=[@$rbfu]?["'`])/y },
  // `--name value`, `ENV NAME value`, `set -x NAME value`, `password value`
  { before: option, last: '-w', first: '"\',_', pattern: /["']?,?[ \t]+(?:\\\r?\n[ \t]*)?/y },
  { before: assigningCommand, last: '_', first: '_', pattern: /(?:\s+\/m)?[ \t]+/y },
  // `param name string = `, `const name string = `
  { before: declaring, last: '_', first: '_', pattern: /[ \t]+[A-Za-z]\w{0,30}[?]?[ \t]*=(?!=)[ \t]*/y },
  // `val name by extra("value")`
  { first: '_', then: 'b', pattern: /[ \t]+by[ \t]+[\w.]{1,40}(?:<[\w?]+>)?[({][ \t]*(?=["'])/y },
  // Lisp: `(defparameter *name* "value")`, `(define name (make-parameter "value"))`, `(name . "value")`
  { before: matching(/\([\w!-]+[ \t]+[*+]$/), last: '*+', first: '*+', pattern: /[*+]\s+(?=")/y },
  { before: matching(/\(def[\w-]*[ \t]+$/), last: '_', first: '_', then: '(', pattern: /[ \t]+\((?:make-parameter|make-fluid|delay|box|atom)[ \t]+(?=")/y },
  { before: matching(/\(["']?$/), last: '("\'', first: '_"', then: '.', core: '.', pattern: /"?[ \t]+\.[ \t]+,?(?=")/y },
  // Lisp, Tcl, HCL, Nginx: `name "value"`
  { first: '_', then: '"\'', pattern: /[ \t]+(?=["'])/y },
  // `| name | value |`
  { before: matching(/\|\s*[`*]{0,2}[\w .-]*$/), last: '|_`*w.-', first: '`*_|', then: '|', pattern: /[`*]{0,2}[ \t]*\|[ \t]*[`*]{0,2}(?=[^\s|])/y },
  // labels of forms and tables: `Submit API key    value`
  { before: firstWords, last: '_w', first: '_', pattern: /[ \t]{2,}(?=\S)/y },
  // prose: `the key is value`
  { first: '_', then: 'fotFOT', pattern: /[ \t]+(?:for|of|to)[ \t]+(?:the[ \t]+)?(?:Atomyx(?:[ \t]+Submit)?|Submit|prod(?:uction)?|staging|test(?:ing)?|dev(?:elopment)?|live|sandbox|QA|CI)(?:[ \t]+(?:API|environment|system|server|account))?[ \t]*(?:is|was|:|=)[ \t]*:?[ \t]*/iy },
  { first: '"\'`*_', then: 'iw', core: '*iIwW', pattern: /["'`*]{0,2}\s+(?:is|was|would be)\s*:?\s+/y },
  { first: '*:', pattern: /\*\*\s*:\s*|:\s*\*\*\s*/y },
];

interface QuickSeparator extends Separator {
  readonly mayFollow: Uint8Array | undefined;
  readonly cores: Uint8Array | undefined;
}

/** The separators that can start with a character, by its code; those that start with white space, by the code of what follows it. Filled when asked. */
const byFirst: (readonly QuickSeparator[] | undefined)[] = Array.from({ length: 128 });
const byThen: (readonly QuickSeparator[] | undefined)[] = Array.from({ length: 128 });
let quick: readonly QuickSeparator[] | undefined;
let behindBlanks: readonly QuickSeparator[] | undefined;

function startingWith(first: string): readonly QuickSeparator[] {
  quick ??= separators.map((separator) => ({ ...separator, mayFollow: separator.last === undefined ? undefined : codesIn(separator.last), cores: separator.core === undefined ? undefined : codesOf(separator.core) }));
  return quick.filter((separator) => separator.first.includes(first));
}

/** The characters of a list in which `_` stands for white space, and `w` for what a word is made of. */
function codesIn(list: string): Uint8Array {
  return codesOf(list.replace('_', ' \t\n\r\v\f').replace('w', wordChars));
}

function separatorsAt(text: string, end: number): readonly QuickSeparator[] {
  if (!isBlankAt(text, end)) {
    const code = text.charCodeAt(end);
    return code < byFirst.length ? (byFirst[code] ??= startingWith(text.charAt(end))) : [];
  }
  let at = end + 1;
  while (isBlankAt(text, at)) at++;
  const code = text.charCodeAt(at);
  if (code < byThen.length) return (byThen[code] ??= startingWith('_').filter(({ then }) => then?.includes(text.charAt(at)) ?? true));
  return (behindBlanks ??= startingWith('_').filter(({ then }) => then === undefined));
}

/** How much in front of a name tells what may follow it, in UTF-16 units. */
const longestBefore = 60;

/**
 * @param text - the whole text.
 * @param start - offset of the first character of the name.
 * @param end - offset behind its last.
 * @returns the offset at which the value of the name starts, or -1 where nothing is bound to it.
 */
export function valueStart(text: string, start: number, end: number): number {
  const possible = separatorsAt(text, end);
  if (possible.length === 0) return -1;
  const last = text.charCodeAt(start - 1);
  const core = text.charCodeAt(behindClosing(text, end));
  const from = Math.max(0, start - longestBefore);
  for (const { before, mayFollow, cores, pattern } of possible) {
    if (cores !== undefined && cores[core] !== 1) continue;
    // Beyond ASCII, and at the beginning of the text, nothing is told by one character.
    if (mayFollow !== undefined && last < 128 && mayFollow[last] !== 1) continue;
    if (before !== undefined && !before(text, from, start)) continue;
    if (pattern === typed && !mayBeTyped(text, end)) continue;
    pattern.lastIndex = end;
    if (pattern.test(text)) return pattern.lastIndex;
  }
  return -1;
}

const isClosing = codesOf('\\"\'`])}');

/** Offset behind quotes, closing brackets, backslashes and white space. */
function behindClosing(text: string, offset: number): number {
  let at = offset;
  while (isClosing[text.charCodeAt(at)] === 1 || isBlankAt(text, at)) at++;
  return at;
}

const ofType = codesOf(`${wordChars}<>[], .?&|*:`);
const ofTypeEnd = codesOf('"\'`])?!');
const isWord = codesOf(wordChars);

/** A quick no for the separator with a type in it: behind the colon a word begins, and all is of a type up to an equals sign. */
function mayBeTyped(text: string, end: number): boolean {
  let at = end;
  while (ofTypeEnd[text.charCodeAt(at)] === 1 || isBlankAt(text, at)) at++;
  if (text.charCodeAt(at) !== colon) return false;
  at++;
  while (isBlankAt(text, at)) at++;
  if (isWord[text.charCodeAt(at)] !== 1) return false;
  const last = at + longestType + 1;
  while (at < last && (ofType[text.charCodeAt(at)] === 1 || isBlankAt(text, at))) at++;
  while (isBlankAt(text, at)) at++;
  return text.charCodeAt(at) === equals;
}
