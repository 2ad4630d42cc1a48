import type { TextEncoding } from './text-encoding.ts';
import { utf8 } from './utf-8.ts';

/** A character for each byte: for what is no text, and of which only the ASCII in it is looked at. */
export const latin1: TextEncoding = {
  ...utf8,
  name: 'latin-1',
  byteOrderMark: new Uint8Array(0),
  decode: (bytes) => bytes.toString('latin1'),
  lengthOf: (bytes) => bytes.length,
};
