import { containerFormatOf } from '../containers/index.ts';
import { mayBeContainer } from '../containers/signs.ts';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { beginsPlainText, readerFor } from '../readers/index.ts';
import { headLength } from '../readers/reader.ts';
import { UnredactableError } from './unredactable-error.ts';

/** How the text of a log is written down. */
export type LogForm =
  | { readonly kind: 'bytes' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'utf-16'; readonly encoding: TextEncoding };

/** Fewest bytes by which what is no plain text is told. */
const fewest = 8;

/** Whether more bytes have to come before the form can be told: what begins like text is text, so that nobody waits for a short first line. */
export function needsMore(head: Buffer): boolean {
  return head.length === 0 || (head.length < fewest && (!beginsPlainText(head[0] ?? -1) || head.includes(0)));
}

/**
 * The form of a log.
 *
 * @param head - first bytes.
 * @param name - its path.
 * @throws {UnredactableError} for archives, images and what is compressed in other ways.
 */
export function logFormOf(head: Buffer, name: string): LogForm {
  const bytes = head.subarray(0, headLength);
  if (mayBeContainer(bytes, name)) {
    const format = containerFormatOf({ bytes, path: name })?.name;
    if (format === 'gzip') return { kind: 'gzip' };
    if (format !== undefined) throw new UnredactableError(`${format} data is not redacted; unpack it first, and redact what is in it`);
  }
  const { encoding, opaque } = readerFor({ bytes, path: name });
  if (opaque === 'media' || opaque === 'archive') throw new UnredactableError(`${opaque === 'media' ? 'an image or another medium' : 'an archive'} is not redacted`);
  return encoding.showsAscii ? { kind: 'bytes' } : { kind: 'utf-16', encoding };
}
