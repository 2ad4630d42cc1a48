import { codesOf, latin1, mayHoldCredible } from '@submit-guard/core';
import { holdsCredible } from './credential-words.ts';

/** Digits of a number; longer ones might be something else. */
export const longestNumber = 15;

export const other = 0;
export const digit = 1;
export const letter = 2;
export const lineEnd = 3;
export const beyond = 4;
/** What a byte is, by its code. */
export const kinds = new Uint8Array(256).fill(beyond, 128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  kinds[code] = /[0-9]/.test(char) ? digit : /[a-z]/i.test(char) ? letter : /[\r\n]/.test(char) ? lineEnd : code < 0x09 ? beyond : other;
}

/** What belongs to a token before or behind it, so that it is only a part of one. */
const joins = codesOf('-_.+/=~%@:#$&?!*|\\');
/** What may stand before a token all the same. */
const opens = codesOf('=:');
/** What ends a value; see `holdsCredible`. */
export const ends = codesOf(' \t"\'`,;<>(){}[]|\\\r\n');
/** What makes the digit behind it one of an escape, or of a place in a template. */
const escapes = codesOf('%$\\{');

const hyphen = 0x2d;
const underscore = 0x5f;
const dot = 0x2e;
const letterT = 0x54;
const letterZ = 0x5a;

export const lengthOfUuid = 36;

/** The byte at an offset; outside of the bytes, it is a line feed. */
function codeAt(bytes: Uint8Array, at: number): number {
  return at < 0 ? 0x0a : (bytes[at] ?? 0x0a);
}

/** Offset behind the line end at an offset, or the end of the bytes. */
export function behindLineEnd(bytes: Uint8Array, at: number): number {
  if (at === bytes.length) return at;
  return codeAt(bytes, at) === 0x0d && codeAt(bytes, at + 1) === 0x0a ? at + 2 : at + 1;
}

/** Whether the digits between two offsets are a number of which only that counts: no part of an address, an escape or a template. */
export function isNumber(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > longestNumber || escapes[codeAt(bytes, start - 1)] === 1) return false;
  return codeAt(bytes, end) !== dot ? codeAt(bytes, start - 1) !== dot || !isAddress(bytes, start) : !isAddress(bytes, start);
}

/** Whether an address with four numbers stands around an offset: whose it is depends on them. */
export function isAddress(bytes: Uint8Array, offset: number): boolean {
  let at = offset;
  while (at > offset - 12 && (kinds[codeAt(bytes, at - 1)] === digit || codeAt(bytes, at - 1) === dot)) at--;
  for (let number = 1; number <= 4; number++) {
    const start = at;
    while (at < start + 3 && kinds[codeAt(bytes, at)] === digit) at++;
    if (at === start) return false;
    if (number < 4 && codeAt(bytes, at++) !== dot) return false;
  }
  return true;
}

/** Whether a number with its unit stands between two offsets, or a part of a time: `45ms`, `123Z`, `27T10`. */
export function isMeasure(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > longestNumber || escapes[codeAt(bytes, start - 1)] === 1) return false;
  let at = start;
  while (kinds[codeAt(bytes, at)] === digit) at++;
  if (at === start) return false;
  const unit = at;
  while (at < end && kinds[codeAt(bytes, at)] === letter) at++;
  if (at === end) return at - unit <= 2;
  if (at - unit > 1 || codeAt(bytes, unit) !== letterT) return false;
  while (at < end && kinds[codeAt(bytes, at)] === digit) at++;
  return at === end;
}

/** Whether a character makes what it stands behind more than a part of a time. */
export function isUnit(code: number): boolean {
  return kinds[code] === letter && code !== letterT && code !== letterZ;
}

/** Whether hyphens stand where those of a UUID do. */
export function isUuid(bytes: Uint8Array, start: number): boolean {
  return codeAt(bytes, start + 8) === hyphen && codeAt(bytes, start + 13) === hyphen && codeAt(bytes, start + 18) === hyphen && codeAt(bytes, start + 23) === hyphen;
}

/** Whether what stands between two offsets is no part of something longer. */
export function standsAlone(bytes: Uint8Array, start: number, end: number): boolean {
  const before = codeAt(bytes, start - 1);
  return (joins[before] !== 1 || opens[before] === 1) && joins[codeAt(bytes, end)] !== 1;
}

/** Whether a character may stand between the letters and digits of base64url. */
export function isSeparator(code: number): boolean {
  return code === hyphen || code === underscore;
}

/** Whether a run could be credible, as a whole or in its parts. Dates are not. */
export function isCredibleRun(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 8) return false;
  const text = latin1(bytes, start, end);
  return mayHoldCredible(text, 0, text.length) && holdsCredible(text);
}

/** Where a run that ends at an offset begins, in a line that begins at `start`. */
export function runStart(bytes: Uint8Array, end: number, start: number): number {
  let at = end;
  while (at > start && ends[bytes[at - 1] ?? 0] !== 1) at--;
  return at;
}
