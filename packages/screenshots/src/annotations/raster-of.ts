import type { DrawnPage } from '../documents/pdf/draw-page.ts';
import { drawPage } from '../documents/pdf/draw-page.ts';
import { isPdf } from '../documents/pdf/is-pdf.ts';
import { formatOf } from '../formats/index.ts';

/**
 * The first image of a file, or a page of a document as boxes on it count.
 *
 * @param page - number of the page, from 1.
 * @throws Error where there is none.
 */
export async function rasterOf(bytes: Buffer, page: number): Promise<DrawnPage> {
  if (isPdf(bytes)) return drawPage(bytes, page);
  const format = formatOf(bytes);
  if (format === undefined) throw new Error('This is no image of a format that is read.');
  const [raster] = (await format.decode(bytes)).images;
  if (raster === undefined) throw new Error('There is no image in this file.');
  return { raster, factor: 1 };
}
