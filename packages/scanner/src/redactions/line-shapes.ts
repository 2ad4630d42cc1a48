import { codesOf, mayHoldCredible, randomTokenIn } from '@submit-guard/core';
import type { Range } from '@submit-guard/core';
import { holdsCredible } from './credential-words.ts';

/** Characters of a line that a shape is made of. */
const longest = 4096;

/** Digits of a number; longer ones might be something else. */
const longestNumber = 15;

/** Characters at the beginning of a line in which the lengths of numbers count: a time is told by them. */
const head = 32;

const other = 0;
const digit = 1;
const letter = 2;
const lineEnd = 3;
const beyond = 4;
/** What a byte is, by its code. */
const kinds = new Uint8Array(256).fill(beyond, 128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  kinds[code] = /[0-9]/.test(char) ? digit : /[a-z]/i.test(char) ? letter : /[\r\n]/.test(char) ? lineEnd : code < 0x09 ? beyond : other;
}

/** What belongs to a token before or behind it, so that it is only a part of one. */
const joins = codesOf('-_.+/=~%@:#$&?!*|\\');
/** What may stand before a token all the same. */
const opens = codesOf('=:');
/** What ends a value; see `holdsCredible`. */
const ends = codesOf(' \t"\'`,;<>(){}[]|\\\r\n');
/** What makes the digit behind it one of an escape, or of a place in a template. */
const escapes = codesOf('%$\\{');

const hyphen = 0x2d;
const dot = 0x2e;
const zero = 0x30;
const letterT = 0x54;
const letterZ = 0x5a;

/**
 * Stands in a key for a token, one more where that begins with a letter and may be a name in a program; its length follows. A line that holds one of these
 * has no key.
 */
const marks = { hexadecimal: 1, alphanumeric: 3 } as const;

const lengthOfUuid = 36;

/**
 * Reads lines for what they have in common. Numbers, and tokens that are plainly random, are left out of a key where the detector treats all of them alike: neither is part
 * of a value that could be credible, nor of a word.
 */
export class LineShapes {
  readonly #out = Buffer.alloc(longest);
  /** Offsets of the random tokens of the last line, each with its start and end. */
  readonly #tokens: number[] = [];
  #end = 0;

  /** Offset behind the line that was read last, and its end; -1 where that was not found. */
  get end(): number {
    return this.#end;
  }

  /** The random tokens of the line that was read last, in order: one for each mark in its key. */
  get tokens(): readonly Range[] {
    const ranges: Range[] = [];
    for (let index = 0; index < this.#tokens.length; index += 2) ranges.push({ start: this.#tokens[index] ?? 0, end: this.#tokens[index + 1] ?? 0 });
    return ranges;
  }

  /** The token of the line that was read last that a mark of its key stands for. @param ordinal - from 0. */
  token(ordinal: number): Range {
    return { start: this.#tokens[2 * ordinal] ?? 0, end: this.#tokens[2 * ordinal + 1] ?? 0 };
  }

  /**
   * Reads a line.
   *
   * @param text - bytes, one a character.
   * @param start - offset of the line.
   * @returns its key: what it holds besides numbers and random tokens, and where it holds those. Lines with one key are judged alike where they stand in
   *   the same context. `undefined` for a line that is like no other.
   */
  read(text: string, start: number): string | undefined {
    const out = this.#out;
    const most = Math.min(text.length, start + longest);
    let length = 0;
    let at = start;
    let runStart = start;
    /** A number has been left out of the run at hand, and it has letters. */
    let hasNumber = false;
    let hasLetter = false;
    let isShaped = true;
    this.#tokens.length = 0;
    while (at < most) {
      const code = text.charCodeAt(at);
      const kind = kinds[code];
      if (kind === other) {
        if (ends[code] === 1) {
          if (hasNumber && hasLetter && isCredibleRun(text, runStart, at)) isShaped = false;
          hasNumber = false;
          hasLetter = false;
          runStart = at + 1;
        }
        out[length++] = code;
        at++;
        continue;
      }
      if (kind === lineEnd || kind === beyond) break;
      const uuid = isUuid(text, at) ? randomTokenIn(text, at, at + lengthOfUuid) : undefined;
      if (uuid !== undefined && standsAlone(text, at, at + lengthOfUuid)) {
        length = this.#mark(text, uuid, at, at + lengthOfUuid, length);
        at += lengthOfUuid;
        continue;
      }
      let end = at + 1;
      let seen = kind ?? other;
      for (; end < most; end++) {
        const next = kinds[text.charCodeAt(end)];
        if (next !== digit && next !== letter) break;
        seen |= next;
      }
      if (seen === digit ? isNumber(text, at, end) : seen === (digit | letter) && isMeasure(text, at, end)) {
        hasNumber = true;
        if (at - start < head) length = writeDigits(text, at, end, out, length);
        else length = writeNumber(text, at, end, out, length);
        if (seen !== digit) hasLetter ||= isUnit(text.charCodeAt(end - 1));
        at = end;
        continue;
      }
      const token = seen === (digit | letter) && standsAlone(text, at, end) ? randomTokenIn(text, at, end) : undefined;
      if (token !== undefined) length = this.#mark(text, token, at, end, length);
      else {
        for (let index = at; index < end; index++) out[length++] = text.charCodeAt(index);
        hasLetter ||= seen !== digit;
      }
      at = end;
    }
    if (hasNumber && hasLetter && isCredibleRun(text, runStart, at)) isShaped = false;
    const isWhole = at === text.length || kinds[text.charCodeAt(at)] === lineEnd;
    this.#end = isWhole ? behindLineEnd(text, at) : -1;
    return isWhole && isShaped ? out.toString('latin1', 0, length) : undefined;
  }

  /** Writes the mark of a token. */
  #mark(text: string, token: keyof typeof marks, start: number, end: number, length: number): number {
    this.#tokens.push(start, end);
    this.#out[length] = marks[token] + (kinds[text.charCodeAt(start)] === letter ? 1 : 0);
    this.#out[length + 1] = end - start;
    return length + 2;
  }
}

function behindLineEnd(text: string, at: number): number {
  if (at === text.length) return at;
  return text.charCodeAt(at) === 0x0d && text.charCodeAt(at + 1) === 0x0a ? at + 2 : at + 1;
}

/** Whether the digits between two offsets are a number of which only that counts: no part of an address, an escape or a template. */
function isNumber(text: string, start: number, end: number): boolean {
  if (end - start > longestNumber || escapes[text.charCodeAt(start - 1)] === 1) return false;
  return text.charCodeAt(end) !== dot ? text.charCodeAt(start - 1) !== dot || !isAddress(text, start) : !isAddress(text, start);
}

/** Whether an address with four numbers stands around an offset: whose it is depends on them. */
function isAddress(text: string, offset: number): boolean {
  let start = offset;
  while (start > offset - 12 && (kinds[text.charCodeAt(start - 1)] === digit || text.charCodeAt(start - 1) === dot)) start--;
  return /^\d{1,3}(?:\.\d{1,3}){3}/.test(text.slice(start, start + 15));
}

/** Whether a number with its unit stands between two offsets, or a part of a time: `45ms`, `123Z`, `27T10`. */
function isMeasure(text: string, start: number, end: number): boolean {
  if (end - start > longestNumber || escapes[text.charCodeAt(start - 1)] === 1) return false;
  let at = start;
  while (kinds[text.charCodeAt(at)] === digit) at++;
  if (at === start) return false;
  const unit = at;
  while (at < end && kinds[text.charCodeAt(at)] === letter) at++;
  if (at === end) return at - unit <= 2;
  if (at - unit > 1 || text.charCodeAt(unit) !== letterT) return false;
  while (at < end && kinds[text.charCodeAt(at)] === digit) at++;
  return at === end;
}

/** Whether a character makes what it stands behind more than a part of a time. */
function isUnit(code: number): boolean {
  return kinds[code] === letter && code !== letterT && code !== letterZ;
}

/** Copies letters, and writes each digit as 0. */
function writeDigits(text: string, start: number, end: number, out: Buffer, from: number): number {
  let length = from;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    out[length++] = kinds[code] === digit ? zero : code;
  }
  return length;
}

/** Copies letters, and writes each number as one 0. */
function writeNumber(text: string, start: number, end: number, out: Buffer, from: number): number {
  let length = from;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (kinds[code] !== digit) out[length++] = code;
    else if (at === start || kinds[text.charCodeAt(at - 1)] !== digit) out[length++] = zero;
  }
  return length;
}

function isUuid(text: string, start: number): boolean {
  return text.charCodeAt(start + 8) === hyphen && text.charCodeAt(start + 13) === hyphen && text.charCodeAt(start + 18) === hyphen && text.charCodeAt(start + 23) === hyphen;
}

/** Whether what stands between two offsets is no part of something longer. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  return (joins[before] !== 1 || opens[before] === 1) && joins[text.charCodeAt(end)] !== 1;
}

/** Whether a run could be credible, as a whole or in its parts. Dates are not. */
function isCredibleRun(text: string, start: number, end: number): boolean {
  return end - start >= 8 && mayHoldCredible(text, start, end) && holdsCredible(text.slice(start, end));
}
