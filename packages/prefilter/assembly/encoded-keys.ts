import { TOKEN_IS_KEY, TOKEN_SHORTEST } from '../src/images/image-layout';
import { inputEnd } from './matching';
import { testRun } from './stretches';
import { BASE64, byteOf, HEX, View, WIDE } from './views';

@inline function isKey(table: u32, byte: u32): bool {
  return <bool>load<u8>(table + byte, TOKEN_IS_KEY);
}

/**
 * Tests the runs of key characters among the `count` bytes of a view. A run that is long enough covers one of the
 * places that are looked at, so that nearly all of the text is never decoded.
 */
function searchView(table: u32, view: View, base: u32, count: u32): void {
  const shortest = load<u32>(table, TOKEN_SHORTEST);
  let from: u32 = 0;
  while (from + shortest <= count) {
    const probe = from + shortest - 1;
    if (!isKey(table, byteOf(table, view, base, probe))) {
      from = probe + 1;
      continue;
    }
    let start = probe;
    while (start > from && isKey(table, byteOf(table, view, base, start - 1))) start--;
    let end = probe + 1;
    while (end < count && isKey(table, byteOf(table, view, base, end))) end++;
    if (end - start >= shortest) testRun(table, view, base, start, end);
    from = end + 1;
  }
}

/** Searches a run of key characters for keys in base64, at each of the four places in a group, and in hexadecimal. */
export function searchEncoded(table: u32, from: u32, to: u32): void {
  const shortest = load<u32>(table, TOKEN_SHORTEST);
  const length = to - from;
  for (let shift: u32 = 0; shift < 4 && (length - shift) * 3 >> 2 >= shortest; shift++) {
    searchView(table, BASE64, from + shift, (length - shift) * 3 >> 2);
  }
  for (let shift: u32 = 0; shift < 2 && (length - shift) >> 1 >= shortest; shift++) {
    searchView(table, HEX, from + shift, (length - shift) >> 1);
  }
}

/** Whether eight bytes somewhere, key characters by their bits, take turns with others: perhaps UTF-16. */
@inline export function mayBeWide(bits: u64): bool {
  const even = bits ^ 0x5555555555555555;
  const odd = bits ^ 0xaaaaaaaaaaaaaaaa;
  const isZero = (even - 0x0101010101010101) & ~even | (odd - 0x0101010101010101) & ~odd;
  return (isZero & 0x8080808080808080) != 0;
}

/**
 * Searches the 64 bytes from `place` on, and as far as the text goes on that is there, for keys in UTF-16.
 *
 * @param done - nothing before this address is looked at: it was searched before.
 * @returns the new `done`.
 */
export function searchWide(table: u32, place: u32, done: u32): u32 {
  const none = i8x16.splat(0);
  const zeros = v128.or(
    v128.or(i8x16.eq(v128.load(place), none), i8x16.eq(v128.load(place, 16), none)),
    v128.or(i8x16.eq(v128.load(place, 32), none), i8x16.eq(v128.load(place, 48), none)),
  );
  if (!v128.any_true(zeros)) return done;
  const end = inputEnd();
  let at = max<u32>(place, done);
  while (at < place + 64 && at + 2 < end) {
    if (load<u8>(at, 1) || !isKey(table, load<u8>(at)) || !isKey(table, load<u8>(at, 2))) {
      at++;
      continue;
    }
    let start = at;
    while (start >= done + 2 && !load<u8>(start - 1) && isKey(table, load<u8>(start - 2))) start -= 2;
    let last = at + 2;
    while (last + 2 < end && !load<u8>(last, 1) && isKey(table, load<u8>(last, 2))) last += 2;
    testRun(table, WIDE, start, 0, ((last - start) >> 1) + 1);
    done = last + 1;
    at = done;
  }
  return done;
}
