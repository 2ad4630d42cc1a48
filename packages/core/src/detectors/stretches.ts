import type { Range } from '../evidence/evidence.ts';

/** Texts up to this length are read as one; longer ones in stretches that overlap. UTF-16 units. */
export const longestStretch = 512 * 1024;
export const stretchOverlap = 64 * 1024;

/**
 * Cuts a long text into overlapping stretches, at line ends where there are any. What belongs together in code stands
 * close together: evidence is looked for within a stretch, so that the cost of a text grows with its length.
 */
export function stretchesOf(text: string): readonly Range[] {
  if (text.length <= longestStretch + stretchOverlap) return [{ start: 0, end: text.length }];
  const stretches: Range[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + longestStretch + stretchOverlap >= text.length ? text.length : lineEndBefore(text, start + longestStretch);
    stretches.push({ start, end });
    if (end === text.length) break;
    start = lineEndBefore(text, end - stretchOverlap);
  }
  return stretches;
}

function lineEndBefore(text: string, offset: number): number {
  const at = text.lastIndexOf('\n', offset);
  return at > offset - stretchOverlap / 2 ? at + 1 : tokenBefore(text, offset);
}

/** UTF-16 units that no token is longer than. */
const longestToken = 8192;

const inToken = /[\w\-.+/~=%\\]/;

/** Where the token at an offset begins: half a key would pass for another one. The offset itself where that is too far away. */
function tokenBefore(text: string, offset: number): number {
  let start = offset;
  while (start > offset - longestToken && inToken.test(text.charAt(start - 1))) start--;
  return start > offset - longestToken ? start : offset;
}
