import { digits, letters } from './codes.ts';

/** Whether printable text may have a byte among its first, in UTF-8 or as the lower byte of UTF-16: white space or visible ASCII, or an escape. */
export function beginsText(byte: number): boolean {
  return (byte > 31 && byte < 127) || byte === 9 || byte === 10 || byte === 13 || byte === 27;
}

const alphabet = new Uint8Array(128);
for (const [value, char] of Array.from(`${letters}${digits}+/`).entries()) alphabet[char.charCodeAt(0)] = value;
alphabet['-'.charCodeAt(0)] = 62;
alphabet['_'.charCodeAt(0)] = 63;

/** The mark that some editors put in front of UTF-8. */
const byteOrderMark = 0xefbbbf;

/** Whether eight characters of base64 or base64url from an offset on may stand for the beginning of a text: a quick no for nearly all random tokens. */
export function beginsBase64Text(text: string, start: number): boolean {
  const first = bytesAt(text, start);
  // In UTF-16 every other byte is 0.
  if (((first >> 8) & 255) === 0) return beginsText(first >> 16);
  return first === byteOrderMark || (areAscii(first) && areAscii(bytesAt(text, start + 4)));
}

const areAscii = (bytes: number): boolean => beginsText(bytes >> 16) && beginsText((bytes >> 8) & 255) && beginsText(bytes & 255);

/** The three bytes that four characters of base64 stand for. */
function bytesAt(text: string, start: number): number {
  let bits = 0;
  for (let at = start; at < start + 4; at++) bits = (bits << 6) | (alphabet[text.charCodeAt(at) & 127] ?? 0);
  return bits;
}
