import { archive, archiveSignatures } from './archive.ts';
import { binary } from './binary.ts';
import { media, mediaSignatures } from './media.ts';
import { pdfSignature } from './pictures.ts';
import type { BlobHead, Reader } from './reader.ts';
import { holdsNul } from './signatures.ts';
import { utf16BigEndianText, utf16LittleEndianText } from './utf-16-text.ts';
import { utf8Text } from './utf-8-text.ts';

/** All readers, asked in this order. A new reader is a file next to these and a line here. */
export const readers: readonly Reader[] = [utf16LittleEndianText, utf16BigEndianText, media, archive, binary, utf8Text];

/** First bytes of everything that may be no plain text although it holds no NUL byte: signatures and byte-order marks. */
const firstBytes: ReadonlySet<number> = new Set([
  ...[...mediaSignatures, ...archiveSignatures, pdfSignature].flatMap(({ offset, bytes }) => (offset === 0 ? bytes.subarray(0, 1).toJSON().data : [])),
  ...[utf16LittleEndianText, utf16BigEndianText].flatMap(({ encoding }) => encoding.byteOrderMark[0] ?? []),
]);

/** Whether a blob that begins with a byte (-1: with none) and holds no NUL byte in its head is plain text, as nearly every blob is. */
export function beginsPlainText(firstByte: number): boolean {
  return !firstBytes.has(firstByte);
}

/** The reader for a blob. */
export function readerFor(head: BlobHead): Reader {
  if (beginsPlainText(head.bytes[0] ?? -1) && !holdsNul(head.bytes)) return utf8Text;
  return readers.find((reader) => reader.accepts(head)) ?? utf8Text;
}
