import type { Box, Line, Word } from '../reading.ts';

interface Corners {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

interface RecognisedSymbol {
  readonly text: string;
  readonly bbox: Corners;
}

interface RecognisedWord {
  readonly text: string;
  readonly bbox: Corners;
  readonly symbols: readonly RecognisedSymbol[];
}

/** What Tesseract gives as JSON, as far as it is used. */
export interface RecognisedBlock {
  readonly paragraphs: readonly { readonly lines: readonly { readonly words: readonly RecognisedWord[] }[] }[];
}

/**
 * Lines of an image, in its own pixels.
 *
 * @param factor - by how much it was enlarged to be read.
 */
export function linesOf(blocks: readonly RecognisedBlock[], factor: number): readonly Line[] {
  return blocks
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ lines }) => lines)
    .map(({ words }) => words.map((word) => wordOf(word, factor)).filter(({ text }) => text !== ''))
    .filter((line) => line.length > 0);
}

function wordOf({ bbox, symbols }: RecognisedWord, factor: number): Word {
  return {
    text: symbols.map(({ text }) => text).join(''),
    box: boxOf(bbox, factor),
    characters: symbols.flatMap((symbol) => Array.from({ length: symbol.text.length }, () => boxOf(symbol.bbox, factor))),
  };
}

function boxOf({ x0, y0, x1, y1 }: Corners, factor: number): Box {
  const x = Math.floor(x0 / factor);
  const y = Math.floor(y0 / factor);
  return { x, y, width: Math.ceil(x1 / factor) - x, height: Math.ceil(y1 / factor) - y };
}
