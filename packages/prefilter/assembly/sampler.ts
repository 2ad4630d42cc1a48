import {
  RECORD_NEXT, RECORD_OFFSET, RECORD_TAG, SAMPLERS, SAMPLER_BLOOM, SAMPLER_BLOOM_SHIFT, SAMPLER_COUNT, SAMPLER_GRAM,
  SAMPLER_GRAM_HIGH, SAMPLER_GRAM_LOW, SAMPLER_GROUPS, SAMPLER_HEADS, SAMPLER_HEADS_SHIFT, SAMPLER_SIZE, SAMPLER_STRIDE,
  SAMPLER_WINDOW, SAMPLER_WINDOW_HIGH, SAMPLER_WINDOW_LOW,
} from '../src/images/image-layout';
import { FOLD, hash64, holdsAgain, mayHold } from './hashing';
import { QUEUE, QUEUE_LENGTH } from './scratch';
import { aliveGroups, inputEnd, inputStart, matchRecord } from './matching';

@inline function mask64(sampler: u32, low: u32, high: u32): u64 {
  return <u64>load<u32>(sampler + low) | (<u64>load<u32>(sampler + high) << 32);
}

/** Checks the literals whose window may start at one of the `stride` places up to `probe`. */
function verify(sampler: u32, probe: u32): void {
  const size: u32 = load<u32>(sampler, SAMPLER_WINDOW);
  const mask = mask64(sampler, SAMPLER_WINDOW_LOW, SAMPLER_WINDOW_HIGH);
  const heads: u32 = load<u32>(sampler, SAMPLER_HEADS);
  const shift = load<u32>(sampler, SAMPLER_HEADS_SHIFT);
  const groups = load<u32>(sampler, SAMPLER_GROUPS);
  const before = probe - inputStart();
  const stride: u32 = load<u32>(sampler, SAMPLER_STRIDE);
  let window = probe - (before < stride ? before : stride - 1);
  const last = inputEnd() - size;
  for (; window <= probe && window <= last; window++) {
    let tag = hash64((load<u64>(window) | FOLD) & mask);
    if (size > 8) tag = rotl(tag, 13) + hash64(load<u64>(window + size - 8) | FOLD);
    let record: u32 = load<u32>(heads + ((tag >> shift) << 2));
    while (record) {
      if (load<u32>(record, RECORD_TAG) == tag) {
        matchRecord(record, window - load<u32>(record, RECORD_OFFSET));
        if (!(aliveGroups() & groups)) return;
      }
      record = load<u32>(record, RECORD_NEXT);
    }
  }
}

/**
 * Search for any number of literals. Each literal has a window of bytes, as long as a gram and `stride - 1` bytes
 * more; every gram in it is in the Bloom filters. So it is enough to look at every `stride`-th place of the text: where a
 * literal stands, one of these places holds a gram of its window.
 */
function sample(sampler: u32): void {
  const groups = load<u32>(sampler, SAMPLER_GROUPS);
  if (!(aliveGroups() & groups)) return;
  const gram: u32 = load<u32>(sampler, SAMPLER_GRAM);
  const mask = mask64(sampler, SAMPLER_GRAM_LOW, SAMPLER_GRAM_HIGH);
  const stride: u32 = load<u32>(sampler, SAMPLER_STRIDE);
  const bloom: u32 = load<u32>(sampler, SAMPLER_BLOOM);
  const shift = load<u32>(sampler, SAMPLER_BLOOM_SHIFT);
  let probe = inputStart();
  const end = inputEnd();
  if (end - probe < gram) return;
  const last = end - gram;
  while (probe <= last) {
    const turnEnd = min<u32>(last, probe + (QUEUE_LENGTH - 1) * stride);
    // A branch would be mispredicted while the filter's word is still on its way: hits are queued without one.
    let queued: u32 = QUEUE;
    for (; probe <= turnEnd; probe += stride) {
      store<u32>(queued, probe);
      queued += <u32>mayHold(bloom, shift, hash64((load<u64>(probe) | FOLD) & mask)) << 2;
    }
    let kept: u32 = QUEUE;
    for (let entry: u32 = QUEUE; entry < queued; entry += 4) {
      const place = load<u32>(entry);
      store<u32>(kept, place);
      kept += <u32>holdsAgain(bloom, shift, hash64((load<u64>(place) | FOLD) & mask)) << 2;
    }
    for (let entry: u32 = QUEUE; entry < kept; entry += 4) {
      verify(sampler, load<u32>(entry));
      if (!(aliveGroups() & groups)) return;
    }
  }
}

/** Runs every sampler of the image. */
export function searchSamplers(): void {
  let sampler: u32 = load<u32>(SAMPLERS);
  const end = sampler + load<u32>(SAMPLER_COUNT) * SAMPLER_SIZE;
  for (; sampler < end; sampler += SAMPLER_SIZE) sample(sampler);
}
