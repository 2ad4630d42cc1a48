import { decodeUtf8, unitsOfUtf8 } from './decode-utf-8.ts';
import type { TextEncoding } from './text-encoding.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Most continuation bytes that a character can have. */
const longestTail = 3;

/** UTF-8 and, byte by byte where it is not valid, Latin-1. */
export const utf8: TextEncoding = {
  name: 'utf-8',
  byteOrderMark: Uint8Array.of(0xef, 0xbb, 0xbf),
  showsAscii: true,
  decode: decodeUtf8,
  lengthOf: unitsOfUtf8,

  align(bytes, at) {
    let aligned = at;
    while (aligned < at + longestTail && ((bytes[aligned] ?? 0) & 0xc0) === 0x80) aligned++;
    if (bytes[aligned] === lineFeed && bytes[aligned - 1] === carriageReturn) aligned++;
    return Math.min(aligned, bytes.length);
  },

  afterFirstLineEnd(bytes) {
    const feed = bytes.indexOf(lineFeed);
    const carriage = (feed === -1 ? bytes : bytes.subarray(0, feed)).indexOf(carriageReturn);
    if (carriage === -1) return feed + 1;
    return bytes[carriage + 1] === lineFeed ? carriage + 2 : carriage + 1;
  },

  afterLastLineEnd(bytes) {
    const feed = bytes.lastIndexOf(lineFeed);
    return feed + 1 + (bytes.subarray(feed + 1).lastIndexOf(carriageReturn) + 1);
  },
};
