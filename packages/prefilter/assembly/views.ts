import { TOKEN_HEX, TOKEN_SEXTETS } from '../src/images/image-layout';

/** How the bytes of a key stand in the text. A view is a way of reading together with the place where it starts. */
export type View = u32;
export const PLAIN: View = 0;
/** Two hexadecimal digits a byte. */
export const HEX: View = 1;
/** Base64, both alphabets: four characters for three bytes. */
export const BASE64: View = 2;
/** UTF-16, either byte order: every other byte, with zeros between. */
export const WIDE: View = 3;

/** The byte with a number in a view that starts at `base`; 0, no key character, where nothing can be decoded. */
@inline export function byteOf(table: u32, view: View, base: u32, index: u32): u32 {
  if (view == WIDE) return load<u8>(base + (index << 1));
  if (view == HEX) {
    const high = <u32>load<u8>(table + <u32>load<u8>(base + (index << 1)), TOKEN_HEX);
    const low = <u32>load<u8>(table + <u32>load<u8>(base + (index << 1), 1), TOKEN_HEX);
    return (high | low) > 15 ? 0 : high << 4 | low;
  }
  if (view == BASE64) {
    const part = index % 3;
    const place = base + (index / 3 << 2) + part;
    const first = <u32>load<u8>(table + <u32>load<u8>(place), TOKEN_SEXTETS);
    const second = <u32>load<u8>(table + <u32>load<u8>(place, 1), TOKEN_SEXTETS);
    return (first | second) > 63 ? 0 : (first << (2 + 2 * part) | second >> (4 - 2 * part)) & 0xff;
  }
  return load<u8>(base + index);
}

/** Where the byte with a number starts in the text. */
@inline export function placeOf(view: View, base: u32, index: u32): u32 {
  if (view == PLAIN) return base + index;
  return view == BASE64 ? base + (index / 3 << 2) + index % 3 : base + (index << 1);
}

/** Bytes of the text in which the `size` bytes from a number on stand. */
@inline export function spanOf(view: View, base: u32, index: u32, size: u32): u32 {
  if (view == PLAIN) return size;
  if (view == HEX) return size << 1;
  const last = placeOf(view, base, index + size - 1);
  return last + (view == BASE64 ? 2 : 1) - placeOf(view, base, index);
}
