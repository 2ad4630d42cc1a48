import type { Raster } from '../../pixels/raster.ts';
import type { Box } from '../../reading.ts';
import type { Bounds, PageScale } from './page-scale.ts';
import { boxScale } from './page-scale.ts';
import type { Pdfium } from './pdfium.ts';

/** A part of a page in which there is a picture. */
export interface Region {
  /** In the pixels of the page in which boxes count. */
  readonly box: Box;
  /** By how much that has to be enlarged so that the picture has the pixels that it was made with. */
  readonly factor: number;
}

/** Kinds of objects on a page (`FPDF_PAGEOBJ_*` of fpdf_edit.h). */
const kinds = { path: 2, image: 3, form: 5 };

/** Objects within objects that are looked into. */
const deepest = 8;

/** By how much a region is enlarged at the least and at the most. */
const leastFactor = 0.5;
const mostFactor = 3;

/** Pixels between two strips of one scanned image. */
const seam = 2;

/**
 * The parts of a page that only a look at its pixels can read: those with images, and all of a page that is drawn without text.
 *
 * @param hasText - whether there is text on the page.
 */
export function regionsOf(pdfium: Pdfium, page: number, scale: PageScale, hasText: boolean): readonly Region[] {
  const { api } = pdfium;
  const regions: Region[] = [];
  const count = api.FPDFPage_CountObjects(page);
  let isDrawn = false;
  for (let number = 0; number < count; number++) {
    const object = api.FPDFPage_GetObject(page, number);
    isDrawn ||= api.FPDFPageObj_GetType(object) === kinds.path || api.FPDFPageObj_GetType(object) === kinds.form;
    const pixels = pixelsIn(pdfium, object, 0);
    if (pixels === 0) continue;
    const bounds = boundsOf(pdfium, object);
    const box = bounds && onPage(scale.boxOf(bounds), scale);
    if (bounds === undefined || box === undefined) continue;
    addRegion(regions, { box, factor: Math.min(mostFactor, Math.max(leastFactor, pixels / Math.max(1, scale.boxOf(bounds).width))) });
  }
  if (regions.length === 0 && !hasText && isDrawn) return [{ box: { x: 0, y: 0, width: Math.round(scale.width * boxScale), height: Math.round(scale.height * boxScale) }, factor: 1 }];
  return regions;
}

/** Pixels across the widest image in an object; 0 where there is none. */
function pixelsIn(pdfium: Pdfium, object: number, depth: number): number {
  const { api, slots: [width = 0, height = 0], integerIn } = pdfium;
  const kind = api.FPDFPageObj_GetType(object);
  if (kind === kinds.image) return api.FPDFImageObj_GetImagePixelSize(object, width, height) ? integerIn(0) : 0;
  if (kind !== kinds.form || depth === deepest) return 0;
  const inner = Array.from({ length: api.FPDFFormObj_CountObjects(object) }, (_, number) => pixelsIn(pdfium, api.FPDFFormObj_GetObject(object, number), depth + 1));
  return inner.reduce((most, pixels) => Math.max(most, pixels), 0);
}

function boundsOf({ api, bytesAt, slots: [left = 0, bottom = 0, right = 0, top = 0] }: Pdfium, object: number): Bounds | undefined {
  if (!api.FPDFPageObj_GetBounds(object, left, bottom, right, top)) return undefined;
  const floatAt = (address: number): number => Buffer.from(bytesAt(address, 4)).readFloatLE(0);
  return { left: floatAt(left), bottom: floatAt(bottom), right: floatAt(right), top: floatAt(top) };
}

/** The part of a box that lies on the page; `undefined` where none does. */
function onPage({ x, y, width, height }: Box, scale: PageScale): Box | undefined {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  const right = Math.min(Math.round(scale.width * boxScale), x + width);
  const bottom = Math.min(Math.round(scale.height * boxScale), y + height);
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined;
}

/** Scanners cut one image into strips: those that touch are one region. */
function addRegion(regions: Region[], { box, factor }: Region): void {
  const touching = regions.findIndex(({ box: other }) => (
    box.x <= other.x + other.width + seam && other.x <= box.x + box.width + seam && box.y <= other.y + other.height + seam && other.y <= box.y + box.height + seam
  ));
  const [other] = touching === -1 ? [] : regions.splice(touching, 1);
  if (other === undefined) {
    regions.push({ box, factor });
    return;
  }
  const x = Math.min(box.x, other.box.x);
  const y = Math.min(box.y, other.box.y);
  const right = Math.max(box.x + box.width, other.box.x + other.box.width);
  const bottom = Math.max(box.y + box.height, other.box.y + other.box.height);
  addRegion(regions, { box: { x, y, width: right - x, height: bottom - y }, factor: Math.max(factor, other.factor) });
}

/** Flags of `FPDF_RenderPageBitmap`: annotations are drawn, too, and the bytes of a pixel are in our order. */
const flags = 0x01 | 0x10;

/** Four bytes a pixel, of which the last says nothing (`FPDFBitmap_BGRx`). */
const format = 3;

/**
 * Draws a part of a page.
 *
 * @param pixels - that it may have at the most.
 */
export function drawRegion({ api, bytesAt }: Pdfium, page: number, scale: PageScale, { box, factor: wanted }: Region, pixels: number): { readonly raster: Raster; readonly factor: number } {
  const factor = Math.min(wanted, Math.sqrt(pixels / (box.width * box.height)));
  const width = Math.max(1, Math.floor(box.width * factor));
  const height = Math.max(1, Math.floor(box.height * factor));
  const bitmap = api.FPDFBitmap_CreateEx(width, height, format, 0, 0);
  if (bitmap === 0) throw new Error('PDFium has no memory for the page.');
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    const zoom = boxScale * factor;
    api.FPDF_RenderPageBitmap(bitmap, page, -Math.round(box.x * factor), -Math.round(box.y * factor), Math.round(scale.width * zoom), Math.round(scale.height * zoom), 0, flags);
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const rgba = new Uint8Array(width * height * 4);
    const bytes = bytesAt(api.FPDFBitmap_GetBuffer(bitmap), stride * height);
    for (let y = 0; y < height; y++) rgba.set(bytes.subarray(y * stride, y * stride + width * 4), y * width * 4);
    for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
    return { raster: { width, height, rgba }, factor };
  } finally {
    api.FPDFBitmap_Destroy(bitmap);
  }
}
