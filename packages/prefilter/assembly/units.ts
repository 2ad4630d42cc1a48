/** Bytes of which the sum of an `i8` lane cannot overflow: 127 vectors. */
const STRIDE: u32 = 127 * 16;

/** Whether a byte continues a character of UTF-8. */
@inline function continues(byte: u8): bool {
  return (byte & 0xc0) == 0x80;
}

/**
 * UTF-16 units less bytes of the valid UTF-8 in [start, end): a byte that continues a character is no unit of its own, one that begins a
 * character of four bytes is two. The end may be in front of any byte; what counts is where each stands.
 */
export function surplusUnits(start: u32, end: u32): i32 {
  const firstContinuing = i8x16.splat(-0x40);
  const leadOfFour = i8x16.splat(<i8>0xf0);
  let surplus: i32 = 0;
  let place = start;
  while (place + 16 <= end) {
    const last = min(end - 15, place + STRIDE);
    let sum = i8x16.splat(0);
    for (; place < last; place += 16) {
      const text = v128.load(place);
      // A comparison that holds is -1: as signed bytes, those that continue are the least.
      sum = i8x16.add(sum, i8x16.sub(i8x16.lt_s(text, firstContinuing), i8x16.ge_u(text, leadOfFour)));
    }
    const pairs = i16x8.extadd_pairwise_i8x16_s(sum);
    const fours = i32x4.extadd_pairwise_i16x8_s(pairs);
    surplus += i32x4.extract_lane(fours, 0) + i32x4.extract_lane(fours, 1) + i32x4.extract_lane(fours, 2) + i32x4.extract_lane(fours, 3);
  }
  for (; place < end; place++) {
    const byte = load<u8>(place);
    if (continues(byte)) surplus--;
    else if (byte >= 0xf0) surplus++;
  }
  return surplus;
}
