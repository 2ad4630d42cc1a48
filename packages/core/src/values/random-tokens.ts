import { codesOf, digits, letters } from '../characters/codes.ts';
import { beginsBase64Text, beginsText } from '../characters/encoded-text.ts';
import { looksDense } from './credibility.ts';
import { hasOtherFormat } from './other-formats.ts';

/** What a token is of which every other one of its length is judged alike: random digits, or letters and digits. */
export type RandomToken = 'hexadecimal' | 'alphanumeric';

const shortest = 16;
const longest = 128;

const digit = 1;
const hexadecimalLetter = 2;
const otherLetter = 4;
const hyphen = 8;
/** What a character is, by its code. */
const kinds = new Uint8Array(128);
for (const char of letters) kinds[char.charCodeAt(0)] = /[a-f]/i.test(char) ? hexadecimalLetter : otherLetter;
for (const char of digits) kinds[char.charCodeAt(0)] = digit;
kinds['-'.charCodeAt(0)] = hyphen;

/** Letters in a row that spell no word. */
const longestWord = 4;
/** What people spell with hexadecimal digits. */
const hexadecimalWord = /deadbeef|cafebabe|abcdef/i;
/** The same character so often in a row is a mask. */
const longestRepeat = 5;
/** Bits from which hexadecimal digits are a strong value, and one more. */
const enoughBits = 47;

/** What of `n * log2(n)` comes with the n-th of equal characters, by the number of those before. */
const surprise = Float64Array.from({ length: longest }, (_, count) => (count === 0 ? 0 : (count + 1) * Math.log2(count + 1) - count * Math.log2(count)));
const counts = new Uint8Array(128);

/**
 * What a token is, if it is plainly random: a strong value (`credibilityOf`), no placeholder, of no other service's format, and no encoded text. All such
 * tokens of one kind and length are the same to a detector that knows none of them. Groups of hexadecimal digits may be set off by hyphens, as in a UUID.
 *
 * @param text - what the token stands in, between offsets in UTF-16 units.
 * @returns `undefined` for most others, and for some that are random as well.
 */
export function randomTokenIn(text: string, start: number, end: number): RandomToken | undefined {
  const length = end - start;
  if (length < shortest || length > longest) return undefined;
  let seen = 0;
  let letterRun = 0;
  let longestRun = 0;
  let repeat = 0;
  let steps = 0;
  let last = -2;
  let bits = length * Math.log2(length);
  let first = 0;
  let window = 0;
  let isRandom = true;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (kinds[code] ?? 0) : 0;
    if (kind === 0) break;
    seen |= kind;
    letterRun = (kind & (hexadecimalLetter | otherLetter)) === 0 ? 0 : letterRun + 1;
    if (letterRun > longestRun) longestRun = letterRun;
    repeat = code === last ? repeat + 1 : 0;
    if (repeat >= longestRepeat) isRandom = false;
    if (code - last <= 1 && last - code <= 1) steps++;
    last = code;
    const count = counts[code] ?? 0;
    bits -= surprise[count] ?? 0;
    counts[code] = count + 1;
    window = (window << 8) | code;
    if (at === start + 3) first = window;
    // What begins anew may be a sequence.
    else if (at > start + 3 && window === first) isRandom = false;
  }
  for (let passed = start; passed < at; passed++) counts[text.charCodeAt(passed)] = 0;
  if (at < end || !isRandom) return undefined;
  if ((seen & digit) === 0 || (seen & (hexadecimalLetter | otherLetter)) === 0 || steps * 2 >= length) return undefined;
  if ((seen & otherLetter) === 0) {
    if (bits < enoughBits || mayBeEncoded(text, start)) return undefined;
    if (longestRun > longestWord && hexadecimalWord.test(text.slice(start, end))) return undefined;
    return beginsFormat[text.charCodeAt(start)] === 1 && hasOtherFormat(text.slice(start, end)) ? undefined : 'hexadecimal';
  }
  if ((seen & hyphen) !== 0 || longestRun > longestWord || mayBeEncoded(text, start)) return undefined;
  const value = text.slice(start, end);
  return looksDense(value) && !hasOtherFormat(value) ? 'alphanumeric' : undefined;
}

/** First characters of other services' formats that hexadecimal digits could be. */
const beginsFormat = codesOf('AE');

/** What a character is as a hexadecimal digit; 16 for none. */
const digitsOf = new Uint8Array(128).fill(16);
for (const char of `${digits}abcdefABCDEF`) digitsOf[char.charCodeAt(0)] = Number.parseInt(char, 16);

/** Whether a token may stand for text in base64 or hexadecimal: the first bytes of nearly all random ones cannot. */
function mayBeEncoded(text: string, start: number): boolean {
  if (beginsBase64Text(text, start)) return true;
  for (let at = 0; at < 6; at++) {
    const high = digitsOf[text.charCodeAt(start + 2 * at)] ?? 16;
    const low = digitsOf[text.charCodeAt(start + 2 * at + 1)] ?? 16;
    const byte = high * 16 + low;
    // In UTF-16 every other byte is 0.
    if (high > 15 || low > 15 || !(beginsText(byte) || (at % 2 === 1 && byte === 0))) return false;
  }
  return true;
}
