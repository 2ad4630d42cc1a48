import type { Box } from '@submit-guard/core';
import type { Line, Page } from './image-reader.ts';

/** The words of an image in one order, as a text. */
export interface PictureText {
  readonly text: string;
  /** Where each UTF-16 unit stands; `undefined` for blanks and line ends, which stand nowhere. */
  readonly places: readonly (Box | undefined)[];
}

/** Gaps between words as shares of the width of a character: below the one there is no blank, from the other on there is more than one. */
const joined = 0.2;
const apart = 2.5;

/** The words as the reader has ordered them: column by column where there are columns. */
export function inReadingOrder({ lines }: Page): PictureText {
  return textOf(lines);
}

/** The words as they stand side by side, across columns: a label may stand far from its value. */
export function inRows({ lines }: Page): PictureText {
  const words = lines.flat().sort((one, other) => middleOf(one.box) - middleOf(other.box));
  const rows: { line: Line[number][]; middle: number }[] = [];
  for (const word of words) {
    const row = rows.at(-1);
    const middle = middleOf(word.box);
    if (row !== undefined && middle - row.middle < Math.min(word.box.height, row.line[0]?.box.height ?? 0) * 0.6) row.line.push(word);
    else rows.push({ line: [word], middle });
  }
  return textOf(rows.map(({ line }) => line.sort((one, other) => one.box.x - other.box.x)));
}

function middleOf({ y, height }: Box): number {
  return y + height / 2;
}

function textOf(lines: readonly Line[]): PictureText {
  let text = '';
  const places: (Box | undefined)[] = [];
  const add = (part: string, boxes: readonly (Box | undefined)[]): void => {
    text += part;
    for (let unit = 0; unit < part.length; unit++) places.push(boxes[unit]);
  };
  for (const line of lines) {
    const width = characterWidthOf(line);
    line.forEach((word, number) => {
      const before = line[number - 1];
      if (before !== undefined) {
        const gap = (word.box.x - before.box.x - before.box.width) / width;
        add(gap < joined ? '' : gap < apart ? ' ' : '   ', []);
      }
      add(word.text, word.characters);
    });
    add('\n', []);
  }
  return { text, places };
}

/** Pixels from one character to the next in a line. */
function characterWidthOf(line: Line): number {
  const units = line.reduce((sum, { text }) => sum + text.length, 0);
  return line.reduce((sum, { box }) => sum + box.width, 0) / units;
}
