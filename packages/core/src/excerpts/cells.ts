import type { Range } from '../evidence/evidence.ts';

/** What is shown in place of some text, which is never cut in two: a mask, an escape or the character itself. */
export interface Cell extends Range {
  readonly shown: string;
}

/** Stands where a line is cut. */
export const ellipsis = '…';

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.shown.length, 0);

/** The cells around an anchor that fit into `columns`: a good third of what is free goes to its left. */
export function around(cells: readonly Cell[], anchor: Range, columns: number): readonly Cell[] {
  if (widthOf(cells) <= columns) return cells;
  const touching = cells.findIndex((cell) => cell.end > anchor.start);
  const center = touching === -1 ? cells.length - 1 : touching;
  const beyond = cells.findIndex((cell, index) => index >= center && cell.start >= anchor.end);
  const right = cells.slice(beyond === -1 ? cells.length : Math.max(beyond, center + 1));
  const middle = cells.slice(center, cells.length - right.length);
  let free = Math.max(0, columns - 2 * ellipsis.length);
  const take = (from: readonly Cell[], limit: number): number => {
    let width = 0;
    let count = 0;
    for (const cell of from) {
      if (width + cell.shown.length > limit) break;
      width += cell.shown.length;
      count++;
    }
    free -= width;
    return count;
  };
  const kept = take(middle, free);
  if (kept < middle.length) return cells.slice(center, center + kept);
  const left = cells.slice(0, center).reverse();
  const toRight = take(right, Math.max(Math.floor(free * 0.6), free - widthOf(left)));
  const toLeft = take(left, free);
  return cells.slice(center - toLeft, center + kept + toRight);
}
