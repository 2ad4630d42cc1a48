import {
  TOKENS, TOKEN_BLOOM, TOKEN_BLOOM_SHIFT, TOKEN_GROUP, TOKEN_HAS_ZERO, TOKEN_LENGTHS, TOKEN_LENGTH_COUNT,
  TOKEN_MULTIPLIER, TOKEN_SHORTEST, TOKEN_STATES, TOKEN_STATES_SHIFT, TOKEN_TERMS, HASH_LAST,
} from '../src/images/image-layout';
import { mayHold } from './hashing';
import { aliveGroups, inputEnd, inputStart, take } from './matching';

/** Whether a state of the rolling hash, scrambled, is in the open addressing table. */
function holds(table: u32, state: u32, hash: u32): bool {
  if (!state) return <bool>load<u32>(table, TOKEN_HAS_ZERO);
  const states: u32 = load<u32>(table, TOKEN_STATES);
  const shift = load<u32>(table, TOKEN_STATES_SHIFT);
  const mask = <u32>0xffffffff >> shift;
  let slot = hash >> shift;
  let entry = load<u32>(states + (slot << 2));
  while (entry && entry != state) {
    slot = (slot + 1) & mask;
    entry = load<u32>(states + (slot << 2));
  }
  return entry != 0;
}

/** Tests every stretch of `size` bytes of a run of key characters. */
function roll(table: u32, from: u32, to: u32, size: u32, power: u32): void {
  const terms = table + TOKEN_TERMS;
  const multiplier = load<u32>(table, TOKEN_MULTIPLIER);
  const bloom: u32 = load<u32>(table, TOKEN_BLOOM);
  const shift = load<u32>(table, TOKEN_BLOOM_SHIFT);
  const group = load<u32>(table, TOKEN_GROUP);
  let state: u32 = 0;
  let place = from;
  for (const first = from + size; place < first; place++) {
    state = state * multiplier + load<u32>(terms + (load<u8>(place) << 2));
  }
  for (;;) {
    let hash = state * <u32>HASH_LAST;
    hash ^= hash >> 15;
    hash *= <u32>HASH_LAST;
    if (mayHold(bloom, shift, hash) && holds(table, state, hash)) {
      take(group, place - size, <u32>size);
      if (!(aliveGroups() & group)) return;
    }
    if (place >= to) return;
    state = state * multiplier + load<u32>(terms + (load<u8>(place) << 2))
      - power * load<u32>(terms + (load<u8>(place - size) << 2));
    place++;
  }
}

function testRun(table: u32, from: u32, to: u32): void {
  let entry: u32 = load<u32>(table, TOKEN_LENGTHS);
  const end = entry + (load<u32>(table, TOKEN_LENGTH_COUNT) << 3);
  for (; entry < end; entry += 8) {
    const size: u32 = load<u32>(entry);
    if (from + size <= to) roll(table, from, to, size, load<u32>(entry, 4));
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

/** Non-zero where `run` bytes in a row, at most 16, are set. */
@inline function runsOf(bits: u64, run: u32): u64 {
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
  const quick = min<u32>(shortest, 16);
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
    if (runsOf(bits, quick)) {
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
