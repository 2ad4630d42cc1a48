import type { Box, Fragment, Match, Range } from '@submit-guard/core';
import { createTextFragment } from '@submit-guard/core';
import type { Page } from './image-reader.ts';
import type { PictureText } from './picture-text.ts';
import { inReadingOrder, inRows } from './picture-text.ts';

/** The text of an image, and what was found in it. */
export interface PictureFragment {
  readonly fragment: Fragment;
  readonly matches: readonly Match[];
}

/**
 * Finds keys in an image. Its words are looked at in the order of reading and in rows across columns; lines and columns of both are those in the
 * order of reading.
 *
 * @param number - of the image in its file, from 1.
 */
export function pictureFragment(page: Page, number: number, detect: (text: string) => readonly Match[]): PictureFragment {
  const reading = inReadingOrder(page);
  const rows = inRows(page);
  const found = detect(reading.text);
  const offsets = new Map(reading.places.flatMap((box, offset) => (box === undefined ? [] : [[box, offset] as const])));
  const moved = (range: Range): Range => {
    const own = rows.places.slice(range.start, range.end).flatMap((box) => offsets.get(box as Box) ?? []);
    return own.length === 0 ? { start: 0, end: 0 } : { start: Math.min(...own), end: Math.max(...own) + 1 };
  };
  const inBoth = (match: Range): boolean => found.some(({ start, end }) => match.start < end && start < match.end);
  const further = detect(rows.text)
    .map(({ pieces, ...match }) => ({
      ...match, ...moved(match), ...(pieces && { pieces: pieces.map(moved) }), evidence: match.evidence.map((evidence) => ({ ...evidence, ...moved(evidence) })),
    }))
    .filter((match) => !inBoth(match));
  const plain = createTextFragment(reading.text);
  return {
    fragment: {
      text: plain.text,
      lineStarts: plain.lineStarts,
      origin: plain.origin,
      positionOf: (range) => plain.positionOf(range),
      boxOf: (range) => boxOf(reading, range),
      image: { width: page.width, height: page.height },
      viaAt: () => viaOf(page, number),
    },
    matches: [...found, ...further],
  };
}

function viaOf({ number: page, isText }: Page, number: number): readonly string[] {
  if (page === undefined) return number === 1 ? ['ocr'] : [`image ${number}`, 'ocr'];
  return isText === true ? [`page ${page}`] : [`page ${page}`, 'ocr'];
}

/** What surrounds the characters of a range. */
function boxOf({ places }: PictureText, { start, end }: Range): Box | undefined {
  const boxes = places.slice(start, end).filter((box) => box !== undefined);
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}
