import { mayHold } from '../images/bloom-filter.ts';
import { FOLD, hashOf } from '../images/hashing.ts';
import {
  RECORD_BYTES, RECORD_GROUP, RECORD_ID, RECORD_LENGTH, RECORD_NEXT, RECORD_OFFSET, RECORD_TAG, SAMPLER_BLOOM,
  SAMPLER_BLOOM_SHIFT, SAMPLER_COUNT, SAMPLER_GRAM, SAMPLER_GRAM_HIGH, SAMPLER_GRAM_LOW, SAMPLER_GROUPS, SAMPLER_HEADS,
  SAMPLER_HEADS_SHIFT, SAMPLER_SIZE, SAMPLER_STRIDE, SAMPLER_WINDOW, SAMPLER_WINDOW_HIGH, SAMPLER_WINDOW_LOW, SAMPLERS,
} from '../images/image-layout.ts';
import { word } from '../images/image-words.ts';
import type { PlainText, Search } from './plain-search.ts';

/** A sampler of an image, with its parameters at hand; see `images/image-layout.ts` for what they mean. */
export interface PlainSampler {
  readonly image: Uint8Array;
  readonly words: Int32Array;
  readonly groups: number;
  readonly stride: number;
  readonly gram: number;
  readonly gramLow: number;
  readonly gramHigh: number;
  readonly window: number;
  readonly windowLow: number;
  readonly windowHigh: number;
  /** Index in `words`. */
  readonly bloom: number;
  readonly bloomShift: number;
  /** Index in `words`. */
  readonly heads: number;
  readonly headShift: number;
}

export function samplersOf(image: Uint8Array, words: Int32Array): readonly PlainSampler[] {
  const first = word(words, SAMPLERS);
  return Array.from({ length: word(words, SAMPLER_COUNT) }, (_, number) => {
    const field = (offset: number): number => word(words, first + number * SAMPLER_SIZE + offset);
    return {
      image,
      words,
      groups: field(SAMPLER_GROUPS),
      stride: field(SAMPLER_STRIDE),
      gram: field(SAMPLER_GRAM),
      gramLow: field(SAMPLER_GRAM_LOW),
      gramHigh: field(SAMPLER_GRAM_HIGH),
      window: field(SAMPLER_WINDOW),
      windowLow: field(SAMPLER_WINDOW_LOW),
      windowHigh: field(SAMPLER_WINDOW_HIGH),
      bloom: field(SAMPLER_BLOOM) >>> 2,
      bloomShift: field(SAMPLER_BLOOM_SHIFT),
      heads: field(SAMPLER_HEADS) >>> 2,
      headShift: field(SAMPLER_HEADS_SHIFT),
    };
  });
}

/** Searches for the literals of a sampler; see `assembly/sampler.ts`, which does the same with the same tables. */
export function sample(sampler: PlainSampler, text: PlainText, search: Search): void {
  const { groups, stride } = sampler;
  const next = sampler.gram > 4 ? nextLongGram : nextShortGram;
  let probe = 0;
  while ((search.alive & groups) !== 0) {
    probe = next(sampler, text, probe);
    if (probe < 0) return;
    verify(sampler, text, probe, search);
    probe += stride;
  }
}

/** The next of the places `probe`, `probe + stride`, ... that may hold a gram of up to four bytes, or -1. */
function nextShortGram(sampler: PlainSampler, { view, length }: PlainText, probe: number): number {
  const { words, gramLow, stride, bloom, bloomShift } = sampler;
  const last = length - sampler.gram;
  for (let place = probe; place <= last; place += stride) {
    if (mayHold(words, bloom, bloomShift, hashOf((view.getInt32(place, true) | FOLD) & gramLow, 0))) return place;
  }
  return -1;
}

/** The same for grams of five to eight bytes. */
function nextLongGram(sampler: PlainSampler, { view, length }: PlainText, probe: number): number {
  const { words, gramHigh, stride, bloom, bloomShift } = sampler;
  const last = length - sampler.gram;
  for (let place = probe; place <= last; place += stride) {
    const hash = hashOf(view.getInt32(place, true) | FOLD, (view.getInt32(place + 4, true) | FOLD) & gramHigh);
    if (mayHold(words, bloom, bloomShift, hash)) return place;
  }
  return -1;
}

/** Checks the literals whose window may start at one of the `stride` places up to `probe`. */
function verify(sampler: PlainSampler, text: PlainText, probe: number, search: Search): void {
  const { words, heads, headShift } = sampler;
  const last = Math.min(probe, text.length - sampler.window);
  for (let window = Math.max(0, probe - sampler.stride + 1); window <= last; window++) {
    const tag = tagAt(sampler, text.view, window);
    let record = words[heads + (tag >>> headShift)] as number;
    while (record !== 0) {
      if (word(words, record + RECORD_TAG) === tag) {
        matchRecord(sampler, record, text, window - word(words, record + RECORD_OFFSET), search);
      }
      record = word(words, record + RECORD_NEXT);
    }
  }
}

/** Tag of the window at a place; `windowTagOf` of the literals computes the same. */
function tagAt({ window, windowLow, windowHigh }: PlainSampler, view: DataView, place: number): number {
  const tag = hashOf(
    (view.getInt32(place, true) | FOLD) & windowLow, (view.getInt32(place + 4, true) | FOLD) & windowHigh,
  );
  if (window <= 8) return tag;
  const end = place + window;
  const last = hashOf(view.getInt32(end - 8, true) | FOLD, view.getInt32(end - 4, true) | FOLD);
  return (((tag << 13) | (tag >>> 19)) + last) | 0;
}

/** Takes note of the literal of `record` if it stands at `start`. */
function matchRecord(
  { image, words }: PlainSampler, record: number, { bytes: text, length: end }: PlainText, start: number,
  search: Search,
): void {
  const group = word(words, record + RECORD_GROUP);
  if ((group & search.alive) === 0) return;
  const lengthAndCase = word(words, record + RECORD_LENGTH);
  const length = lengthAndCase & 0x7fffffff;
  if (start < 0 || start + length > end) return;
  const bytes = record + RECORD_BYTES;
  const fold = lengthAndCase < 0 ? bytes + ((length + 15) & ~15) : -1;
  for (let index = 0; index < length; index++) {
    const folded = fold < 0 ? 0 : (image[fold + index] as number);
    if (((text[start + index] as number) | folded) !== image[bytes + index]) return;
  }
  search.take(group, start, word(words, record + RECORD_ID));
}
