import { hasSignature, signature } from './signatures.ts';

/** First bytes of the images of which the text can be recognised; each list as a whole. */
const pictureSignatures = [
  [signature('\x89PNG\r\n\x1a\n')], [signature('\xff\xd8\xff')], [signature('GIF87a')], [signature('GIF89a')], [signature('RIFF'), signature('WEBP', 8)],
  [signature('II*\0')], [signature('MM\0*')],
  // Of a bitmap the two letters say too little: the size of its header is one of those that are in use.
  ...['\x28\0\0\0', '\x34\0\0\0', '\x38\0\0\0', '\x6c\0\0\0', '\x7c\0\0\0'].map((size) => [signature('BM'), signature(size, 14)]),
  // Brands of the container that is behind AVIF and HEIC (ISO/IEC 23008-12).
  ...['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'].map((brand) => [signature('ftyp', 4), signature(brand, 8)]),
];

/** What a PDF begins with (ISO 32000-1, 7.5.2). Nothing in its beginning has to be other than text. */
export const pdfSignature = signature('%PDF-');

/** Bytes that tell. */
export const pictureHead = 32;

/** Whether a file is an image, or a document with pages, of which the text can be recognised; by its first bytes. */
export function beginsPicture(head: Buffer): boolean {
  return hasSignature(head, pdfSignature) || pictureSignatures.some((marks) => marks.every((mark) => hasSignature(head, mark)));
}

/** Pixels of the smallest image in which a key with what tells of it could be read. */
const least = { width: 120, height: 24 };

/** Whether an image is an icon, as far as its first bytes say how large it is: those of PNG and GIF do, which most icons are. */
export function isIcon(head: Buffer): boolean {
  const isPng = hasSignature(head, signature('\x89PNG'));
  if (!isPng && !hasSignature(head, signature('GIF8'))) return false;
  const [width, height] = isPng ? [head.readUInt32BE(16), head.readUInt32BE(20)] : [head.readUInt16LE(6), head.readUInt16LE(8)];
  return width < least.width || height < least.height;
}
