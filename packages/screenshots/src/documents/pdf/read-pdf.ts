import { whyNoScreen } from '../../pixels/screen-signs.ts';
import type { Limits, Line, Page, Reading, Word } from '../../reading.ts';
import type { Recogniser } from '../../recognition/engine.ts';
import { recogniseImage } from '../../recognition/recognise-image.ts';
import { annotationsOf, omissionOf, propertiesOf } from './document-texts.ts';
import type { OpenPdf } from './open-pdf.ts';
import { ClosedPdf, withPage, withPdf } from './open-pdf.ts';
import type { Region } from './page-pictures.ts';
import { drawRegion, regionsOf } from './page-pictures.ts';
import type { PageScale } from './page-scale.ts';
import { boxScale, scaleOf } from './page-scale.ts';
import { textOfPage } from './page-text.ts';

/** What pages of a document come to, and the number of the page to go on with, where it is not yet read to its end. */
export interface PdfPart {
  readonly reading: Reading;
  readonly next?: number;
}

/** Milliseconds after which the rest of a document is left for another call: time is limited for each call, however long a document is. */
const turn = 15_000;

/**
 * Reads the text of pages, and the pictures on them.
 *
 * @param engine - starts the recognition engine; asked only where there is a picture that may be a screen.
 * @param first - number of the page to begin with, from 1.
 */
export async function readPdf(bytes: Uint8Array, limits: Limits, engine: () => Promise<Recogniser>, first: number): Promise<PdfPart> {
  try {
    return await withPdf(bytes, (pdf) => readPages(pdf, limits, engine, first));
  } catch (error) {
    if (error instanceof ClosedPdf) return { reading: { kind: 'unread', reason: error.message } };
    throw error;
  }
}

async function readPages(pdf: OpenPdf, limits: Limits, engine: () => Promise<Recogniser>, first: number): Promise<PdfPart> {
  const end = performance.now() + turn;
  const pages: Page[] = [];
  const texts = first === 1 ? [...propertiesOf(pdf)] : [];
  const omission = omissionOf(pdf);
  const damaged: number[] = [];
  let next = first;
  do {
    const read = await withPage(pdf, next, (page) => readPage(pdf, page, limits, engine));
    if (read === undefined) damaged.push(next);
    pages.push(...(read?.pages ?? []).map((page) => ({ ...page, number: next })));
    texts.push(...read?.texts ?? []);
    next++;
  } while (next <= pdf.pages && performance.now() < end);
  const reading: Reading = {
    kind: 'read', pages, texts, ...(omission !== undefined && { omission }), ...(damaged.length > 0 && { unread: `damaged PDF: ${damaged.length === 1 ? '' : `${damaged.length} pages, first `}page ${damaged[0]}` }),
  };
  return { reading, ...(next <= pdf.pages && { next }) };
}

async function readPage(pdf: OpenPdf, page: number, { pixels }: Limits, engine: () => Promise<Recogniser>): Promise<{ readonly pages: readonly Page[]; readonly texts: readonly string[] }> {
  const { pdfium } = pdf;
  const scale = scaleOf(pdfium, page);
  const size = { width: Math.round(scale.width * boxScale), height: Math.round(scale.height * boxScale) };
  const lines = textOfPage(pdfium, page, scale);
  const pages: Page[] = lines.length === 0 ? [] : [{ ...size, isText: true, lines }];
  for (const region of regionsOf(pdfium, page, scale, lines.length > 0)) {
    const seen = await linesIn(pdf, page, scale, region, pixels, engine);
    if (seen.length > 0) pages.push({ ...size, lines: seen });
  }
  const annotations = annotationsOf(pdf, page);
  return { pages, texts: annotations.length === 0 ? [] : [annotations.join('\n')] };
}

/** What is recognised in a part of a page, in the pixels of the page. */
async function linesIn({ pdfium }: OpenPdf, page: number, scale: PageScale, region: Region, pixels: number, engine: () => Promise<Recogniser>): Promise<readonly Line[]> {
  const { raster, factor } = drawRegion(pdfium, page, scale, region, pixels);
  if (whyNoScreen(raster) !== undefined) return [];
  const moved = ({ text, box, characters }: Word): Word => ({ text, box: onPage(box), characters: characters.map(onPage) });
  const onPage = ({ x, y, width, height }: Word['box']): Word['box'] => ({
    x: region.box.x + Math.floor(x / factor), y: region.box.y + Math.floor(y / factor), width: Math.ceil(width / factor), height: Math.ceil(height / factor),
  });
  return recogniseImage(await engine(), raster).map((line) => line.map(moved));
}
