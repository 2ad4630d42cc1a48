import { isAscii, isUtf8 } from 'node:buffer';

/**
 * Length of the UTF-8 sequence at `at`, or 0 where the bytes there are none (Unicode 16, table 3-7: no overlong forms, no
 * surrogates, nothing above U+10FFFF).
 */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (length === 0) return 0;
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  if (lead === 0xe0 && second < 0xa0) return 0;
  if (lead === 0xed && second > 0x9f) return 0;
  if (lead === 0xf0 && second < 0x90) return 0;
  if (lead === 0xf4 && second > 0x8f) return 0;
  return length;
}

/** The code point of a sequence of two to four bytes. */
function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (0x7f >> length);
  for (let index = 1; index < length; index++) point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return point;
}

/**
 * Decodes UTF-8; a byte that is part of no valid sequence is taken for its Latin-1 character. So a file in Latin-1 or
 * Windows-1252 reads as what it is (but for a few quotes and dashes), and no byte is lost or merged with another.
 *
 * @param bytes - any bytes. The memory used is in proportion to them, whatever they hold.
 */
export function decodeUtf8(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const units = new Uint16Array(bytes.length);
  let written = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length <= 1) {
      units[written++] = bytes[at] ?? 0;
      at++;
      continue;
    }
    const point = codePointAt(bytes, at, length);
    if (point > 0xffff) {
      units[written++] = 0xd800 + ((point - 0x10000) >> 10);
      units[written++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
    } else units[written++] = point;
    at += length;
  }
  return textOf(units.subarray(0, written));
}

/**
 * Number of UTF-16 units of the text that {@link decodeUtf8} makes, without making it.
 *
 * @param ofValid - counts them where the bytes are valid UTF-8.
 */
export function unitsOfUtf8(bytes: Buffer, ofValid?: () => number): number {
  if (isAscii(bytes)) return bytes.length;
  if (ofValid !== undefined && isUtf8(bytes)) return ofValid();
  let units = 0;
  for (let at = 0; at < bytes.length; units++) {
    const length = (bytes[at] ?? 0) < 0x80 ? 1 : sequenceLength(bytes, at) || 1;
    if (length === 4) units++;
    at += length;
  }
  return units;
}

/** Units are turned into text in portions: `String.fromCharCode` takes its arguments from the stack. */
const portion = 8192;

function textOf(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += portion) {
    text += String.fromCharCode.apply(undefined, units.subarray(at, at + portion) as unknown as number[]);
  }
  return text;
}
