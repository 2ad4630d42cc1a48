import { codesOf, dot } from '../characters/codes.ts';
import { latin1 } from '../characters/latin1.ts';
import { searchedKeyWords, searchedWords } from '../characters/searched-words.ts';
import type { Range } from '../evidence/evidence.ts';
import { mayBeEncodedRun } from './encoded-runs.ts';
import { digit, inRun, isNumberAt, kinds, mixed, never, other } from './record-characters.ts';

/** Longest record that has a shape, in UTF-16 units. */
const longestRecord = 1500;

/** Letters and digits in a row, with hyphens and underscores, that may be anything if there is a digit among them. */
const shortestToken = 16;
const longestToken = 128;
/** Without a digit, letters of both cases in so long a row may be anything as well. */
const shortestMixed = 24;
/** Bytes that shapes are compared by at a time. */
const wordSize = 4;

/** What goes on with a run of base64 besides letters, digits, hyphens and underscores. */
const ofBase64 = codesOf('+/=');
/** Stand in a shape for a token, and for one with a word of a key in it. */
const tokenMark = 1;
const wordedMark = 2;
const zero = 0x30;

/** The first three letters of all words that count, five bits for each: most tokens are told by them to hold none. */
const mayBeginWord = new Uint8Array(1 << 15);
for (const word of `${searchedWords.source}|${searchedKeyWords.source}`.split('|')) mayBeginWord[((word.charCodeAt(0) & 31) << 10) | ((word.charCodeAt(1) & 31) << 5) | (word.charCodeAt(2) & 31)] = 1;

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
      return { start, end, isWorded: searchedKeyWords.test(latin1(text, start, end)) };
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
          this.mayBeEncoded ||= varies && mayBeEncodedRun(text, run, at);
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
      let lastThree = 0;
      let mayHoldWord = 0;
      let to = at;
      for (; to < end; to++) {
        const next = text[to] ?? 0;
        const nextKind = kinds[next] ?? never;
        if ((nextKind & inRun) === 0) break;
        seen |= nextKind;
        lastThree = ((lastThree << 5) | (next & 31)) & 0x7fff;
        mayHoldWord |= mayBeginWord[lastThree] ?? 0;
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
    this.mayBeEncoded ||= run !== -1 && varies && mayBeEncodedRun(text, run, end);
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
}

/** What stands in a shape for letters and digits that are as long as a token; 0 where they are none, or hold a word that has to stand in it as it is. */
function markOf(token: string): number {
  if (searchedWords.test(token)) return 0;
  return searchedKeyWords.test(token) ? wordedMark : tokenMark;
}
