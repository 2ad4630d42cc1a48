import type { Grey } from './raster.ts';

/** Values below it are ink. */
const ink = 128;

/** Heights in pixels that letters may have. */
const lowest = 4;
const highest = 80;

/** Share of the letters that are not higher than what is taken for their height: most letters are small, keys have digits. */
const share = 0.7;

/**
 * Height of capital letters and digits, as far as it can be told from the heights of connected runs of ink.
 *
 * @returns pixels; `undefined` where there is nothing like text.
 */
export function textHeightOf({ width, height, values }: Grey): number | undefined {
  /** Row in which the shape of each column's run began; shapes are followed from row to row. */
  const counts = new Uint32Array(highest + 1);
  let all = 0;
  const parents: number[] = [0];
  const tops: number[] = [0];
  const bottoms: number[] = [0];
  const rootOf = (label: number): number => {
    let root = label;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = label; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  let above = new Uint32Array(width + 2);
  let row = new Uint32Array(width + 2);
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if ((values[at] ?? 255) >= ink) {
        row[x + 1] = 0;
        continue;
      }
      let label = 0;
      for (const near of [row[x] ?? 0, above[x] ?? 0, above[x + 1] ?? 0, above[x + 2] ?? 0]) {
        if (near === 0) continue;
        const root = rootOf(near);
        if (label === 0) label = root;
        else if (root !== label) {
          parents[root] = label;
          tops[label] = Math.min(tops[label] ?? y, tops[root] ?? y);
        }
      }
      if (label === 0) {
        label = parents.length;
        parents.push(label);
        tops.push(y);
        bottoms.push(y);
      }
      bottoms[label] = y;
      row[x + 1] = label;
    }
    [above, row] = [row, above];
  }
  for (let label = 1; label < parents.length; label++) {
    if (parents[label] !== label) continue;
    const size = (bottoms[label] ?? 0) - (tops[label] ?? 0) + 1;
    if (size < lowest || size > highest) continue;
    counts[size] = (counts[size] ?? 0) + 1;
    all++;
  }
  if (all === 0) return undefined;
  let sum = 0;
  return counts.findIndex((count) => (sum += count) >= all * share);
}
