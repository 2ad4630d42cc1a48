import { codesOf, digits, dot, hyphen as hyphenMinus, letters, lineFeed } from '../characters/codes.ts';
import { beginsText, mayBeBase64Text } from '../characters/encoded-text.ts';
import { latin1 } from '../characters/latin1.ts';
import type { Range } from '../evidence/evidence.ts';

/** Longest record that has a shape, in UTF-16 units. */
export const longestRecord = 1500;

/** Letters and digits in a row, with hyphens and underscores, that may be anything if there is a digit among them. */
const shortestToken = 16;
const longestToken = 128;
/** Without a digit, letters of both cases in so long a row may be anything as well. */
const shortestMixed = 24;
const mixed = 6;
/** Digits in front of a unit: more may be a part of a value. */
const longestMeasure = 6;

const other = 0;
const digit = 1;
const lower = 2;
const upper = 4;
const hyphen = 8;
const never = 16;
/** Letters, digits, hyphens and underscores. */
const inRun = digit | lower | upper | hyphen;
/** Bytes that shapes are compared by at a time. */
const wordSize = 4;
/** What a character is, by its code. What may join lines, encode text, or begin a string or a tag is in no shape. */
const kinds = new Uint8Array(256).fill(never, 0, 32).fill(never, 127);
for (const char of letters) kinds[char.charCodeAt(0)] = char === char.toLowerCase() ? lower : upper;
for (const char of digits) kinds[char.charCodeAt(0)] = digit;
for (const char of '-_') kinds[char.charCodeAt(0)] = hyphen;
for (const char of '\\%&`\'<$@') kinds[char.charCodeAt(0)] = never;
for (const char of '\r\n') kinds[char.charCodeAt(0)] = other;

/** What goes on with a run of base64 besides letters, digits, hyphens and underscores, and what is passed over at its beginning. */
const ofBase64 = codesOf('+/=');
const isLead = codesOf('-_+/=');
/** What a character is as a hexadecimal digit. */
const digitsOf = new Uint16Array(256).fill(256);
for (const char of `${digits}abcdefABCDEF`) digitsOf[char.charCodeAt(0)] = Number.parseInt(char, 16);
const shortestHexadecimal = 24;
/** Bytes that are ASCII, or have a zero behind them, in every text; see `printableText`. */
const bytesLookedAt = 16;
const letterX = 0x78;
const lowerCase = 0x20;

/** Stand in a shape for a token, and for one with a word of a key in it. */
const tokenMark = 1;
const wordedMark = 2;
const zero = 0x30;

/** What the detector or the layout looks for in letters and digits: a token that holds any of the first stands in the shape as it is. */
const words = /atomyx|submit|external|jobs|metadata|machine|localhost/i;
const keyWords = /key|token|secret|bearer|authori|credential/i;
/** The first three letters of all of these, five bits for each: most tokens are told by them to hold none. */
const mayBeginWord = new Uint8Array(1 << 15);
for (const word of `${words.source}|${keyWords.source}`.split('|')) mayBeginWord[((word.charCodeAt(0) & 31) << 10) | ((word.charCodeAt(1) & 31) << 5) | (word.charCodeAt(2) & 31)] = 1;

/** Where a token stands in a text, in UTF-16 units, and whether a word of a key is in it. */
export interface Token extends Range {
  readonly isWorded: boolean;
}

/** What a record holds besides numbers and tokens, and where it holds those. */
export class RecordShape {
  readonly #bytes = new Uint8Array(longestRecord + wordSize);
  readonly #words = new Int32Array(this.#bytes.buffer);
  #length = 0;
  /** Equal for equal shapes. */
  hash = 0;
  /** Whether a number or a token of the record that was read last may be encoded text, or a part of it. */
  mayBeEncoded = false;
  /** Offsets at which its tokens start and end, in turn. */
  readonly #tokens = new Uint32Array(longestRecord);
  #tokenOffsets = 0;

  /** The shape of the record that was read last. */
  get copy(): Int32Array {
    return this.#words.slice(0, this.#length);
  }

  /** Whether the record that was read last has a shape that was read before. */
  equals(shape: Int32Array): boolean {
    if (shape.length !== this.#length) return false;
    for (let index = 0; index < shape.length; index++) if (shape[index] !== this.#words[index]) return false;
    return true;
  }

  /** The tokens of the record that was read last. @param text - the same, as it was read. */
  tokensIn(text: Uint8Array): readonly Token[] {
    return Array.from({ length: this.#tokenOffsets / 2 }, (_, index) => {
      const [start = 0, end = 0] = this.#tokens.subarray(2 * index);
      return { start, end, isWorded: keyWords.test(latin1(text, start, end)) };
    });
  }

  /** Reads a record. @returns whether it has a shape. */
  read(text: Uint8Array, start: number, end: number): boolean {
    if (end - start > longestRecord) return false;
    const out = this.#bytes;
    let length = 0;
    let run = -1;
    let varies = false;
    this.mayBeEncoded = false;
    this.#tokenOffsets = 0;
    for (let at = start; at < end;) {
      const code = text[at] ?? 0;
      const kind = kinds[code] ?? never;
      if (kind === never) return false;
      if (kind === other) {
        if (ofBase64[code] === 1) {
          if (run === -1) run = at;
        } else if (run !== -1) {
          if (varies) this.#lookAtRun(text, run, at);
          run = -1;
          varies = false;
        }
        out[length++] = code;
        at++;
        continue;
      }
      if (run === -1) run = at;
      const from = length;
      let seen = 0;
      let letters3 = 0;
      let mayHoldWord = 0;
      let to = at;
      for (; to < end; to++) {
        const next = text[to] ?? 0;
        const nextKind = kinds[next] ?? never;
        if ((nextKind & inRun) === 0) break;
        seen |= nextKind;
        letters3 = ((letters3 << 5) | (next & 31)) & 0x7fff;
        mayHoldWord |= mayBeginWord[letters3] ?? 0;
        out[length++] = next;
      }
      if ((seen & digit) !== 0 || (to - at >= shortestMixed && (seen & mixed) === mixed)) {
        const mark = to - at < shortestToken ? 0 : mayHoldWord === 0 ? tokenMark : markOf(latin1(text, at, to));
        if (mark !== 0) {
          if (to - at > longestToken || text[at - 1] === dot || text[to] === dot) return false;
          this.#tokens[this.#tokenOffsets++] = at;
          this.#tokens[this.#tokenOffsets++] = to;
          varies = true;
          length = from;
          out[length++] = mark;
        } else if (seen === digit || isNumberAt(text, at, to)) {
          varies = true;
          for (let index = from; index < length; index++) if (kinds[out[index] ?? 0] === digit) out[index] = zero;
        }
      }
      at = to;
    }
    if (run !== -1 && varies) this.#lookAtRun(text, run, end);
    this.#finish(length);
    return true;
  }

  #finish(length: number): void {
    this.#bytes.fill(0, length, length + wordSize);
    this.#length = Math.ceil(length / wordSize);
    let hash = length;
    for (let index = 0; index < this.#length; index++) {
      hash = Math.imul(hash ^ (this.#words[index] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    this.hash = hash;
  }

  /** Looks whether a run of the characters of base64 may be encoded: rather too often a yes. */
  #lookAtRun(text: Uint8Array, start: number, end: number): void {
    if (end - start < shortestToken) return;
    let first = start;
    while (first < end && isLead[text[first] ?? 0] === 1) first++;
    if (first + 8 > end || mayBeBase64Text(text, first, end) || mayBeHexadecimal(text, start, end)) this.mayBeEncoded = true;
  }
}

/** Whether hexadecimal digits may spell printable text: a quick no for nearly all random ones. */
function mayBeHexadecimal(text: Uint8Array, start: number, end: number): boolean {
  if (end - start < shortestHexadecimal) return false;
  if (((text[start + 1] ?? 0) | lowerCase) === letterX) return true;
  const last = Math.min(end - 1, start + 2 * bytesLookedAt);
  for (let at = start; at < last; at += 2) {
    const byte = (digitsOf[text[at] ?? 0] ?? 256) * 16 + (digitsOf[text[at + 1] ?? 0] ?? 256);
    if (!beginsText(byte) && byte !== 0) return false;
  }
  return true;
}

/** What stands in a shape for letters and digits that are as long as a token; 0 where they are none. */
function markOf(token: string): number {
  if (words.test(token)) return 0;
  return keyWords.test(token) ? wordedMark : tokenMark;
}

const upperT = 0x54;

const isLetter = (kind: number): boolean => (kind & mixed) !== 0;

/** Whether digits with hyphens and the `T` of a date among them stand there, with at most two letters behind: `2026-01-01T00`, `037Z`, `45ms`. */
function isNumberAt(text: Uint8Array, start: number, end: number): boolean {
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

/** Random letters and digits, as credible as any token can be. */
const filling = 'm3Xq8Lw2Zr5Tn9Hd4Fv7Bk6Pj1Gs0YcQ4nWx7Rb2Vt9Kf5Mz8Dh3Lp6Js1GqXe0T7rNu4Cw9Yk2Bv5Hm8Zd3Fx6Pg1SjQt0V7nLb4Rw9Kc2Mf5Xh8Jd3Zp6Ts1GyWq0Nv';
const fillingDigits = '4179253806';

/** The same record with other numbers, and the most credible tokens; as long as it was. */
export function filledRecord(record: string, tokens: readonly Token[]): string {
  let filled = '';
  let at = 0;
  const addNumbers = (to: number): void => {
    filled += record.slice(at, to).replace(/[\w-]+/g, (run) => (isNumberAt(Buffer.from(run, 'latin1'), 0, run.length) ? run.replace(/\d/g, (_, index: number) => fillingDigits.charAt(index % fillingDigits.length)) : run));
  };
  for (const { start, end, isWorded } of tokens) {
    addNumbers(start);
    filled += (isWorded ? filling.replace(/^.{4}/, '$&key') : filling).slice(0, end - start);
    at = end;
  }
  addNumbers(record.length);
  return filled;
}

/** Number of the lines of a text that ends with its last line or behind it. */
export function lineCountOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return text.charCodeAt(text.length - 1) === lineFeed ? count : count + 1;
}
