import type { Raster } from '../../pixels/raster.ts';
import { withPage, withPdf } from './open-pdf.ts';
import { drawRegion } from './page-pictures.ts';
import { boxScale, scaleOf } from './page-scale.ts';

/** Pixels of a page that is drawn; larger ones are drawn smaller. */
const mostPixels = 40_000_000;

/** A page, and how many of its pixels one has in which boxes count: 1 but for huge pages. */
export interface DrawnPage {
  readonly raster: Raster;
  readonly factor: number;
}

/**
 * Draws a page as boxes on it count.
 *
 * @param number - of the page, from 1.
 * @throws Error where there is no such page.
 */
export async function drawPage(bytes: Uint8Array, number: number): Promise<DrawnPage> {
  const drawn = await withPdf(bytes, (pdf) => withPage(pdf, number, (page) => {
    const scale = scaleOf(pdf.pdfium, page);
    const box = { x: 0, y: 0, width: Math.round(scale.width * boxScale), height: Math.round(scale.height * boxScale) };
    return drawRegion(pdf.pdfium, page, scale, { box, factor: 1 }, mostPixels);
  }));
  if (drawn === undefined) throw new Error(`There is no page ${number} in this document.`);
  return drawn;
}
