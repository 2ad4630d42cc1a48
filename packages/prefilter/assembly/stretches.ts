import {
  TOKEN_BLOOM, TOKEN_BLOOM_SHIFT, TOKEN_GROUP, TOKEN_HAS_ZERO, TOKEN_LENGTHS, TOKEN_LENGTH_COUNT, TOKEN_LONGEST,
  TOKEN_MULTIPLIER, TOKEN_PORTION, TOKEN_PREFIXES, TOKEN_SHORTEST, TOKEN_STATES, TOKEN_STATES_SHIFT, TOKEN_TERMS,
} from '../src/images/image-layout';
import { mayHold } from './hashing';
import { aliveGroups, take } from './matching';
import { CANDIDATES } from './scratch';
import { byteOf, placeOf, PLAIN, spanOf, View } from './views';

/** Whether a state of the rolling hash is in the open addressing table. */
function holds(table: u32, state: u32): bool {
  if (!state) return <bool>load<u32>(table, TOKEN_HAS_ZERO);
  const states = load<u32>(table, TOKEN_STATES);
  const shift = load<u32>(table, TOKEN_STATES_SHIFT);
  const mask = <u32>0xffffffff >> shift;
  let slot = state >> shift;
  let entry = load<u32>(states + (slot << 2));
  while (entry && entry != state) {
    slot = (slot + 1) & mask;
    entry = load<u32>(states + (slot << 2));
  }
  return entry != 0;
}

@inline function termOf(table: u32, byte: u32): u32 {
  return load<u32>(table + (byte << 2), TOKEN_TERMS);
}

/** Writes the states of the rolling hash before each of `count` bytes and after the last. */
function writePlainPrefixes(table: u32, from: u32, count: u32): void {
  const multiplier = load<u32>(table, TOKEN_MULTIPLIER);
  const square = multiplier * multiplier;
  const cube = square * multiplier;
  const fourth = square * square;
  let prefix = load<u32>(table, TOKEN_PREFIXES);
  let state: u32 = 0;
  let place = from;
  const end = from + count;
  // Four at a time: each waits for the one four before only.
  for (; place + 4 <= end; place += 4) {
    const a = termOf(table, load<u8>(place));
    const b = a * multiplier + termOf(table, load<u8>(place, 1));
    const c = b * multiplier + termOf(table, load<u8>(place, 2));
    const d = c * multiplier + termOf(table, load<u8>(place, 3));
    store<u32>(prefix, state);
    store<u32>(prefix, state * multiplier + a, 4);
    store<u32>(prefix, state * square + b, 8);
    store<u32>(prefix, state * cube + c, 12);
    state = state * fourth + d;
    prefix += 16;
  }
  for (; place < end; place++) {
    store<u32>(prefix, state);
    state = state * multiplier + termOf(table, load<u8>(place));
    prefix += 4;
  }
  store<u32>(prefix, state);
}

/** The same for the bytes of a view from a number on. */
function writePrefixes(table: u32, view: View, base: u32, from: u32, count: u32): void {
  const multiplier = load<u32>(table, TOKEN_MULTIPLIER);
  let prefix = load<u32>(table, TOKEN_PREFIXES);
  let state: u32 = 0;
  for (let index = from; index < from + count; index++) {
    store<u32>(prefix, state);
    state = state * multiplier + termOf(table, byteOf(table, view, base, index));
    prefix += 4;
  }
  store<u32>(prefix, state);
}

/** Tests `count` stretches of `size` bytes that start at successive numbers of a view from `from` on. */
function testStretches(table: u32, view: View, base: u32, from: u32, count: u32, size: u32, power: u32): void {
  const prefixes = load<u32>(table, TOKEN_PREFIXES);
  const bloom = load<u32>(table, TOKEN_BLOOM);
  const shift = load<u32>(table, TOKEN_BLOOM_SHIFT);
  const group = load<u32>(table, TOKEN_GROUP);
  const powers = i32x4.splat(power);
  for (let index: u32 = 0; index < count; index += 4) {
    const before = v128.load(prefixes + (index << 2));
    const states = i32x4.sub(v128.load(prefixes + ((index + size) << 2)), i32x4.mul(before, powers));
    if (!(
      mayHold(bloom, shift, i32x4.extract_lane(states, 0)) || mayHold(bloom, shift, i32x4.extract_lane(states, 1))
      || mayHold(bloom, shift, i32x4.extract_lane(states, 2)) || mayHold(bloom, shift, i32x4.extract_lane(states, 3))
    )) continue;
    v128.store(CANDIDATES, states);
    const end = min<u32>(index + 4, count);
    for (let hit = index; hit < end; hit++) {
      const state = load<u32>(CANDIDATES + ((hit - index) << 2));
      if (!mayHold(bloom, shift, state) || !holds(table, state)) continue;
      take(group, placeOf(view, base, from + hit), spanOf(view, base, from + hit, size));
      if (!(aliveGroups() & group)) return;
    }
  }
}

/** Tests every stretch of the key characters `from` to `to` of a view that has one of the lengths. */
export function testRun(table: u32, view: View, base: u32, from: u32, to: u32): void {
  const shortest = load<u32>(table, TOKEN_SHORTEST);
  const longest = load<u32>(table, TOKEN_LONGEST);
  const portion = load<u32>(table, TOKEN_PORTION);
  const group = load<u32>(table, TOKEN_GROUP);
  const lengths = load<u32>(table, TOKEN_LENGTHS);
  const end = lengths + (load<u32>(table, TOKEN_LENGTH_COUNT) << 3);
  for (; from + shortest <= to; from += portion) {
    const count = min<u32>(to - from, portion - 1 + longest);
    if (view == PLAIN) writePlainPrefixes(table, base + from, count);
    else writePrefixes(table, view, base, from, count);
    for (let entry = lengths; entry < end; entry += 8) {
      const size = load<u32>(entry);
      if (size > count) continue;
      testStretches(table, view, base, from, min<u32>(count - size + 1, portion), size, load<u32>(entry, 4));
      if (!(aliveGroups() & group)) return;
    }
  }
}
