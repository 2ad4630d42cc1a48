import { isKeyCharacter, tagParameters, unfinishTag } from '../tag.ts';
import { checkGroup } from '../literal.ts';
import { addToBloom, allocateBloom } from './bloom-filter.ts';
import { bitsFor } from './hashing.ts';
import {
  TOKEN_BLOOM, TOKEN_BLOOM_SHIFT, TOKEN_ENCODED, TOKEN_GROUP, TOKEN_HAS_ZERO, TOKEN_HEX, TOKEN_IS_KEY,
  TOKEN_LENGTH_COUNT, TOKEN_LENGTHS, TOKEN_LONGEST, TOKEN_MULTIPLIER, TOKEN_PORTION, TOKEN_PREFIXES, TOKEN_SEXTETS,
  TOKEN_SHORTEST, TOKEN_SIZE, TOKEN_STATES, TOKEN_STATES_SHIFT, TOKEN_TERMS, TOKENS,
} from './image-layout.ts';
import type { ImageWriter } from './image-writer.ts';

/** Keys that are known by tag only. */
export interface TokenSet {
  /** 32-bit integer; see `tagOf`. */
  readonly salt: number;
  /** Tags of the keys. */
  readonly tags: Iterable<number>;
  /** Lengths of the keys in bytes. */
  readonly lengths: Iterable<number>;
  /** Number of the group (0 to 31) whose bit is set when a candidate occurs. */
  readonly group: number;
}

/**
 * Where all keys have so many bytes at least, they are found in hexadecimal, base64 and UTF-16, too. Decoded text of a
 * few bytes is a key by accident too often.
 */
const shortestEncoded = 8;

/** Places of a run that the kernel takes at once, at least: what it writes down meanwhile fits the fastest cache. */
const shortestPortion = 2048;

/** Writes the tables for the tokens. Throws `RangeError` for a group or a length out of range. */
export function writeTokenTables(image: ImageWriter, tokens: TokenSet): void {
  checkGroup(tokens.group);
  const lengths = [...new Set(tokens.lengths)].sort((a, b) => a - b);
  const shortest = lengths[0];
  const states = [...new Set(tokens.tags)].map((tag) => unfinishTag(tokens.salt, tag));
  if (shortest === undefined || states.length === 0) return;
  if (!lengths.every((length) => Number.isInteger(length) && length > 0)) {
    throw new RangeError('A length of a known key is not a whole number above 0.');
  }
  const { multiplier, terms } = tagParameters(tokens.salt);
  const table = image.allocate(TOKEN_SIZE);
  image.setWord(TOKENS, table);
  image.setWord(table + TOKEN_GROUP, 1 << tokens.group);
  image.setWord(table + TOKEN_MULTIPLIER, multiplier);
  image.setWord(table + TOKEN_SHORTEST, shortest);
  image.setWord(table + TOKEN_ENCODED, shortest >= shortestEncoded ? 1 : 0);
  image.words.set(terms, (table + TOKEN_TERMS) >>> 2);
  for (let byte = 0; byte < 256; byte++) {
    image.bytes[table + TOKEN_IS_KEY + byte] = isKeyCharacter(byte) ? 1 : 0;
    image.bytes[table + TOKEN_SEXTETS + byte] = sextetOf(byte);
    image.bytes[table + TOKEN_HEX + byte] = hexDigitOf(byte);
  }

  const pairs = image.allocate(lengths.length * 8);
  image.setWord(table + TOKEN_LENGTHS, pairs);
  image.setWord(table + TOKEN_LENGTH_COUNT, lengths.length);
  for (const [index, length] of lengths.entries()) {
    let power = 1;
    for (let factor = 0; factor < length; factor++) power = Math.imul(power, multiplier);
    image.setWord(pairs + index * 8, length);
    image.setWord(pairs + index * 8 + 4, power);
  }

  const longest = lengths.at(-1) ?? shortest;
  image.setWord(table + TOKEN_LONGEST, longest);
  const portion = Math.max(shortestPortion, longest);
  image.setWord(table + TOKEN_PORTION, portion);
  image.setWord(table + TOKEN_PREFIXES, image.allocate((portion + longest + 4) * 4));

  // A state is as good as random: it needs no further hash.
  const bloom = allocateBloom(image, states.length, 16);
  const slotBits = bitsFor(states.length * 2);
  const slots = image.allocate(4 << slotBits);
  const words = image.words;
  for (const state of states) {
    addToBloom(words, bloom.address >>> 2, bloom.shift, state);
    if (state === 0) {
      image.setWord(table + TOKEN_HAS_ZERO, 1);
      continue;
    }
    let slot = state >>> (32 - slotBits);
    while (words[(slots >>> 2) + slot] !== 0) slot = (slot + 1) & ((1 << slotBits) - 1);
    words[(slots >>> 2) + slot] = state;
  }
  image.setWord(table + TOKEN_BLOOM, bloom.address);
  image.setWord(table + TOKEN_BLOOM_SHIFT, bloom.shift);
  image.setWord(table + TOKEN_STATES, slots);
  image.setWord(table + TOKEN_STATES_SHIFT, 32 - slotBits);
}

/** Value of a character of base64 or base64url, 64 for any other byte. */
function sextetOf(byte: number): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x61 + 26;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30 + 52;
  if (byte === 0x2b || byte === 0x2d) return 62;
  return byte === 0x2f || byte === 0x5f ? 63 : 64;
}

/** Value of a hexadecimal digit in either case, 16 for any other byte. */
function hexDigitOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const small = byte | 0x20;
  return small >= 0x61 && small <= 0x66 ? small - 0x61 + 10 : 16;
}
