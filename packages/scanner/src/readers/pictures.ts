import { hasSignature, signature } from './signatures.ts';

/** First bytes of the images of which the text can be recognised; each list as a whole. */
const pictureSignatures = [
  [signature('\x89PNG\r\n\x1a\n')], [signature('\xff\xd8\xff')], [signature('GIF87a')], [signature('GIF89a')], [signature('RIFF'), signature('WEBP', 8)],
  [signature('II*\0')], [signature('MM\0*')],
  // Of a bitmap the two letters say too little: the size of its header is one of those that are in use.
  ...['\x28\0\0\0', '\x34\0\0\0', '\x38\0\0\0', '\x6c\0\0\0', '\x7c\0\0\0'].map((size) => [signature('BM'), signature(size, 14)]),
];

/** Bytes that tell. */
export const pictureHead = 32;

/** Whether a file is an image of which the text can be recognised, by its first bytes. */
export function beginsPicture(head: Buffer): boolean {
  return pictureSignatures.some((marks) => marks.every((mark) => hasSignature(head, mark)));
}
