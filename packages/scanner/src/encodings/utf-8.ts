import { decodeUtf8 } from './decode-utf-8.ts';
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

  align(bytes, at) {
    let aligned = at;
    while (aligned < at + longestTail && ((bytes[aligned] ?? 0) & 0xc0) === 0x80) aligned++;
    if (bytes[aligned] === lineFeed && bytes[aligned - 1] === carriageReturn) aligned++;
    return Math.min(aligned, bytes.length);
  },

  lineEnds(bytes) {
    let count = 0;
    let after = 0;
    for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) {
      count++;
      after = at + 1;
    }
    for (let at = bytes.indexOf(carriageReturn); at !== -1; at = bytes.indexOf(carriageReturn, at + 1)) {
      if (bytes[at + 1] === lineFeed) continue;
      count++;
      after = Math.max(after, at + 1);
    }
    return { count, after };
  },
};
