import { digits, letters } from './codes.ts';

/** Whether printable text may have a byte among its first, in UTF-8 or as the lower byte of UTF-16: white space or visible ASCII, or an escape. */
export function beginsText(byte: number): boolean {
  return (byte > 31 && byte < 127) || byte === 9 || byte === 10 || byte === 13 || byte === 27;
}

/** What a character is as a hexadecimal digit, by its code. */
const digitsOf = new Uint16Array(256).fill(256);
for (const char of `${digits}abcdefABCDEF`) digitsOf[char.charCodeAt(0)] = Number.parseInt(char, 16);

/** The byte that two hexadecimal digits stand for; 256 and more where they are none. */
export function hexadecimalByteAt(bytes: Uint8Array, at: number): number {
  return (digitsOf[bytes[at] ?? 0] ?? 256) * 16 + (digitsOf[bytes[at + 1] ?? 0] ?? 256);
}

const alphabet = new Uint8Array(128);
for (const [value, char] of Array.from(`${letters}${digits}+/`).entries()) alphabet[char.charCodeAt(0)] = value;
alphabet['-'.charCodeAt(0)] = 62;
alphabet['_'.charCodeAt(0)] = 63;

/** The mark that some editors put in front of UTF-8. */
const byteOrderMark = 0xefbbbf;

/** Whether eight characters of base64 or base64url from an offset on may stand for the beginning of a text: a quick no for nearly all random tokens. */
export function beginsBase64Text(text: string, start: number): boolean {
  return mayBegin(
    threeBytes(text.charCodeAt(start), text.charCodeAt(start + 1), text.charCodeAt(start + 2), text.charCodeAt(start + 3)),
    threeBytes(text.charCodeAt(start + 4), text.charCodeAt(start + 5), text.charCodeAt(start + 6), text.charCodeAt(start + 7)),
  );
}

/** Characters of base64 whose bytes have to be ASCII in every text, as a decoder has it. */
const firstChars = 32;

/** The same for characters that are bytes, of which more are looked at: none of those up to `end` may stand for anything else. */
export function mayBeBase64Text(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytesAt(bytes, start);
  if (!mayBegin(first, bytesAt(bytes, start + 4))) return false;
  if (!areAscii(first)) return true;
  for (let at = start + 8; at + 4 <= Math.min(end, start + firstChars); at += 4) if (!areAscii(bytesAt(bytes, at))) return false;
  return true;
}

function bytesAt(bytes: Uint8Array, at: number): number {
  return threeBytes(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
}

function mayBegin(first: number, second: number): boolean {
  // In UTF-16 every other byte is 0.
  if (((first >> 8) & 255) === 0) return beginsText(first >> 16) && second >> 16 === 0 && (second & 255) === 0;
  return first === byteOrderMark || (areAscii(first) && areAscii(second));
}

const areAscii = (bytes: number): boolean => beginsText(bytes >> 16) && beginsText((bytes >> 8) & 255) && beginsText(bytes & 255);

/** The three bytes that four characters of base64 stand for. */
function threeBytes(first: number, second: number, third: number, fourth: number): number {
  return (valueOf(first) << 18) | (valueOf(second) << 12) | (valueOf(third) << 6) | valueOf(fourth);
}

const valueOf = (code: number): number => alphabet[code & 127] ?? 0;
