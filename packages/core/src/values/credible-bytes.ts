import { backslash, backtick, lineFeed } from '../characters/codes.ts';
import { latin1 } from '../characters/latin1.ts';
import type { Credibility } from './credibility.ts';
import { credibilityOf } from './credibility.ts';

/** Shortest and longest stretch that is weighed, in bytes. */
const shortest = 8;
const longest = 8192;

/** Fewest letters and signs that are weighed where no digit stands among them: `Copyright` looks as random as a short key. */
const shortestLetters = 16;

const digit = 1;
const letter = 2;
const sign = 4;
/** What a credential is made of wherever it stands, by the code of a character. */
const kinds = new Uint8Array(256);
for (const char of '0123456789') kinds[char.charCodeAt(0)] = digit;
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') kinds[char.charCodeAt(0)] = letter;
for (const char of '_-.+/~') kinds[char.charCodeAt(0)] = sign;

const doubleQuote = 0x22;
const singleQuote = 0x27;

/** A string with so many encoded characters may be an encoded key. */
const fewestEscapes = 4;
const firstOfEscape: Readonly<Record<number, RegExp>> = { [backslash]: /[xu\d]/, 0x25: /[\da-fA-F]/, 0x26: /#/ };

/** What may stand between the pieces of a string. */
const joints = new Uint8Array(256);
for (const char of ' \t\r\n+.&|') joints[char.charCodeAt(0)] = 1;
const longestJoint = 24;

const isQuote = (code: number): boolean => code === doubleQuote || code === singleQuote || code === backtick;

/** What a value begins with: what credentials are made of, and quotes. */
const starts = kinds.map((kind, code) => (kind !== 0 || isQuote(code) ? 1 : 0));

/** A first place in bytes where a credible value begins, as far as they were looked at. */
interface Look {
  /** Offset of the value. */
  readonly found?: number;
  /** Offset up to which there is none before it; no run or string crosses it. */
  readonly end: number;
}

/**
 * Finds credible values in bytes, or something encoded that may be one: runs of letters, digits and signs in which letters and digits
 * mix, and strings, also those in pieces. Answers from the bytes, before anything is decoded; yes where in doubt. Every quote is taken
 * for an opening one, so that an apostrophe does not turn strings inside out. Questions with ascending offsets cost one pass over the bytes.
 */
export class CredibleValues {
  readonly #bytes: Uint8Array;
  readonly #least: Exclude<Credibility, 'none'>;
  /** What the last look has come to, and where it began. */
  #from = 0;
  #last: Look = { end: 0 };

  /** @param least - how credible values must be. */
  constructor(bytes: Uint8Array, least: Exclude<Credibility, 'none'>) {
    this.#bytes = bytes;
    this.#least = least;
  }

  /** Whether a value begins between two offsets in bytes. */
  beginsBetween(from: number, to: number): boolean {
    if (from >= to) return false;
    if (from < this.#from || from > (this.#last.found ?? this.#last.end)) this.#look(from, from, to);
    // In the middle of a run, what is left of it may be credible where all of it is not.
    else if (this.#isWithinRun(from) && firstCredible(this.#bytes, from, from + 1, this.#least).found !== undefined) return true;
    if (this.#last.found === undefined && this.#last.end < to) this.#look(this.#from, this.#last.end, to);
    return this.#last.found !== undefined && this.#last.found < to;
  }

  #look(since: number, from: number, to: number): void {
    this.#from = since;
    this.#last = firstCredible(this.#bytes, from, to, this.#least);
  }

  #isWithinRun(offset: number): boolean {
    return offset > 0 && kinds[this.#bytes[offset - 1] ?? 0] !== 0 && kinds[this.#bytes[offset] ?? 0] !== 0;
  }
}

function firstCredible(bytes: Uint8Array, from: number, to: number, least: Exclude<Credibility, 'none'>): Look {
  let at = from;
  for (;;) {
    at = nextStart(bytes, at, to);
    if (at >= to) return { end: at };
    if (isQuote(bytes[at] ?? 0)) {
      const end = endOfString(bytes, at, to + longest);
      if (end === 'encoded' || (end !== undefined && isCredible(joinedStrings(bytes, at, end), least))) return { found: at, end: at };
      at++;
      continue;
    }
    const end = endOfRun(bytes, at);
    const length = end - at;
    if (length >= shortest && length <= longest && mixes(bytes, at, end) && isAtLeast(credibilityOf(latin1(bytes, at, end)), least)) return { found: at, end: at };
    at = end;
  }
}

// The loops are small functions of their own: the engine compiles what is hot, and all that it can draw into it.

/** The first offset from `at` on at which a string opens or a run begins; `to` where none does. */
function nextStart(bytes: Uint8Array, at: number, to: number): number {
  let next = at;
  while (next < to && starts[bytes[next] ?? 0] === 0) next++;
  return next;
}

function endOfRun(bytes: Uint8Array, at: number): number {
  let end = at;
  while (end < bytes.length && kinds[bytes[end] ?? 0] !== 0) end++;
  return end;
}

/** Whether letters and digits stand in a run. */
function mixes(bytes: Uint8Array, from: number, to: number): boolean {
  let seen = 0;
  for (let at = from; at < to; at++) seen |= kinds[bytes[at] ?? 0] ?? 0;
  return (seen & (digit | letter)) === (digit | letter);
}

/** Whether a run of letters and signs alone that stands in a stretch of bytes is credible: a value without quotes right behind its name. */
export function beginsCredible(bytes: Uint8Array, from: number, to: number): boolean {
  return latin1(bytes, from, to).split(/[^\w.+/~-]+/).some((run) => run.length >= shortestLetters && credibilityOf(run) !== 'none');
}

function isAtLeast(credibility: Credibility, least: Exclude<Credibility, 'none'>): boolean {
  return credibility === 'strong' || credibility === least;
}

/** Whether the content of a string is a value, or a value with a scheme in front of it. */
function isCredible(text: string, least: Exclude<Credibility, 'none'>): boolean {
  const [first = '', second, ...further] = text.split(' ', 3);
  return further.length === 0 && text.length >= shortest && isAtLeast(credibilityOf(second ?? first), least);
}

/** Where the string that opens at an offset closes; `encoded` where what it holds would have to be decoded first. */
function endOfString(bytes: Uint8Array, open: number, limit: number): number | 'encoded' | undefined {
  const quote = bytes[open];
  const last = Math.min(bytes.length, limit, open + longest);
  let escapes = 0;
  for (let at = open + 1; at < last; at++) {
    const code = bytes[at] ?? 0;
    if (code === quote) return escapes >= fewestEscapes ? 'encoded' : at;
    if (code === lineFeed && quote !== backtick) return undefined;
    if (firstOfEscape[code]?.test(String.fromCharCode(bytes[at + 1] ?? 0))) escapes++;
    if (code === backslash) at++;
  }
  return undefined;
}

/** The content of a string and of those that follow it with nothing but joints between. */
function joinedStrings(bytes: Uint8Array, open: number, close: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = buffer.toString('latin1', open + 1, close);
  let end = close + 1;
  for (let pieces = 0; pieces < 64; pieces++) {
    let next = end;
    while (next - end < longestJoint && joints[bytes[next] ?? 0] === 1) next++;
    const closing = isQuote(bytes[next] ?? 0) ? endOfString(bytes, next, next + longest) : undefined;
    if (typeof closing !== 'number') break;
    text += buffer.toString('latin1', next + 1, closing);
    end = closing + 1;
  }
  return text;
}
