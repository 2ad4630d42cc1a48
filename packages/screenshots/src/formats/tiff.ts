import utif from 'utif2';
import type { IFD } from 'utif2';
import type { Raster } from '../pixels/raster.ts';
import type { Format, Size } from './format.ts';
import { startsWith } from './format.ts';
import { framesToRead, omissionOf } from './frames.ts';

/** The tag of a directory as a number (TIFF 6.0, section 8): `t256` is the width of its image, `t257` the height. */
function tagOf(directory: IFD, tag: string): number {
  const value = directory[tag];
  return Array.isArray(value) ? Number(value[0]) : 0;
}

const sizeOfPage = (directory: IFD): Size => ({ width: tagOf(directory, 't256'), height: tagOf(directory, 't257') });

/** Directories that hold an image. */
function pagesOf(bytes: Buffer): readonly IFD[] {
  return utif.decode(bytes).filter((directory) => sizeOfPage(directory).width > 0);
}

function* imagesOf(bytes: Buffer, pages: readonly IFD[]): Generator<Raster> {
  for (const page of pages) {
    utif.decodeImage(bytes, page);
    yield { width: page.width, height: page.height, rgba: utif.toRGBA8(page) };
  }
}

export const tiff: Format = {
  name: 'TIFF',
  accepts: (bytes) => startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*'),
  sizeOf(bytes) {
    const sizes = pagesOf(bytes).map(sizeOfPage);
    return sizes.sort((one, other) => other.width * other.height - one.width * one.height)[0];
  },
  decode(bytes) {
    const pages = pagesOf(bytes);
    const wanted = framesToRead(pages.length).flatMap((number) => pages[number] ?? []);
    return { images: imagesOf(bytes, wanted), ...omissionOf(pages.length, 'pages') };
  },
};
