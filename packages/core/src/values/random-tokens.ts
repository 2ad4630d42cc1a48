import { codesOf, digits, letters } from '../characters/codes.ts';
import { beginsText, hexadecimalByteAt, mayBeBase64Text } from '../characters/encoded-text.ts';
import { latin1 } from '../characters/latin1.ts';
import { searchedKeyWords, searchedWords } from '../characters/searched-words.ts';
import { credibilityOf, looksDense } from './credibility.ts';
import { hasOtherFormat } from './other-formats.ts';
import { isPlaceholder } from './placeholders.ts';

/** What a token is of which every other one of its length is judged alike: random digits, letters and digits, or these with hyphens and underscores among them. */
export type RandomToken = 'hexadecimal' | 'alphanumeric' | 'base64url';

const shortest = 16;
const longest = 128;

const digit = 1;
const hexadecimalLetter = 2;
const otherLetter = 4;
const hyphen = 8;
const underscore = 16;
/** What a character is, by its code. */
const kinds = new Uint8Array(128);
for (const char of letters) kinds[char.charCodeAt(0)] = /[a-f]/i.test(char) ? hexadecimalLetter : otherLetter;
for (const char of digits) kinds[char.charCodeAt(0)] = digit;
kinds['-'.charCodeAt(0)] = hyphen;
kinds['_'.charCodeAt(0)] = underscore;

/** A bit for each of five characters: so many letters may spell a word, and so many repetitions are a mask. */
const fiveInRow = 0b11111;

/** What people spell with hexadecimal digits. */
const hexadecimalWord = /deadbeef|cafebabe|abcdef/i;
/** Bits from which hexadecimal digits are a strong value, and one more. */
const enoughBits = 47;

/** Different characters among so many from which their bits are enough however they are spread: the fewest bits are those where all others are equal. */
const enoughDistinct = Uint8Array.from({ length: longest + 1 }, (_, length) => {
  const bits = (distinct: number): number => length * Math.log2(length) - (length - distinct + 1) * Math.log2(length - distinct + 1);
  let distinct = 1;
  while (distinct <= length && bits(distinct) < enoughBits) distinct++;
  return distinct;
});

/** What of `n * log2(n)` comes with the n-th of equal characters, by the number of those before. */
const surprise = Float64Array.from({ length: longest }, (_, count) => (count === 0 ? 0 : (count + 1) * Math.log2(count + 1) - count * Math.log2(count)));
const counts = new Uint8Array(128);

/**
 * What a token is, if it is plainly random: a strong value (`credibilityOf`), no placeholder, of no other service's format, and no encoded text. All such
 * tokens of one kind and length are the same to a detector that knows none of them. Groups of hexadecimal digits may be set off by hyphens, as in a UUID.
 *
 * @param bytes - what the token stands in, between two offsets.
 * @returns `undefined` for most others, and for some that are random as well.
 */
export function randomTokenIn(bytes: Uint8Array, start: number, end: number): RandomToken | undefined {
  const length = end - start;
  if (length < shortest || length > longest) return undefined;
  let seen = 0;
  let distinct = 0;
  let letterRun = 0;
  let repeat = 0;
  let longRuns = 0;
  let steps = 0;
  let last = 0;
  let first = 0;
  let window = 0;
  // Random characters take every branch by surprise, so there is none: of what happened last, each has a bit, and five in a row carry into the next.
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    const kind = code < 128 ? (kinds[code] ?? 0) : 0;
    if (kind === 0) return undefined;
    seen |= kind;
    // One bit for each digit and each letter from A to F, whatever its case; others do not matter.
    distinct |= 1 << (code & 31);
    letterRun = ((letterRun << 1) | ((kind >> 1) & 1) | ((kind >> 2) & 1)) & fiveInRow;
    longRuns |= letterRun + 1;
    const step = code - last;
    repeat = ((repeat << 1) | (((step * step) - 1) >>> 31)) & fiveInRow;
    if (repeat === fiveInRow) return undefined;
    steps += (step * step - 2) >>> 31;
    last = code;
    window = (window << 8) | code;
    if (at === start + 3) first = window;
    // What begins anew may be a sequence.
    else if (at > start + 3 && window === first) return undefined;
  }
  const hasLongRun = (longRuns & (fiveInRow + 1)) !== 0;
  if ((seen & digit) === 0 || (seen & (hexadecimalLetter | otherLetter)) === 0 || steps * 2 >= length) return undefined;
  // Digits that repeat or count on both sides of a hyphen are a sequence, too.
  if (steps * 3 >= length && isPlaceholder(latin1(bytes, start, end))) return undefined;
  if ((seen & (otherLetter | underscore)) === 0) {
    if ((bitsIn(distinct) < (enoughDistinct[length] ?? longest) && bitsOf(bytes, start, end) < enoughBits) || mayBeEncoded(bytes, start, end)) return undefined;
    if (hasLongRun && hexadecimalWord.test(latin1(bytes, start, end))) return undefined;
    return beginsFormat[bytes[start] ?? 0] === 1 && hasOtherFormat(latin1(bytes, start, end)) ? undefined : 'hexadecimal';
  }
  if (mayBeEncoded(bytes, start, end)) return undefined;
  const value = latin1(bytes, start, end);
  const isSeparated = (seen & (hyphen | underscore)) !== 0;
  if (!isSeparated && !hasLongRun) return looksDense(value) && !hasOtherFormat(value) ? 'alphanumeric' : undefined;
  if ((isSeparated && mayBeName(value)) || words.test(value) || credibilityOf(value) !== 'strong' || isPlaceholder(value) || hasOtherFormat(value)) return undefined;
  return isSeparated ? 'base64url' : 'alphanumeric';
}

/** Characters of base64url for each part of it between hyphens and underscores: names of things have more parts. */
const perPart = 6;
/** A part of nothing but digits may be a number, and one of letters a word, if they are of one case; a short one at the beginning is a prefix. */
const tellingPart = /^(?:[A-Za-z]{0,2}|[A-Z]?[a-z]+|[A-Z]+)[-_]|[-_](?:[A-Z]?[a-z]{2,}|[A-Z]{3,}|\d{3,})(?:[-_]|$)|^\d+[-_]/;

/** Whether what hyphens and underscores set off may be a name, or a part of it encoded text. */
function mayBeName(value: string): boolean {
  const parts = value.split(/[-_]/);
  return parts.length * perPart > value.length || tellingPart.test(value) || parts.some((part) => part.length >= shortest && mayBeEncoded(Buffer.from(part, 'latin1'), 0, part.length));
}

/** Words that a token must not hold: those that are searched for, and further ones of credentials and hosts. */
const words = new RegExp(`${searchedWords.source}|${searchedKeyWords.source}|pass|pwd|kennwort|login|auth|jwt|host`, 'i');

/** How many bits are set. */
function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Estimated bits of surprise in characters. */
function bitsOf(bytes: Uint8Array, start: number, end: number): number {
  let bits = (end - start) * Math.log2(end - start);
  for (let at = start; at < end; at++) {
    const code = bytes[at] ?? 0;
    const count = counts[code] ?? 0;
    bits -= surprise[count] ?? 0;
    counts[code] = count + 1;
  }
  for (let at = start; at < end; at++) counts[bytes[at] ?? 0] = 0;
  return bits;
}

/** First characters of other services' formats that hexadecimal digits could be. */
const beginsFormat = codesOf('AE');

/** Whether a token may stand for text in base64 or hexadecimal: the first bytes of nearly all random ones cannot. */
function mayBeEncoded(bytes: Uint8Array, start: number, end: number): boolean {
  if (mayBeBase64Text(bytes, start, end)) return true;
  for (let at = 0; at < 6; at++) {
    const byte = hexadecimalByteAt(bytes, start + 2 * at);
    // In UTF-16 every other byte is 0.
    if (!(beginsText(byte) || (at % 2 === 1 && byte === 0))) return false;
  }
  return true;
}
