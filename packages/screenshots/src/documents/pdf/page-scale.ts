import type { Box } from '../../reading.ts';
import type { Pdfium } from './pdfium.ts';

/** Pixels of a point in which boxes on a page count: a page as a screen with 144 dots an inch shows it. */
export const boxScale = 2;

/** A rectangle in points, as PDFium gives it: the origin is the lower left corner of the sheet. */
export interface Bounds {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** How large a page is, in points, and where what is drawn on it stands in its pixels. */
export interface PageScale {
  readonly width: number;
  readonly height: number;
  readonly boxOf: (bounds: Bounds) => Box;
}

/** Points of a sheet between which its corners are measured; far apart, as PDFium rounds to pixels. */
const far = 10_000;

/** Measures a page. It may be turned, and a part of a larger sheet. */
export function scaleOf({ api, slots, integerIn }: Pdfium, page: number): PageScale {
  const width = api.FPDF_GetPageWidthF(page);
  const height = api.FPDF_GetPageHeightF(page);
  const [first = 0, second = 0] = slots;
  const deviceOf = (x: number, y: number): readonly [number, number] => {
    api.FPDF_PageToDevice(page, 0, 0, Math.round(width * boxScale), Math.round(height * boxScale), 0, x, y, first, second);
    return [integerIn(0), integerIn(1)];
  };
  const [x0, y0] = deviceOf(0, 0);
  const [xAcross, yAcross] = deviceOf(far, 0);
  const [xUp, yUp] = deviceOf(0, far);
  const at = (x: number, y: number): readonly [number, number] =>
    [x0 + ((xAcross - x0) * x + (xUp - x0) * y) / far, y0 + ((yAcross - y0) * x + (yUp - y0) * y) / far];
  return {
    width,
    height,
    boxOf({ left, bottom, right, top }) {
      const [xa, ya] = at(left, bottom);
      const [xb, yb] = at(right, top);
      const x = Math.floor(Math.min(xa, xb));
      const y = Math.floor(Math.min(ya, yb));
      return { x, y, width: Math.ceil(Math.max(xa, xb)) - x, height: Math.ceil(Math.max(ya, yb)) - y };
    },
  };
}
