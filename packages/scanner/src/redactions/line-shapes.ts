import { randomTokenIn } from '@submit-guard/core';
import type { Range } from '@submit-guard/core';
import { behindLineEnd, beyond, digit, ends, isCredibleRun, isMeasure, isNumber, isSeparator, isUnit, isUuid, kinds, lengthOfUuid, letter, lineEnd, other, standsAlone } from './line-runs.ts';

/** Characters of a line that a shape is made of. */
export const longest = 4096;

/** Something in a line that may differ from one of the same shape: a number, with its unit, a token, or nothing where what stands around a number is to be looked at. */
export interface LinePart extends Range {
  readonly kind: 'number in head' | 'number' | 'token' | 'base64url' | 'uuid' | 'run';
}

/** Characters at the beginning of a line in which the lengths of numbers count: a time is told by them. */
const head = 32;

const zero = 0x30;

/**
 * Stands in a key for a token, one more where that begins with a letter and may be a name in a program; its length follows. A line that holds one of these
 * has no key.
 */
export const marks = { hexadecimal: 1, alphanumeric: 3, base64url: 5 } as const;

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

  /** Offsets of the random tokens of the line that was read last, each with its start and end: one pair for each mark in its key. */
  get tokens(): readonly number[] {
    return this.#tokens;
  }

  /**
   * Reads a line.
   *
   * @param start - offset of the line.
   * @returns its key: what it holds besides numbers and random tokens, and where it holds those. Lines with one key are judged alike where they stand in
   *   the same context. `undefined` for a line that is like no other.
   * @param parts - takes what is left out of the key, in order.
   */
  read(bytes: Uint8Array, start: number, parts?: LinePart[]): string | undefined {
    const out = this.#out;
    const most = Math.min(bytes.length, start + longest);
    let length = 0;
    let at = start;
    let runStart = start;
    /** A number has been left out of the run at hand, and it has letters. */
    let hasNumber = false;
    let hasLetter = false;
    let isShaped = true;
    this.#tokens.length = 0;
    while (at < most) {
      const code = bytes[at] ?? 0;
      const kind = kinds[code];
      if (kind === other) {
        if (ends[code] === 1) {
          if (hasNumber && hasLetter) {
            parts?.push({ kind: 'run', start: at, end: at });
            if (isCredibleRun(bytes, runStart, at)) isShaped = false;
          }
          hasNumber = false;
          hasLetter = false;
          runStart = at + 1;
        }
        out[length++] = code;
        at++;
        continue;
      }
      if (kind === lineEnd || kind === beyond) break;
      const uuid = isUuid(bytes, at) ? randomTokenIn(bytes, at, at + lengthOfUuid) : undefined;
      if (uuid !== undefined && standsAlone(bytes, at, at + lengthOfUuid)) {
        parts?.push({ kind: 'uuid', start: at, end: at + lengthOfUuid });
        length = this.#mark(bytes, uuid, at, at + lengthOfUuid, length);
        at += lengthOfUuid;
        continue;
      }
      let end = at + 1;
      let seen = kind ?? other;
      for (; end < most; end++) {
        const next = kinds[bytes[end] ?? 0];
        if (next !== digit && next !== letter) break;
        seen |= next;
      }
      const base64url = isSeparator(bytes[end] ?? 0) ? base64urlAt(bytes, at, most) : -1;
      if (base64url !== -1) {
        parts?.push({ kind: 'base64url', start: at, end: base64url });
        length = this.#mark(bytes, 'base64url', at, base64url, length);
        at = base64url;
        continue;
      }
      if (seen === digit ? isNumber(bytes, at, end) : seen === (digit | letter) && isMeasure(bytes, at, end)) {
        hasNumber = true;
        parts?.push({ kind: at - start < head ? 'number in head' : 'number', start: at, end });
        if (at - start < head) length = writeDigits(bytes, at, end, out, length);
        else length = writeNumber(bytes, at, end, out, length);
        if (seen !== digit) hasLetter ||= isUnit(bytes[end - 1] ?? 0);
        at = end;
        continue;
      }
      const token = seen === (digit | letter) && standsAlone(bytes, at, end) ? randomTokenIn(bytes, at, end) : undefined;
      if (token !== undefined) {
        parts?.push({ kind: 'token', start: at, end });
        length = this.#mark(bytes, token, at, end, length);
      } else {
        for (let index = at; index < end; index++) out[length++] = bytes[index] ?? 0;
        hasLetter ||= seen !== digit;
      }
      at = end;
    }
    if (hasNumber && hasLetter) {
      parts?.push({ kind: 'run', start: at, end: at });
      if (isCredibleRun(bytes, runStart, at)) isShaped = false;
    }
    const isWhole = at === bytes.length || kinds[bytes[at] ?? 0] === lineEnd;
    this.#end = isWhole ? behindLineEnd(bytes, at) : -1;
    return isWhole && isShaped ? out.toString('latin1', 0, length) : undefined;
  }

  /** Writes the mark of a token. */
  #mark(bytes: Uint8Array, token: keyof typeof marks, start: number, end: number, length: number): number {
    this.#tokens.push(start, end);
    this.#out[length] = marks[token] + (kinds[bytes[start] ?? 0] === letter ? 1 : 0);
    this.#out[length + 1] = end - start;
    return length + 2;
  }
}

/** Where base64url ends that begins at an offset; -1 where there is none. */
function base64urlAt(bytes: Uint8Array, start: number, most: number): number {
  let end = start;
  for (; end < most; end++) {
    const code = bytes[end] ?? 0;
    const kind = kinds[code];
    if (kind !== digit && kind !== letter && !isSeparator(code)) break;
  }
  return standsAlone(bytes, start, end) && randomTokenIn(bytes, start, end) === 'base64url' ? end : -1;
}

/** Copies letters, and writes each digit as 0. */
function writeDigits(bytes: Uint8Array, start: number, end: number, out: Buffer, from: number): number {
  let length = from;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    out[length++] = kinds[code] === digit ? zero : code;
  }
  return length;
}

/** Copies letters, and writes each number as one 0. */
function writeNumber(bytes: Uint8Array, start: number, end: number, out: Buffer, from: number): number {
  let length = from;
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (kinds[code] !== digit) out[length++] = code;
    else if (at === start || kinds[bytes[at - 1] ?? 0] !== digit) out[length++] = zero;
  }
  return length;
}
