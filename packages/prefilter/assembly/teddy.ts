import {
  FINGERPRINTS, FINGERPRINTS_SHIFT, GROUP_TABLES, GROUP_TABLE_COUNT, GROUP_TABLE_SIZE, HASH_LOW,
  RECORD_NEXT, RECORD_OFFSET, RECORD_TAG, SHORT_RECORDS, TEDDY_GROUPS,
} from '../src/images/image-layout';
import { FOLD } from './hashing';
import { ACTIVE_TABLES, CANDIDATES } from './scratch';
import { aliveGroups, inputEnd, inputStart, matchRecord } from './matching';

/** Puts together the tables of the groups that are still searched for; a group that was found costs nothing more. */
function activate(groups: u32): void {
  const none = i8x16.splat(0);
  for (let offset: u32 = 0; offset < 96; offset += 16) v128.store(ACTIVE_TABLES + offset, none);
  let table: u32 = load<u32>(GROUP_TABLES);
  const end = table + load<u32>(GROUP_TABLE_COUNT) * GROUP_TABLE_SIZE;
  for (; table < end; table += GROUP_TABLE_SIZE) {
    if (!(load<u32>(table) & groups)) continue;
    for (let offset: u32 = 0; offset < 96; offset += 16) {
      const active = ACTIVE_TABLES + offset;
      v128.store(active, v128.or(v128.load(active), v128.load(table + offset, 16)));
    }
  }
}

/** Checks the literals that may have their fingerprint at one of the 32 places from `place` on. */
function verify(place: u32): void {
  const none = i8x16.splat(0);
  const heads = load<u32>(FINGERPRINTS);
  const shift = load<u32>(FINGERPRINTS_SHIFT);
  let places = <u32>i8x16.bitmask(i8x16.ne(v128.load(CANDIDATES), none))
    | <u32>i8x16.bitmask(i8x16.ne(v128.load(CANDIDATES, 16), none)) << 16;
  while (places) {
    const candidate = place + ctz(places);
    places &= places - 1;
    // The bytes themselves say more than the bits of the buckets: which literals have just this fingerprint.
    const tag = (load<u32>(candidate) | <u32>FOLD) & 0xffffff;
    let record = load<u32>(heads + ((tag * <u32>HASH_LOW >> shift) << 2));
    while (record) {
      if (load<u32>(record, RECORD_TAG) == tag) matchRecord(record, candidate - load<u32>(record, RECORD_OFFSET));
      record = load<u32>(record, RECORD_NEXT);
    }
    let short = load<u32>(SHORT_RECORDS);
    while (short) {
      matchRecord(short, candidate);
      short = load<u32>(short, RECORD_NEXT);
    }
  }
}

/** The buckets that one byte of the fingerprint allows at each of 16 places, by the low and high nibbles there. */
@inline function allowed(lowTable: v128, highTable: v128, low: v128, high: v128): v128 {
  return v128.and(i8x16.swizzle(lowTable, low), i8x16.swizzle(highTable, high));
}

/** `current` moved up by one place, the last place of `previous` first. */
@inline function moved1(previous: v128, current: v128): v128 {
  return i8x16.shuffle(previous, current, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
}

/** `current` moved up by two places. */
@inline function moved2(previous: v128, current: v128): v128 {
  return i8x16.shuffle(previous, current, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
}

/**
 * Teddy (Geoffrey Langdale, Hyperscan): every literal has a fingerprint of three bytes and belongs to one of eight
 * buckets. Two table look-ups for each byte of the fingerprint, one for each nibble, tell for 16 places at once which
 * buckets allow that byte there; moved onto the place of the third byte and joined, which have a fingerprint that
 * ends there. Two vectors a turn: with four the tables no longer fit the registers.
 */
export function searchTeddy(): void {
  let groups = aliveGroups() & load<u32>(TEDDY_GROUPS);
  // The fingerprint of a literal of one byte ends two places after it.
  const end = inputEnd() + 2;
  const nibble = i8x16.splat(15);
  let place = inputStart();
  // Nothing stands before the input. Where the tables change, these allow more than the new ones would, which is checked like any candidate.
  let last0 = i8x16.splat(0);
  let last1 = last0;
  while (groups) {
    activate(groups);
    const low0 = v128.load(ACTIVE_TABLES);
    const high0 = v128.load(ACTIVE_TABLES, 16);
    const low1 = v128.load(ACTIVE_TABLES, 32);
    const high1 = v128.load(ACTIVE_TABLES, 48);
    const low2 = v128.load(ACTIVE_TABLES, 64);
    const high2 = v128.load(ACTIVE_TABLES, 80);
    for (;;) {
      if (place >= end) return;
      let text = v128.load(place);
      let low = v128.and(text, nibble);
      let high = v128.and(i16x8.shr_u(text, 4), nibble);
      const first0 = allowed(low0, high0, low, high);
      const first1 = allowed(low1, high1, low, high);
      const first = v128.and(
        allowed(low2, high2, low, high), v128.and(moved1(last1, first1), moved2(last0, first0)),
      );
      text = v128.load(place, 16);
      low = v128.and(text, nibble);
      high = v128.and(i16x8.shr_u(text, 4), nibble);
      last0 = allowed(low0, high0, low, high);
      last1 = allowed(low1, high1, low, high);
      const second = v128.and(
        allowed(low2, high2, low, high), v128.and(moved1(first1, last1), moved2(first0, last0)),
      );
      if (v128.any_true(v128.or(first, second))) {
        v128.store(CANDIDATES, first);
        v128.store(CANDIDATES, second, 16);
        verify(place - 2);
        place += 32;
        const left = aliveGroups() & groups;
        if (left == groups) continue;
        groups = left;
        break;
      }
      place += 32;
    }
  }
}
