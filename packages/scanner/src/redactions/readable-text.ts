import { isUtf8 } from 'node:buffer';

/** A text as the detector reads it, and the way back to the bytes it was made of. */
export interface ReadableText {
  readonly text: string;
  /** The offset in bytes of one in UTF-16 units. */
  readonly byteAt: (offset: number) => number;
}

// eslint-disable-next-line no-control-regex -- these are the bytes it is about
const beyondAscii = /[^\x00-\x7f]/;

/**
 * What bytes read as: UTF-8 where they are. Where they are not, nobody knows what the bytes beyond ASCII stand for, and each becomes a character of
 * no meaning.
 *
 * @param bytes - one a character.
 */
export function readableText(bytes: string): ReadableText {
  if (!beyondAscii.test(bytes)) return { text: bytes, byteAt: (offset) => offset };
  const buffer = Buffer.from(bytes, 'latin1');
  if (!isUtf8(buffer)) return { text: bytes.replace(new RegExp(beyondAscii, 'g'), '\ufffd'), byteAt: (offset) => offset };
  const text = buffer.toString('utf8');
  return { text, byteAt: (offset) => Buffer.byteLength(text.slice(0, offset)) };
}
