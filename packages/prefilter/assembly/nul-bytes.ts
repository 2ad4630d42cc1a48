/** Whether a NUL byte stands in [start, end). */
export function holdsNul(start: u32, end: u32): bool {
  const nul = i8x16.splat(0);
  let place = start;
  for (; place + 16 <= end; place += 16) if (v128.any_true(i8x16.eq(v128.load(place), nul))) return true;
  for (; place < end; place++) if (!load<u8>(place)) return true;
  return false;
}
