import type { NumberedLiteral } from '../literal.ts';
import type { BloomFilters } from './bloom-filter.ts';
import { addToBloom, allocateBloom } from './bloom-filter.ts';
import { bitsFor, FOLD, hashOf, maskOf, wordAt } from './hashing.ts';
import {
  RECORD_NEXT, RECORD_TAG, SAMPLER_BLOOM, SAMPLER_BLOOM_SHIFT, SAMPLER_COUNT, SAMPLER_GRAM, SAMPLER_GRAM_HIGH,
  SAMPLER_GRAM_LOW, SAMPLER_GROUPS, SAMPLER_HEADS, SAMPLER_HEADS_SHIFT, SAMPLER_SIZE, SAMPLER_STRIDE, SAMPLER_WINDOW,
  SAMPLER_WINDOW_HIGH, SAMPLER_WINDOW_LOW, SAMPLERS,
} from './image-layout.ts';
import type { ImageWriter } from './image-writer.ts';
import { writeRecord } from './literal-records.ts';
import { chooseWindow } from './window-choice.ts';

const bitsPerGram = 12;
/** A longer stride means fewer probes, but larger filters that leave the cache and take longer to build. */
const longestStride = 12;

/** Writes one sampler for each of `classes`, which hold literals of similar length. */
export function writeSamplers(image: ImageWriter, classes: readonly (readonly NumberedLiteral[])[]): void {
  const address = image.allocate(classes.length * SAMPLER_SIZE);
  image.setWord(SAMPLERS, address);
  image.setWord(SAMPLER_COUNT, classes.length);
  for (const [index, literals] of classes.entries()) writeSampler(image, address + index * SAMPLER_SIZE, literals);
}

/**
 * Bytes of a gram for literals of `shortest` bytes or more. Long grams are rare in text, short ones leave more room
 * for a long stride.
 */
function gramFor(shortest: number): number {
  if (shortest >= 14) return 8;
  if (shortest >= 8) return 6;
  return Math.min(4, shortest);
}

function writeSampler(image: ImageWriter, sampler: number, literals: readonly NumberedLiteral[]): void {
  const shortest = literals.reduce((least, literal) => Math.min(least, literal.bytes.length), Infinity);
  const gram = gramFor(shortest);
  const stride = Math.min(shortest - gram + 1, longestStride);
  const window = gram + stride - 1;
  const [gramLow, gramHigh] = maskOf(gram);
  const [windowLow, windowHigh] = maskOf(window);
  const bloom = allocateBloom(image, literals.length * stride, bitsPerGram);
  const headBits = bitsFor(literals.length * 2);
  const heads = image.allocate(4 << headBits);
  const headShift = 32 - headBits;

  const chains = { image, heads, shift: headShift };
  let groups = 0;
  for (const literal of literals) {
    groups |= 1 << literal.group;
    const { offset, tag } = chooseWindow(literal.bytes, window, chains);
    const record = writeRecord(image, literal, offset);
    const head = heads + (tag >>> headShift) * 4;
    image.setWord(record + RECORD_TAG, tag);
    image.setWord(record + RECORD_NEXT, image.getWord(head));
    image.setWord(head, record);
    addGrams(image.words, bloom, literal.bytes, offset, stride, gramLow, gramHigh);
  }

  image.setWord(sampler + SAMPLER_GROUPS, groups);
  image.setWord(sampler + SAMPLER_STRIDE, stride);
  image.setWord(sampler + SAMPLER_GRAM, gram);
  image.setWord(sampler + SAMPLER_GRAM_LOW, gramLow);
  image.setWord(sampler + SAMPLER_GRAM_HIGH, gramHigh);
  image.setWord(sampler + SAMPLER_WINDOW, window);
  image.setWord(sampler + SAMPLER_WINDOW_LOW, windowLow);
  image.setWord(sampler + SAMPLER_WINDOW_HIGH, windowHigh);
  image.setWord(sampler + SAMPLER_BLOOM, bloom.address);
  image.setWord(sampler + SAMPLER_BLOOM_SHIFT, bloom.shift);
  image.setWord(sampler + SAMPLER_HEADS, heads);
  image.setWord(sampler + SAMPLER_HEADS_SHIFT, headShift);
}

/** Adds the grams of a window, which start at `stride` successive places. */
function addGrams(
  words: Int32Array, bloom: BloomFilters, bytes: Uint8Array, offset: number, stride: number, low: number, high: number,
): void {
  for (let start = offset; start < offset + stride; start++) {
    const hash = hashOf((wordAt(bytes, start) | FOLD) & low, (wordAt(bytes, start + 4) | FOLD) & high);
    addToBloom(words, bloom.address >>> 2, bloom.shift, hash);
  }
}
