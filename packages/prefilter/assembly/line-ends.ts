const LINE_FEED: i8 = 10;
const CARRIAGE_RETURN: i8 = 13;

/** Number of line ends in [start, end): `\n`, `\r\n`, or a `\r` alone. The end must not part `\r` from `\n`. */
export function countLineEnds(start: u32, end: u32): u32 {
  const feed = i8x16.splat(LINE_FEED);
  const carriage = i8x16.splat(CARRIAGE_RETURN);
  let count: u32 = 0;
  let place = start;
  // One byte more than the vector: a `\r` needs to see what follows it.
  for (; place + 17 <= end; place += 16) {
    const text = v128.load(place);
    const alone = v128.andnot(i8x16.eq(text, carriage), i8x16.eq(v128.load(place, 1), feed));
    count += popcnt<u32>(<u32>i8x16.bitmask(v128.or(i8x16.eq(text, feed), alone)));
  }
  for (; place < end; place++) {
    const byte = load<i8>(place);
    if (byte == LINE_FEED || (byte == CARRIAGE_RETURN && !(place + 1 < end && load<i8>(place, 1) == LINE_FEED))) count++;
  }
  return count;
}
