import { mayHold } from '../images/bloom-filter.ts';
import { FOLD, hashOf, windowTagOf } from '../images/hashing.ts';
import {
  RECORD_BYTES, RECORD_GROUP, RECORD_ID, RECORD_LENGTH, RECORD_NEXT, RECORD_OFFSET, RECORD_TAG, SAMPLER_BLOOM,
  SAMPLER_BLOOM_SHIFT, SAMPLER_COUNT, SAMPLER_GRAM, SAMPLER_GRAM_HIGH, SAMPLER_GRAM_LOW, SAMPLER_GROUPS, SAMPLER_HEADS,
  SAMPLER_HEADS_SHIFT, SAMPLER_SIZE, SAMPLER_STRIDE, SAMPLER_WINDOW, SAMPLER_WINDOW_HIGH, SAMPLER_WINDOW_LOW, SAMPLERS,
} from '../images/image-layout.ts';
import { word } from '../images/image-words.ts';
import type { Search } from './plain-engine.ts';

/** An image as bytes and as words, and the text that is searched. */
export interface PlainInput {
  readonly image: Uint8Array;
  readonly words: Int32Array;
  /** The text and at least eight bytes more, whose content does not matter. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** Bytes of the text. */
  readonly length: number;
}

/** Runs every sampler of the image; see `assembly/sampler.ts`, which does the same with the same tables. */
export function sampleText(input: PlainInput, search: Search): void {
  const first = word(input.words, SAMPLERS);
  const end = first + word(input.words, SAMPLER_COUNT) * SAMPLER_SIZE;
  for (let sampler = first; sampler < end; sampler += SAMPLER_SIZE) {
    const groups = word(input.words, sampler + SAMPLER_GROUPS);
    const long = word(input.words, sampler + SAMPLER_GRAM) > 4;
    let probe = 0;
    while (probe >= 0 && (search.alive & groups) !== 0) {
      const hit = long ? nextLongGram(input, sampler, probe) : nextShortGram(input, sampler, probe);
      if (hit >= 0) verify(input, sampler, hit, search);
      probe = hit < 0 ? hit : hit + word(input.words, sampler + SAMPLER_STRIDE);
    }
  }
}

/** The next of the places `probe`, `probe + stride`, ... that may hold a gram of up to four bytes, or -1. */
function nextShortGram({ words, text, length }: PlainInput, sampler: number, probe: number): number {
  const view = new DataView(text.buffer);
  const mask = word(words, sampler + SAMPLER_GRAM_LOW);
  const stride = word(words, sampler + SAMPLER_STRIDE);
  const bloom = word(words, sampler + SAMPLER_BLOOM) >>> 2;
  const shift = word(words, sampler + SAMPLER_BLOOM_SHIFT);
  const last = length - word(words, sampler + SAMPLER_GRAM);
  for (let place = probe; place <= last; place += stride) {
    if (mayHold(words, bloom, shift, hashOf((view.getInt32(place, true) | FOLD) & mask, 0))) return place;
  }
  return -1;
}

/** The same for grams of five to eight bytes. */
function nextLongGram({ words, text, length }: PlainInput, sampler: number, probe: number): number {
  const view = new DataView(text.buffer);
  const mask = word(words, sampler + SAMPLER_GRAM_HIGH);
  const stride = word(words, sampler + SAMPLER_STRIDE);
  const bloom = word(words, sampler + SAMPLER_BLOOM) >>> 2;
  const shift = word(words, sampler + SAMPLER_BLOOM_SHIFT);
  const last = length - word(words, sampler + SAMPLER_GRAM);
  for (let place = probe; place <= last; place += stride) {
    const hash = hashOf(view.getInt32(place, true) | FOLD, (view.getInt32(place + 4, true) | FOLD) & mask);
    if (mayHold(words, bloom, shift, hash)) return place;
  }
  return -1;
}

/** Checks the literals whose window may start at one of the `stride` places up to `probe`. */
function verify(input: PlainInput, sampler: number, probe: number, search: Search): void {
  const { words, text, length } = input;
  const size = word(words, sampler + SAMPLER_WINDOW);
  const low = word(words, sampler + SAMPLER_WINDOW_LOW);
  const high = word(words, sampler + SAMPLER_WINDOW_HIGH);
  const heads = word(words, sampler + SAMPLER_HEADS);
  const shift = word(words, sampler + SAMPLER_HEADS_SHIFT);
  const last = Math.min(probe, length - size);
  for (let window = Math.max(0, probe - word(words, sampler + SAMPLER_STRIDE) + 1); window <= last; window++) {
    const tag = windowTagOf(text, window, size, low, high);
    let record = word(words, heads + (tag >>> shift) * 4);
    while (record !== 0) {
      if (word(words, record + RECORD_TAG) === tag) {
        matchRecord(input, record, window - word(words, record + RECORD_OFFSET), search);
      }
      record = word(words, record + RECORD_NEXT);
    }
  }
}

/** Takes note of the literal of `record` if it stands at `start`. */
function matchRecord({ image, words, text, length: textLength }: PlainInput, record: number, start: number, search: Search): void {
  const group = word(words, record + RECORD_GROUP);
  if ((group & search.alive) === 0) return;
  const lengthAndCase = word(words, record + RECORD_LENGTH);
  const length = lengthAndCase & 0x7fffffff;
  if (start < 0 || start + length > textLength) return;
  const bytes = record + RECORD_BYTES;
  const fold = lengthAndCase < 0 ? bytes + ((length + 15) & ~15) : 0;
  for (let index = 0; index < length; index++) {
    const folded = fold === 0 ? 0 : (image[fold + index] as number);
    if (((text[start + index] as number) | folded) !== image[bytes + index]) return;
  }
  search.take(group, start, word(words, record + RECORD_ID));
}
