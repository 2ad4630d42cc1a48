import { codeOf } from './error-code.ts';

/** Bytes that the beginning of a file may come to; more is a yes. */
const mostOutput = 65_536;

/**
 * Whether the beginning of a blob decodes to something.
 *
 * @param decode - decodes as far as the bytes go, and throws where they are nothing of the kind.
 */
export function decodes(head: Buffer, decode: (head: Buffer, maxOutputLength: number) => Buffer): boolean {
  try {
    return decode(head, mostOutput).length > 0;
  } catch (error) {
    return codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
  }
}
