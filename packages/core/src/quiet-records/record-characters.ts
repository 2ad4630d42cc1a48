import { digits, hyphen as hyphenMinus, letters } from '../characters/codes.ts';

export const other = 0;
export const digit = 1;
const lower = 2;
const upper = 4;
const hyphen = 8;
export const never = 16;
/** Letters of both cases. */
export const mixed = lower | upper;
/** Letters, digits, hyphens and underscores. */
export const inRun = digit | lower | upper | hyphen;
/** What a character is, by its code. What may join lines, encode text, or begin a string or a tag is in no shape. */
export const kinds = new Uint8Array(256).fill(never, 0, 32).fill(never, 127);
for (const char of letters) kinds[char.charCodeAt(0)] = char === char.toLowerCase() ? lower : upper;
for (const char of digits) kinds[char.charCodeAt(0)] = digit;
for (const char of '-_') kinds[char.charCodeAt(0)] = hyphen;
for (const char of '\\%&`\'<$@') kinds[char.charCodeAt(0)] = never;
for (const char of '\r\n') kinds[char.charCodeAt(0)] = other;

/** Digits in front of a unit: more may be a part of a value. */
const longestMeasure = 6;
const upperT = 0x54;

const isLetter = (kind: number): boolean => (kind & mixed) !== 0;

/** Whether digits with hyphens and the `T` of a date among them stand there, with at most two letters behind: `2026-01-01T00`, `037Z`, `45ms`. */
export function isNumberAt(text: Uint8Array, start: number, end: number): boolean {
  if (kinds[text[start] ?? 0] !== digit) return false;
  let last = end;
  while (end - last < 2 && isLetter(kinds[text[last - 1] ?? 0] ?? never)) last--;
  if (last < end && last - start > longestMeasure) return false;
  for (let at = start; at < last; at++) {
    const code = text[at] ?? 0;
    if (kinds[code] !== digit && code !== hyphenMinus && !(code === upperT && kinds[text[at - 1] ?? 0] === digit && kinds[text[at + 1] ?? 0] === digit)) return false;
  }
  return true;
}
