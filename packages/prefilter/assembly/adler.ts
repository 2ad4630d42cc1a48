const MODULUS: u32 = 65_521;
/** Most bytes, a multiple of 16, after which the sums still fit 32 bits. */
const PORTION: u32 = 5_552;

@inline function sumOf(lanes: v128): u32 {
  return <u32>(i32x4.extract_lane(lanes, 0) + i32x4.extract_lane(lanes, 1) + i32x4.extract_lane(lanes, 2) + i32x4.extract_lane(lanes, 3));
}

/** The Adler-32 checksum of bytes (RFC 1950, section 9), 16 of them at a time. */
export function adlerOf(start: u32, end: u32): u32 {
  const firstWeights = i16x8(16, 15, 14, 13, 12, 11, 10, 9);
  const lastWeights = i16x8(8, 7, 6, 5, 4, 3, 2, 1);
  let low: u32 = 1;
  let high: u32 = 0;
  let place = start;
  while (end - place >= 16) {
    const portionEnd = place + min<u32>((end - place) & ~15, PORTION);
    high += low * (portionEnd - place);
    let sums = i32x4.splat(0);
    let before = i32x4.splat(0);
    let weighted = i32x4.splat(0);
    for (; place < portionEnd; place += 16) {
      const bytes = v128.load(place);
      before = i32x4.add(before, sums);
      sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
      weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), firstWeights));
      weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), lastWeights));
    }
    high = (high + 16 * (sumOf(before) % MODULUS) + sumOf(weighted)) % MODULUS;
    low = (low + sumOf(sums)) % MODULUS;
  }
  for (; place < end; place++) {
    low += load<u8>(place);
    high += low;
  }
  return high % MODULUS << 16 | low % MODULUS;
}
