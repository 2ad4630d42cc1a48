import { avif } from './avif.ts';
import { bmp } from './bmp.ts';
import type { Format } from './format.ts';
import { gif } from './gif.ts';
import { heic } from './heic.ts';
import { jpeg } from './jpeg.ts';
import { png } from './png.ts';
import { tiff } from './tiff.ts';
import { webp } from './webp.ts';

const formats: readonly Format[] = [png, jpeg, webp, gif, bmp, tiff, avif, heic];

/** The format of an image by its first bytes; `undefined` where it is none of those that are read. */
export function formatOf(bytes: Buffer): Format | undefined {
  return formats.find(({ accepts }) => accepts(bytes));
}
