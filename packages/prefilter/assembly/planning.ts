import { PLAN_BUCKET, PLAN_BYTES, PLAN_ENTRY_SIZE, PLAN_LENGTH, PLAN_OFFSET } from '../src/images/image-layout';
import {
  extraShareOf, Nibbles, nibblesOf, shareOf, SHARES_SIZE, TRIGRAMS_SIZE, writeShares, writeTrigrams,
} from './fingerprints';

/** A fingerprint that a literal offers: offset, share, share beyond single bytes, nibbles of three places. */
const OPTION_SIZE: u32 = 24;
const OPTION_COUNT: u32 = 4;
const OPTIONS_SIZE: u32 = OPTION_SIZE * OPTION_COUNT;
/** A bucket: nibbles of three places, share. */
const BUCKET_SIZE: u32 = 16;

let shares: u32 = 0;
let trigrams: u32 = 0;
let options: u32 = 0;
let buckets: u32 = 0;

/**
 * Shares literals out to eight buckets, so that few places of typical input pass. The fingerprint of a literal is
 * *any* three bytes of it: the `myx` of `atomyx` and the `ubm` of `submit` hardly ever occur elsewhere. Greedy, the
 * most expensive literals first. Runs here because it runs at every start, when JavaScript is still slow.
 *
 * @param entries - `count` entries of `PLAN_ENTRY_SIZE` bytes; offset and bucket are filled in.
 * @param frequencies - 256 shares, 32-bit floating-point numbers.
 * @param text - common trigrams, separated by one byte each; `textLength` bytes.
 * @param room - zero bytes up to the end of memory.
 */
export function planBuckets(
  entries: u32, count: u32, frequencies: u32, text: u32, textLength: u32, room: u32,
): void {
  shares = room;
  trigrams = shares + SHARES_SIZE;
  buckets = trigrams + TRIGRAMS_SIZE;
  options = buckets + 8 * BUCKET_SIZE;
  writeShares(frequencies, shares);
  writeTrigrams(text, textLength, trigrams);
  for (let index: u32 = 0; index < count; index++) {
    writeOptions(entries + index * PLAN_ENTRY_SIZE, options + index * OPTIONS_SIZE);
  }
  const order = options + count * OPTIONS_SIZE;
  sortByShare(order, count);
  for (let index: u32 = 0; index < count; index++) {
    const literal = load<u32>(order + (index << 2));
    place(entries + literal * PLAN_ENTRY_SIZE, options + literal * OPTIONS_SIZE);
  }
}

/** Writes the rarest fingerprints of a literal, the rarest first, and a share above 1 where there are no more. */
function writeOptions(entry: u32, list: u32): void {
  for (let option = list; option < list + OPTIONS_SIZE; option += OPTION_SIZE) store<f32>(option, 2, 4);
  const bytes = load<u32>(entry, PLAN_BYTES);
  const length = load<u32>(entry, PLAN_LENGTH) & 0x7fffffff;
  const ignoreCase = <bool>(load<u32>(entry, PLAN_LENGTH) >> 31);
  const last = length > 3 ? length - 3 : 0;
  const worst = list + OPTIONS_SIZE - OPTION_SIZE;
  for (let offset: u32 = 0; offset <= last; offset++) {
    const extra: f32 = length < 3 ? <f32>0 : extraShareOf(bytes + offset, trigrams);
    const first = nibblesOf(load<u8>(bytes + offset), ignoreCase);
    // Past the end of a short literal every byte will do.
    const second = length < 2 ? <u32>-1 : nibblesOf(load<u8>(bytes + offset, 1), ignoreCase);
    const third = length < 3 ? <u32>-1 : nibblesOf(load<u8>(bytes + offset, 2), ignoreCase);
    const share = shareOf(shares, first) * shareOf(shares, second) * shareOf(shares, third) + extra;
    if (share >= load<f32>(worst, 4)) continue;
    let option = worst;
    for (; option > list && load<f32>(option - OPTION_SIZE, 4) > share; option -= OPTION_SIZE) {
      memory.copy(option, option - OPTION_SIZE, OPTION_SIZE);
    }
    store<u32>(option, offset);
    store<f32>(option, share, 4);
    store<f32>(option, extra, 8);
    store<u32>(option, first, 12);
    store<u32>(option, second, 16);
    store<u32>(option, third, 20);
  }
}

/** Writes the numbers of the literals to `order`, those whose best fingerprint is the most frequent first. */
function sortByShare(order: u32, count: u32): void {
  for (let literal: u32 = 0; literal < count; literal++) {
    const share = load<f32>(options + literal * OPTIONS_SIZE, 4);
    let slot = order + (literal << 2);
    for (; slot > order && load<f32>(options + load<u32>(slot - 4) * OPTIONS_SIZE, 4) < share; slot -= 4) {
      store<u32>(slot, load<u32>(slot - 4));
    }
    store<u32>(slot, literal);
  }
}

@inline function shareOfAll(first: Nibbles, second: Nibbles, third: Nibbles): f32 {
  return shareOf(shares, first) * shareOf(shares, second) * shareOf(shares, third);
}

/** Adds a literal to the bucket where it lets the fewest places more pass. */
function place(entry: u32, list: u32): void {
  let least: f32 = Infinity;
  let best: u32 = list;
  let target: u32 = 0;
  let triedEmpty = false;
  for (let number: u32 = 0; number < 8; number++) {
    const bucket = buckets + number * BUCKET_SIZE;
    const first = load<u32>(bucket);
    // The empty buckets are all alike.
    if (!first && triedEmpty) continue;
    if (!first) triedEmpty = true;
    const second = load<u32>(bucket, 4);
    const third = load<u32>(bucket, 8);
    const now = load<f32>(bucket, 12);
    for (let option = list; option < list + OPTIONS_SIZE && load<f32>(option, 4) <= 1; option += OPTION_SIZE) {
      const cost = shareOfAll(
        first | load<u32>(option, 12), second | load<u32>(option, 16), third | load<u32>(option, 20),
      ) - now + load<f32>(option, 8);
      if (cost >= least) continue;
      least = cost;
      best = option;
      target = number;
    }
  }
  store<u32>(entry, load<u32>(best), PLAN_OFFSET);
  store<u32>(entry, target, PLAN_BUCKET);
  add(buckets + target * BUCKET_SIZE, load<u32>(best, 12), load<u32>(best, 16), load<u32>(best, 20));
}

function add(bucket: u32, first: Nibbles, second: Nibbles, third: Nibbles): void {
  const a = load<u32>(bucket) | first;
  const b = load<u32>(bucket, 4) | second;
  const c = load<u32>(bucket, 8) | third;
  store<u32>(bucket, a);
  store<u32>(bucket, b, 4);
  store<u32>(bucket, c, 8);
  store<f32>(bucket, shareOfAll(a, b, c), 12);
}
