import {
  TOKENS, TOKEN_BLOOM, TOKEN_BLOOM_SHIFT, TOKEN_GROUP, TOKEN_HAS_ZERO, TOKEN_LENGTHS, TOKEN_LENGTH_COUNT,
  TOKEN_LONGEST, TOKEN_MULTIPLIER, TOKEN_PORTION, TOKEN_PREFIXES, TOKEN_SHORTEST, TOKEN_STATES, TOKEN_STATES_SHIFT,
  TOKEN_TERMS,
} from '../src/images/image-layout';
import { mayHold } from './hashing';
import { CANDIDATES } from './scratch';
import { aliveGroups, inputEnd, inputStart, take } from './matching';

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

@inline function termOf(table: u32, place: u32): u32 {
  return load<u32>(table + (<u32>load<u8>(place) << 2), TOKEN_TERMS);
}

/** Writes the states of the rolling hash before each of `count` bytes and after the last. */
function writePrefixes(table: u32, from: u32, count: u32): void {
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
    const a = termOf(table, place);
    const b = a * multiplier + termOf(table, place + 1);
    const c = b * multiplier + termOf(table, place + 2);
    const d = c * multiplier + termOf(table, place + 3);
    store<u32>(prefix, state);
    store<u32>(prefix, state * multiplier + a, 4);
    store<u32>(prefix, state * square + b, 8);
    store<u32>(prefix, state * cube + c, 12);
    state = state * fourth + d;
    prefix += 16;
  }
  for (; place < end; place++) {
    store<u32>(prefix, state);
    state = state * multiplier + termOf(table, place);
    prefix += 4;
  }
  store<u32>(prefix, state);
}

/** Tests `count` stretches of `size` bytes that start at successive places from `from` on. */
function testStretches(table: u32, from: u32, count: u32, size: u32, power: u32): void {
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
      take(group, from + hit, size);
      if (!(aliveGroups() & group)) return;
    }
  }
}

/** Tests every stretch of a run of key characters that has one of the lengths. */
function testRun(table: u32, from: u32, to: u32): void {
  const shortest = load<u32>(table, TOKEN_SHORTEST);
  const longest = load<u32>(table, TOKEN_LONGEST);
  const portion = load<u32>(table, TOKEN_PORTION);
  const group = load<u32>(table, TOKEN_GROUP);
  const lengths = load<u32>(table, TOKEN_LENGTHS);
  const end = lengths + (load<u32>(table, TOKEN_LENGTH_COUNT) << 3);
  for (; from + shortest <= to; from += portion) {
    const count = min<u32>(to - from, portion - 1 + longest);
    writePrefixes(table, from, count);
    for (let entry = lengths; entry < end; entry += 8) {
      const size = load<u32>(entry);
      if (size > count) continue;
      testStretches(table, from, min<u32>(count - size + 1, portion), size, load<u32>(entry, 4));
      if (!(aliveGroups() & group)) return;
    }
  }
}

/** One bit for each of 16 bytes: whether it is a letter, a digit or one of `-._~+/=` (see `isKeyCharacter`). */
@inline function keyCharacters(place: u32): u64 {
  // Each row of the ASCII table that holds key characters has a bit: 2x, 3x, 4x, 5x, 6x, 7x.
  const rowsByLow = i8x16(42, 62, 62, 62, 62, 62, 62, 62, 62, 62, 60, 21, 20, 23, 53, 29);
  const rowByHigh = i8x16(0, 0, 1, 2, 4, 8, 16, 32, 0, 0, 0, 0, 0, 0, 0, 0);
  const nibble = i8x16.splat(15);
  const text = v128.load(place);
  const low = i8x16.swizzle(rowsByLow, v128.and(text, nibble));
  const high = i8x16.swizzle(rowByHigh, v128.and(i16x8.shr_u(text, 4), nibble));
  return <u64>(<u32>i8x16.bitmask(i8x16.ne(v128.and(low, high), i8x16.splat(0))));
}

/** Non-zero where `run` bits in a row are set; 0 for more than 63. */
@inline function runsOf(bits: u64, run: u32): u64 {
  if (run > 63) return 0;
  let have: u32 = 1;
  for (; have << 1 <= run; have <<= 1) bits &= bits >> have;
  return have < run ? bits & (bits >> (run - have)) : bits;
}

/**
 * Finds the maximal runs of key characters, and in those that are long enough every stretch whose rolling hash is
 * known. A run is tested once, when it ends, so the work is linear however long it is.
 */
export function searchTokens(): void {
  const table: u32 = load<u32>(TOKENS);
  if (!table) return;
  const group = load<u32>(table, TOKEN_GROUP);
  if (!(aliveGroups() & group)) return;
  const shortest: u32 = load<u32>(table, TOKEN_SHORTEST);
  const end = inputEnd();
  /** Key characters right before `place`. */
  let run: u32 = 0;
  let place = inputStart();
  for (; place < end; place += 64) {
    let bits = keyCharacters(place) | keyCharacters(place + 16) << 16 | keyCharacters(place + 32) << 32
      | keyCharacters(place + 48) << 48;
    if (end - place < 64) bits &= (<u64>1 << (end - place)) - 1;
    if (!~bits) {
      run += 64;
      continue;
    }
    const head = <u32>ctz(~bits);
    if (run + head >= shortest) testRun(table, place - run, place + head);
    run = <u32>clz(~bits);
    if (runsOf(bits, shortest)) {
      let rest = bits >> head << head;
      while (rest) {
        const start = <u32>ctz(rest);
        const length = <u32>ctz(~(rest >> start));
        if (start + length >= 64) break;
        if (length >= shortest) testRun(table, place + start, place + start + length);
        rest = rest >> (start + length) << (start + length);
      }
    }
    if (!(aliveGroups() & group)) return;
  }
  if (run >= shortest) testRun(table, end - run, end);
}
