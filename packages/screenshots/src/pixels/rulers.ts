import type { Grey } from './raster.ts';

/** Values below it are ink. */
const ink = 160;

/** Pixels from which a straight run of ink is a line of a frame or a table, and no part of a letter. */
const longest = 90;

/** Takes away the straight lines of frames and tables, which are read as letters otherwise. Changes the image. */
export function withoutRulers({ width, height, values }: Grey): void {
  const erase = (start: number, count: number, step: number): void => {
    for (let at = start, end = start + count * step; at < end; at += step) values[at] = 255;
  };
  const look = (lines: number, length: number, lineStep: number, step: number): void => {
    for (let line = 0; line < lines; line++) {
      let run = 0;
      for (let number = 0, at = line * lineStep; number <= length; number++, at += step) {
        if (number < length && (values[at] ?? 255) < ink) {
          run++;
          continue;
        }
        if (run >= longest) erase(at - run * step, run, step);
        run = 0;
      }
    }
  };
  look(height, width, width, 1);
  look(width, height, 1, width);
}
