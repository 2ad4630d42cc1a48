import { utf16BigEndian, utf16LittleEndian } from '../encodings/utf-16.ts';
import { hasByteOrderMark } from '../encodings/text-encoding.ts';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import type { Reader } from './reader.ts';

/** A UTF-32 file in little-endian order begins like a UTF-16 one, and goes on with two NUL bytes. */
function isUtf32(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes[2] === 0 && bytes[3] === 0;
}

/** Characters that no text holds: control characters other than tab, line ends and form feed. */
// eslint-disable-next-line no-control-regex -- these are the characters it is about
const unprintable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\ufffe\uffff]/;

/** Fewest pairs of bytes that can tell UTF-16 without a mark from a few NUL bytes in something else. */
const fewestPairs = 4;

/**
 * Whether bytes without a mark look like UTF-16: in Latin script one byte of nearly every pair is NUL, always the same
 * one. A third is enough, so that a file in another script with Latin names and values in it is told, too.
 */
function looksLike(encoding: TextEncoding, bytes: Buffer, high: 0 | 1): boolean {
  const pairs = bytes.length >>> 1;
  if (pairs < fewestPairs) return false;
  let nuls = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at + 1 - high] === 0) return false;
    if (bytes[at + high] === 0) nuls++;
  }
  return nuls * 3 >= pairs && !unprintable.test(encoding.decode(bytes));
}

function createUtf16Reader(encoding: TextEncoding, high: 0 | 1): Reader {
  return {
    name: encoding.name,
    encoding,
    accepts: ({ bytes }) => (hasByteOrderMark(encoding, bytes) ? !isUtf32(bytes) : looksLike(encoding, bytes, high)),
  };
}

export const utf16LittleEndianText = createUtf16Reader(utf16LittleEndian, 1);
export const utf16BigEndianText = createUtf16Reader(utf16BigEndian, 0);
