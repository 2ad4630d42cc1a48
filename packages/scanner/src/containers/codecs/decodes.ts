import { isUtf8 } from 'node:buffer';
import { codeOf } from './error-code.ts';

/** Characters that no text holds. */
// eslint-disable-next-line no-control-regex -- these are the characters it is about
const unprintable = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/;

/** Bytes that the beginning of a file may come to; more is a yes. */
const mostOutput = 65_536;

/**
 * Whether the beginning of a blob is no text, and is what a decoder without a signature to go by takes: the whole of it decodes, though what it
 * comes to may still be behind it.
 *
 * @param decode - decodes as far as the bytes go, and throws where they are nothing of the kind.
 */
export function decodes(head: Buffer, decode: (head: Buffer, maxOutputLength: number) => Buffer): boolean {
  if (isUtf8(head) && !unprintable.test(head.toString('latin1'))) return false;
  try {
    decode(head, mostOutput);
    return true;
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
  }
}
