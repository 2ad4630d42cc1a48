import { mayHold } from '../images/bloom-filter.ts';
import {
  TOKEN_BLOOM, TOKEN_BLOOM_SHIFT, TOKEN_GROUP, TOKEN_HAS_ZERO, TOKEN_LENGTH_COUNT, TOKEN_LENGTHS, TOKEN_MULTIPLIER,
  TOKEN_STATES, TOKEN_STATES_SHIFT, TOKEN_TERMS,
} from '../images/image-layout.ts';
import { word } from '../images/image-words.ts';
import type { Search } from './plain-search.ts';
import type { View } from './plain-views.ts';

/** Tests every stretch of the key characters `from` to `to` of a view that has one of the lengths. */
export function testRun(
  words: Int32Array, table: number, view: View, from: number, to: number, search: Search,
): void {
  const group = word(words, table + TOKEN_GROUP);
  const first = word(words, table + TOKEN_LENGTHS);
  const end = first + word(words, table + TOKEN_LENGTH_COUNT) * 8;
  for (let entry = first; entry < end && (search.alive & group) !== 0; entry += 8) {
    const size = word(words, entry);
    if (from + size <= to) roll(words, table, view, from, to, size, word(words, entry + 4), search);
  }
}

function roll(
  words: Int32Array, table: number, view: View, from: number, to: number, size: number, power: number, search: Search,
): void {
  const terms = (table + TOKEN_TERMS) >>> 2;
  const multiplier = word(words, table + TOKEN_MULTIPLIER);
  const bloom = word(words, table + TOKEN_BLOOM) >>> 2;
  const shift = word(words, table + TOKEN_BLOOM_SHIFT);
  const group = word(words, table + TOKEN_GROUP);
  const termAt = (index: number): number => words[terms + view.byteAt(index)] as number;
  let state = 0;
  for (let index = from; index < from + size; index++) state = (Math.imul(state, multiplier) + termAt(index)) | 0;
  for (let end = from + size; ; end++) {
    if (mayHold(words, bloom, shift, state) && holds(words, table, state)) {
      const start = view.placeOf(end - size);
      search.take(group, start, view.endOf(end - 1) - start);
      if ((search.alive & group) === 0) return;
    }
    if (end >= to) return;
    state = (Math.imul(state, multiplier) + termAt(end) - Math.imul(power, termAt(end - size))) | 0;
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
