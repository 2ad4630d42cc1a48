import { digits, letters } from '../characters/codes.ts';
import { readsLikeWord } from './letter-pairs.ts';

const lower = 1;
const upper = 2;
const digit = 4;
/** What a character of a value is, by its code: a letter, a digit, or nothing that could be random. */
const kinds = new Uint8Array(128);
for (const char of letters) kinds[char.charCodeAt(0)] = char === char.toLowerCase() ? lower : upper;
for (const char of digits) kinds[char.charCodeAt(0)] = digit;

const isHexadecimal = new Uint8Array(128);
for (const char of `${digits}abcdefABCDEF-`) isHexadecimal[char.charCodeAt(0)] = 1;

/** Fewest random characters of a credible value: eight different ones have 24 bits, and 28 are wanted. */
const fewest = 9;
/** So many letters of one case are random without a digit among them. */
const longRun = 12;

/**
 * Whether a credible value may stand in a stretch of text; a quick no for most. Counts what is left when everything that reads like a
 * word is taken out, see `credibilityOf`: more than is left of any value in the stretch that begins and ends with a letter or digit of
 * its own. Never says no where `credibilityOf` says yes, and does not ask what else a value must not be.
 */
export function mayHoldCredible(text: string, from: number, to: number): boolean {
  if (to - from < fewest) return false;
  let kept = 0;
  let seen = 0;
  let hexadecimal = 0;
  let seenHexadecimal = 0;
  for (let at = from; at < to;) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (kinds[code] ?? 0) : 0;
    if (kind === 0) {
      if (isHexadecimal[code] === 1) {
        hexadecimal++;
        if (hexadecimal >= fewest && isMixedHexadecimal(seenHexadecimal)) return true;
      } else {
        hexadecimal = 0;
        seenHexadecimal = 0;
      }
      at++;
      continue;
    }
    // A part is made of letters and digits alone, a run of letters of one case or of digits.
    const part = at;
    let end = at;
    for (; end < to; end++) {
      const next = text.charCodeAt(end);
      const nextKind = next < 128 ? (kinds[next] ?? 0) : 0;
      if (nextKind === 0) break;
      if (isHexadecimal[next] === 1) {
        hexadecimal++;
        seenHexadecimal |= nextKind;
        if (hexadecimal >= fewest && isMixedHexadecimal(seenHexadecimal)) return true;
      } else {
        hexadecimal = 0;
        seenHexadecimal = 0;
      }
    }
    at = end;
    if (text.startsWith('eyJ', part)) return true; // a JSON Web Token may hold words
    if (readsLikeWord(text, part, end)) continue;
    for (let start = part; start < end;) {
      const stop = endOfRun(text, start, end);
      if (stop - start < 4 || kinds[text.charCodeAt(start)] === digit || !readsLikeWord(text, start, stop)) {
        kept += stop - start;
        seen |= (kinds[text.charCodeAt(start)] ?? 0) | (kinds[text.charCodeAt(stop - 1)] ?? 0);
        if (kept >= fewest && (isMixed(seen) || (kept >= longRun && seen !== digit))) return true;
      }
      start = stop;
    }
  }
  return false;
}

const isMixedHexadecimal = (seen: number): boolean => (seen & digit) !== 0 && seen !== digit;

const isMixed = (seen: number): boolean => seen !== lower && seen !== upper && seen !== digit;

/** Where the run ends that starts at an offset: `Word`, `word`, `WORD` in front of `Word`, or digits. */
function endOfRun(text: string, start: number, end: number): number {
  const first = kinds[text.charCodeAt(start)] ?? 0;
  let at = start + 1;
  if (first === upper && at < end && kinds[text.charCodeAt(at)] === lower) at++;
  const kind = kinds[text.charCodeAt(at - 1)] ?? 0;
  while (at < end && kinds[text.charCodeAt(at)] === kind) at++;
  // The last capital begins the word that follows.
  return kind === upper && at < end && at - start > 1 && kinds[text.charCodeAt(at)] === lower ? at - 1 : at;
}
