import { describe, expect, it } from 'vitest';
import { drawPage } from '../src/documents/pdf/draw-page.ts';
import { readPdf } from '../src/documents/pdf/read-pdf.ts';
import type { Page, Reading } from '../src/reading.ts';
import type { Recogniser } from '../src/recognition/engine.ts';
import { noise, screen } from './drawing.ts';
import { encrypted, textAt, writePdf } from './pdf-writer.ts';

const limits = { pixels: 4_000_000, seconds: 60 };
const noEngine = (): Promise<never> => Promise.reject(new Error('There is no picture.'));

async function read(bytes: Buffer, engine: () => Promise<Recogniser> = noEngine, first = 1): Promise<Reading> {
  return (await readPdf(bytes, limits, engine, first)).reading;
}

async function pagesOf(bytes: Buffer, engine?: () => Promise<Recogniser>): Promise<readonly Page[]> {
  const reading = await read(bytes, engine);
  return reading.kind === 'read' ? reading.pages : [];
}

const linesOf = ({ lines }: Pick<Page, 'lines'>): readonly string[] => lines.map((line) => line.map(({ text }) => text).join(' '));

/** Reads one word in every image, and notes how large these are. */
function engineWith(sizes: (readonly [number, number])[]): () => Promise<Recogniser> {
  const recognise: Recogniser['recognise'] = ({ width, height }) => {
    sizes.push([width, height]);
    const bbox = { x0: 0, y0: 0, x1: width, y1: height };
    return [{ paragraphs: [{ lines: [{ words: [{ text: 'x', bbox, symbols: [{ text: 'x', bbox }] }] }] }] }];
  };
  return () => Promise.resolve({ recognise });
}

describe('the text of a PDF', () => {
  it('is given line by line, page by page, with the place of each letter', async () => {
    const pages = await pagesOf(writePdf([{ content: textAt(50, 300, 'Host: a.example') + textAt(50, 280, 'Key: (x)') }, { content: textAt(10, 10, 'second') }]));
    expect(pages.map(({ number, isText }) => [number, isText])).toEqual([[1, true], [2, true]]);
    expect(pages.map(linesOf)).toEqual([['Host: a.example', 'Key: (x)'], ['second']]);
    const { box, characters } = pages[0]?.lines[0]?.[0] ?? { characters: [] };
    // Letters of 7.2 points, two pixels a point, counted from the top.
    expect(box?.x).toBeGreaterThanOrEqual(99);
    expect(box?.x).toBeLessThan(106);
    expect(box?.width).toBeGreaterThan(60);
    expect(box?.width).toBeLessThan(74);
    expect(box?.y).toBeGreaterThan(175);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(206);
    expect(characters).toHaveLength(5);
  });

  it.each([90, 180, 270])('stands in the boxes where it is drawn on a page that is turned by %d degrees', async (turn) => {
    const bytes = writePdf([{ content: textAt(200, 300, 'turned'), entries: `/Rotate ${turn} /CropBox [100 50 500 350]` }]);
    const [page] = await pagesOf(bytes);
    const { raster: { width, height, rgba } } = await drawPage(bytes, 1);
    expect([page?.width, page?.height]).toEqual([width, height]);
    const { x, y, width: across, height: down } = page?.lines[0]?.[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const isInk = (column: number, row: number): boolean => (rgba[(row * width + column) * 4] ?? 255) < 128;
    let outside = 0;
    let inside = 0;
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        if (!isInk(column, row)) continue;
        if (column >= x - 1 && column <= x + across && row >= y - 1 && row <= y + down) inside++;
        else outside++;
      }
    }
    expect(outside).toBe(0);
    expect(inside).toBeGreaterThan(100);
  });

  it('goes on at a page', async () => {
    const bytes = writePdf(['one', 'two', 'three'].map((text) => ({ content: textAt(10, 10, text) })));
    const reading = await read(bytes, noEngine, 3);
    expect(reading.kind === 'read' && reading.pages.map((page) => [page.number, ...linesOf(page)])).toEqual([[3, 'three']]);
  });

  it('comes with its comments, its fields and its properties', async () => {
    const annotation = '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (a comment) >>';
    const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (apiKey) /V (a value) /Rect [0 0 9 9] >>';
    const reading = await read(writePdf([{ content: '', entries: `/Annots [${annotation} ${field}]` }]));
    expect(reading).toEqual({ kind: 'read', pages: [], texts: ['a comment\napiKey: a value'] });
  });
});

it('a huge page is drawn smaller, and says by how much', async () => {
  const { raster, factor } = await drawPage(writePdf([{ content: '', entries: '/MediaBox [0 0 90000 10000]' }]), 1);
  expect(raster.width * raster.height).toBeLessThanOrEqual(40_000_000);
  expect(Math.abs(raster.width / factor - 2 * 90_000)).toBeLessThan(100);
});

describe('the pictures of a PDF', () => {
  const drawn = (image: ReturnType<typeof screen>): { content: string; image: typeof image } => ({ content: 'q 300 0 0 150 100 200 cm /Im Do Q\n', image });

  it('are read with the pixels that they have, and stand where the page shows them', async () => {
    const sizes: (readonly [number, number])[] = [];
    const pages = await pagesOf(writePdf([drawn(screen(900, 450))]), engineWith(sizes));
    expect(pages.map(({ number, isText }) => [number, isText])).toEqual([[1, undefined]]);
    expect(sizes).toHaveLength(1);
    // 300 x 150 points at (100, 200), from the top: two pixels a point, and one more where it is rounded.
    const { x, y, width, height } = pages[0]?.lines[0]?.[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const [value, wanted] of [[x, 200], [y, 100], [width, 600], [height, 300]] as const) expect(Math.abs(value - wanted)).toBeLessThanOrEqual(3);
  });

  it('are passed over where they are no screens', async () => {
    expect(await pagesOf(writePdf([drawn(noise(300, 150))]))).toEqual([]);
  });

  it('are one where they are strips of one image', async () => {
    const sizes: (readonly [number, number])[] = [];
    const content = [200, 240, 280].map((y) => `q 300 0 0 40 100 ${y} cm /Im Do Q\n`).join('');
    await pagesOf(writePdf([{ content, image: screen(300, 80) }]), engineWith(sizes));
    expect(sizes).toHaveLength(1);
  });

  it('are the whole page where all of it is drawn and nothing is text', async () => {
    const sizes: (readonly [number, number])[] = [];
    const bars = Array.from({ length: 40 }, (_, number) => `${20 + (number % 10) * 50} ${50 + Math.floor(number / 10) * 60} 8 20 re f\n`).join('');
    expect(await pagesOf(writePdf([{ content: bars }]), engineWith(sizes))).toHaveLength(1);
    expect(await pagesOf(writePdf([{ content: bars + textAt(10, 10, 'text') }]))).toHaveLength(1);
    expect(sizes).toHaveLength(1);
  });
});

describe('a PDF that cannot be read', () => {
  const plain = writePdf([{ content: textAt(50, 300, 'a key') }, { content: 'q 300 0 0 150 100 200 cm /Im Do Q\n', image: noise(40, 20) }]);

  it('says that it needs a password', async () => {
    expect(await read(await encrypted(plain, 'secret'))).toEqual({ kind: 'unread', reason: 'encrypted PDF: it needs a password; save a copy without one to have it read' });
  });

  it('is read where it only forbids something', async () => {
    expect((await pagesOf(await encrypted(plain, ''))).map(linesOf)).toEqual([['a key']]);
  });

  it('cut off anywhere ends in a sentence', async () => {
    for (let length = 8; length < plain.length; length += Math.ceil(plain.length / 40)) {
      const reading = await read(plain.subarray(0, length));
      if (reading.kind === 'unread') expect(reading.reason).toBe('damaged PDF');
      else expect(reading.kind).toBe('read');
    }
  });

  it('with bytes changed ends in a sentence', async () => {
    for (let at = 8; at < plain.length; at += Math.ceil(plain.length / 80)) {
      const changed = Buffer.from(plain);
      changed[at] = 255 - (changed[at] ?? 0);
      expect(['read', 'unread']).toContain((await read(changed)).kind);
    }
  });

  it('names the pages that are damaged', async () => {
    const damaged = Buffer.from(plain.toString('latin1').replace('/Kids [5 0 R', '/Kids [9 0 R'), 'latin1');
    expect(await read(damaged)).toMatchObject({ kind: 'read', unread: expect.stringMatching(/^damaged PDF: page 1$/) as string });
  });
});
