import { mayHold } from '../images/bloom-filter.ts';
import {
  TOKEN_BLOOM, TOKEN_BLOOM_SHIFT, TOKEN_GROUP, TOKEN_HAS_ZERO, TOKEN_LENGTH_COUNT, TOKEN_LENGTHS, TOKEN_MULTIPLIER,
  TOKEN_SHORTEST, TOKEN_STATES, TOKEN_STATES_SHIFT, TOKEN_TERMS, TOKENS,
} from '../images/image-layout.ts';
import { word } from '../images/image-words.ts';
import { isKeyCharacter } from '../tag.ts';
import type { PlainText, Search } from './plain-search.ts';

const keyCharacters = Uint8Array.from({ length: 256 }, (_, byte) => (isKeyCharacter(byte) ? 1 : 0));

/** Finds the stretches of key characters whose tag is known; see `assembly/tokens.ts`. */
export function searchTokens(words: Int32Array, { bytes: text, length }: PlainText, search: Search): void {
  const table = word(words, TOKENS);
  if (table === 0) return;
  const group = word(words, table + TOKEN_GROUP);
  const shortest = word(words, table + TOKEN_SHORTEST);
  let from = 0;
  // Every run of key characters that is long enough covers one of the places that are looked at.
  for (let place = shortest - 1; place < length && (search.alive & group) !== 0; place = from + shortest - 1) {
    if (keyCharacters[text[place] as number] === 0) {
      from = place + 1;
      continue;
    }
    let start = place;
    while (start > from && keyCharacters[text[start - 1] as number] === 1) start--;
    let end = place + 1;
    while (end < length && keyCharacters[text[end] as number] === 1) end++;
    if (end - start >= shortest) testRun(words, table, text, start, end, search);
    from = end + 1;
  }
}

function testRun(
  words: Int32Array, table: number, text: Uint8Array, from: number, to: number, search: Search,
): void {
  const first = word(words, table + TOKEN_LENGTHS);
  const end = first + word(words, table + TOKEN_LENGTH_COUNT) * 8;
  for (let entry = first; entry < end; entry += 8) {
    const size = word(words, entry);
    if (from + size <= to) roll(words, table, text, from, to, size, word(words, entry + 4), search);
  }
}

/** Tests every stretch of `size` bytes of a run of key characters. */
function roll(
  words: Int32Array, table: number, text: Uint8Array, from: number, to: number, size: number, power: number,
  search: Search,
): void {
  const terms = (table + TOKEN_TERMS) >>> 2;
  const multiplier = word(words, table + TOKEN_MULTIPLIER);
  const bloom = word(words, table + TOKEN_BLOOM) >>> 2;
  const shift = word(words, table + TOKEN_BLOOM_SHIFT);
  const group = word(words, table + TOKEN_GROUP);
  const termAt = (place: number): number => words[terms + (text[place] as number)] as number;
  let state = 0;
  for (let place = from; place < from + size; place++) state = (Math.imul(state, multiplier) + termAt(place)) | 0;
  for (let place = from + size; ; place++) {
    if (mayHold(words, bloom, shift, state) && holds(words, table, state)) {
      search.take(group, place - size, size);
      if ((search.alive & group) === 0) return;
    }
    if (place >= to) return;
    state = (Math.imul(state, multiplier) + termAt(place) - Math.imul(power, termAt(place - size))) | 0;
  }
}

/** Whether a state is in the open addressing table. */
function holds(words: Int32Array, table: number, state: number): boolean {
  if (state === 0) return word(words, table + TOKEN_HAS_ZERO) !== 0;
  const slots = word(words, table + TOKEN_STATES) >>> 2;
  const shift = word(words, table + TOKEN_STATES_SHIFT);
  const mask = 0xffffffff >>> shift;
  let slot = state >>> shift;
  let entry = words[slots + slot] as number;
  while (entry !== 0 && entry !== state) {
    slot = (slot + 1) & mask;
    entry = words[slots + slot] as number;
  }
  return entry !== 0;
}
