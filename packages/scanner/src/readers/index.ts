import { archive } from './archive.ts';
import { binary } from './binary.ts';
import { media } from './media.ts';
import type { BlobHead, Reader } from './reader.ts';
import { utf16BigEndianText, utf16LittleEndianText } from './utf-16-text.ts';
import { utf8Text } from './utf-8-text.ts';

/** All readers, asked in this order. A new reader is a file next to these and a line here. */
export const readers: readonly Reader[] = [utf16LittleEndianText, utf16BigEndianText, media, archive, binary, utf8Text];

/** The reader for a blob. */
export function readerFor(head: BlobHead): Reader {
  return readers.find((reader) => reader.accepts(head)) ?? utf8Text;
}
