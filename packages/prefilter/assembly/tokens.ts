import { TOKENS, TOKEN_ENCODED, TOKEN_GROUP, TOKEN_SHORTEST } from '../src/images/image-layout';
import { mayBeWide, searchEncoded, searchWide } from './encoded-keys';
import { aliveGroups, inputEnd, inputStart } from './matching';
import { testRun } from './stretches';
import { PLAIN } from './views';

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

/** Searches a run of key characters: as it stands, and what it may be an encoding of. */
function searchRun(table: u32, from: u32, to: u32): void {
  testRun(table, PLAIN, from, 0, to - from);
  if (load<u32>(table, TOKEN_ENCODED)) searchEncoded(table, from, to);
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
  const encoded = <bool>load<u32>(table, TOKEN_ENCODED);
  /** Where the search for UTF-16 has come to. */
  let wide = inputStart();
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
    if (run + head >= shortest) searchRun(table, place - run, place + head);
    run = <u32>clz(~bits);
    if (runsOf(bits, shortest)) {
      let rest = bits >> head << head;
      while (rest) {
        const start = <u32>ctz(rest);
        const length = <u32>ctz(~(rest >> start));
        if (start + length >= 64) break;
        if (length >= shortest) searchRun(table, place + start, place + start + length);
        rest = rest >> (start + length) << (start + length);
      }
    }
    if (encoded && place + 64 > wide && mayBeWide(bits)) wide = searchWide(table, place, wide);
    if (!(aliveGroups() & group)) return;
  }
  if (run >= shortest) searchRun(table, end - run, end);
}
