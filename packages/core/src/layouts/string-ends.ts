import { backslash, backtick, carriageReturn, codesOf, isWordAt, letters, lineFeed } from '../characters/codes.ts';

/** How far a template or raw string may reach before its quote is taken for punctuation, in UTF-16 units. */
const longestTemplate = 20_000;

const apostrophe = 39;
const isLetter = codesOf(letters);

/** How many quotes open the string at `start`; 0 where it is none. */
export function fenceAt(text: string, start: number, code: number): 0 | 1 | 3 {
  if (code === apostrophe && isApostrophe(text, start)) return 0;
  if (text.charCodeAt(start + 1) === code && text.charCodeAt(start + 2) === code) return code === backtick ? 0 : 3; // three backticks are a Markdown fence
  // A line continuation of PowerShell.
  if (code === backtick && /[\r\n]/.test(text.charAt(start + 1)) && text.charAt(start - 1) === ' ') return 0;
  return 1;
}

function isApostrophe(text: string, start: number): boolean {
  return isWordAt(text, start - 1) && isLetter[text.charCodeAt(start + 1)] === 1 && !/(?<!\w)[A-Za-z]{1,2}$/.test(text.slice(Math.max(0, start - 3), start));
}

/** Where the string ends that three quotes open at `start`; -1 where it is no string. */
export function endOfFenced(text: string, start: number): number {
  const close = text.indexOf(text.slice(start, start + 3), start + 3);
  return close - start > longestTemplate * 10 ? -1 : close;
}

/** Where the strings of a text end. Asked for ascending offsets, it looks for line ends and backslashes once. */
export class StringEnds {
  readonly #text: string;
  readonly #isPlain: boolean;
  #lineEnd = -1;
  #backslash = -1;

  constructor(text: string) {
    this.#text = text;
    this.#isPlain = !text.includes('\r');
  }

  /** Where the string ends that one quote opens at `start`; -1 where it is no string. */
  of(start: number, quote: number): number {
    const text = this.#text;
    const close = text.indexOf(text.charAt(start), start + 1);
    if (close === -1) return -1;
    const lineEnd = quote === backtick ? Infinity : this.#nextLineEnd(start);
    // Nearly all strings hold nothing that would have to be looked at one by one.
    if (!this.#isPlain || this.#nextBackslash(start) < Math.min(close, lineEnd)) return endOfEscaped(text, start, quote);
    return lineEnd < close || (quote === backtick && close - start >= longestTemplate) ? -1 : close;
  }

  #nextLineEnd(start: number): number {
    if (this.#lineEnd < start) this.#lineEnd = nextOf(this.#text, '\n', start);
    return this.#lineEnd;
  }

  #nextBackslash(start: number): number {
    if (this.#backslash < start) this.#backslash = nextOf(this.#text, '\\', start);
    return this.#backslash;
  }
}

function nextOf(text: string, char: string, from: number): number {
  const at = text.indexOf(char, from);
  return at === -1 ? Infinity : at;
}

function endOfEscaped(text: string, start: number, quote: number): number {
  const limit = quote === backtick ? Math.min(text.length, start + longestTemplate) : text.length;
  for (let i = start + 1; i < limit; i++) {
    const next = text.charCodeAt(i);
    if (next === backslash) i++;
    else if (next === quote) return i;
    else if ((next === lineFeed || next === carriageReturn) && quote !== backtick) return -1;
  }
  return -1;
}
