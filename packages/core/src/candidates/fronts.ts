import { brace, codesOf, equals, hyphen, isBlankAt, lineFeed, parenthesis, space, tab, wordChars } from '../characters/codes.ts';

/**
 * Whether what stands in front of a name is what a separator needs there. Looks from the name backwards.
 *
 * @param from - offset at which the looking back ends; taken for the beginning of a line.
 * @param start - offset of the name.
 */
export type Front = (text: string, from: number, start: number) => boolean;

/** What a regular expression, which ends at the name, finds. */
export function matching(pattern: RegExp): Front {
  return (text, from, start) => pattern.test(text.slice(from, start));
}

const isQuote = codesOf('"\'');
const isAnyQuote = codesOf('"\'`');
const ofWord = codesOf(`${wordChars} `);
const ofLabel = codesOf(`${wordChars} .-`);
const ofCell = codesOf(`${wordChars} .:/-`);
const ofAttribute = codesOf(`${wordChars}.:-`);
const ofFlag = codesOf(`${wordChars}-`);
const beforeFlag = codesOf('"\'`[,(');
const sigil = codesOf('$@&');
const lastOfCommand = codesOf('vVgGtTxXmMeE');

/** `x="` or `x = '`. */
export const attributeQuote: Front = (text, from, start) => isQuote[text.charCodeAt(start - 1)] === 1 && followsEquals(text, from, start - 1);

/** `x="na`: a quote, and the beginning of the name. */
export const attributeValue: Front = (text, from, start) => {
  const at = skipBack(text, from, start, ofAttribute);
  return at > from && isQuote[text.charCodeAt(at - 1)] === 1 && followsEquals(text, from, at - 1);
};

/** The beginning of a line, or a quote there. */
export const lineStart: Front = (text, from, start) => {
  const at = start > from && isQuote[text.charCodeAt(start - 1)] === 1 ? start - 1 : start;
  return beginsLine(text, from, at) || beginsLine(text, from, start);
};

/** The first cells of a line, all of them words. */
export const firstCells: Front = (text, from, start) => {
  const at = skipBack(text, from, start, ofCell);
  return beginsLine(text, from, at) || (isQuote[text.charCodeAt(at - 1)] === 1 && beginsLine(text, from, at - 1));
};

/** Nothing but words and blanks in the line. */
export const firstWords: Front = (text, from, start) => {
  let at = skipBack(text, from, start, ofWord);
  while (at > from && (text.charCodeAt(at - 1) === space || text.charCodeAt(at - 1) === tab)) at--;
  return beginsLine(text, from, at);
};

/** A quote, or a quote and the beginning of a label. */
export const quotedLabel: Front = (text, from, start) => {
  const at = skipBack(text, from, start, ofLabel);
  return at > from && isAnyQuote[text.charCodeAt(at - 1)] === 1;
};

/** `${`, `@{`, `&{`. */
export const openBrace: Front = (text, from, start) => start - 2 >= from && text.charCodeAt(start - 1) === brace && sigil[text.charCodeAt(start - 2)] === 1;

/** `-na`, `--na`: the hyphens of an option. */
export const option: Front = (text, from, start) => {
  const at = skipBack(text, from, start, ofFlag);
  return at < start && text.charCodeAt(at) === hyphen && (at === from || beforeFlag[text.charCodeAt(at - 1)] === 1 || isBlankAt(text, at - 1));
};

const defining = /\bdefine\(\s*['"]?$/i;

/** `define(`, `define('`. */
export const definition: Front = (text, from, start) => {
  const end = isQuote[text.charCodeAt(start - 1)] === 1 ? start - 1 : start;
  const at = skipBlanksBack(text, from, end);
  return text.charCodeAt(at - 1) === parenthesis && defining.test(text.slice(from, start));
};

/** The last word of these commands. */
const commandWord = /^(?:env|arg|setenv|set|setx|fastcgi_param|export|define)$/i;
const command = /(?:^|\n|[;&|]\s*|\s)(?:ENV|ARG|SetEnv|RequestHeader set|setx|set|set\s+-\w+|setenv|env|fastcgi_param|export|define|#define)\s+$/i;

/** `ENV `, `export `, `set -x `. */
export const assigningCommand: Front = (text, from, start) => {
  const at = skipBlanksBack(text, from, start);
  if (at === start || at === from) return false;
  const word = skipBack(text, from, at, wordsOnly);
  const mayEnd = (lastOfCommand[text.charCodeAt(at - 1)] === 1 && commandWord.test(text.slice(word, at))) || text.charCodeAt(word - 1) === hyphen;
  return mayEnd && command.test(text.slice(from, start));
};

const declaration = /\b(?:param|var|const|let|dim)\s+$/i;

/** `param `, `const `: words that a type may follow behind the name. */
export const declaring: Front = (text, from, start) => isBlankAt(text, start - 1) && declaration.test(text.slice(Math.max(from, start - longestDeclaration), start));

const longestDeclaration = 10;

const wordsOnly = codesOf(wordChars);

function skipBack(text: string, from: number, start: number, set: Uint8Array): number {
  let at = start;
  while (at > from && set[text.charCodeAt(at - 1)] === 1) at--;
  return at;
}

function skipBlanksBack(text: string, from: number, start: number): number {
  let at = start;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

function followsEquals(text: string, from: number, end: number): boolean {
  const at = skipBlanksBack(text, from, end);
  return at > from && text.charCodeAt(at - 1) === equals;
}

function beginsLine(text: string, from: number, at: number): boolean {
  return at === from || text.charCodeAt(at - 1) === lineFeed;
}
