import type { Range } from '../evidence/evidence.ts';
import type { ExcerptLine } from '../finding.ts';
import type { Cell } from './cells.ts';
import { around, ellipsis } from './cells.ts';
import { credentialRuns } from './credential-runs.ts';
import { escapeOf, printable } from './printable.ts';
import { overlapping, unionOf } from './ranges.ts';

/** A range to underline, and why. */
export interface MarkedRange extends Range {
  readonly kind: ExcerptLine['marks'][number]['kind'];
}

/** A line of a text: where it stands and what is known of it. */
interface LineRequest {
  readonly text: string;
  /** Offsets of the line, without its line ending. */
  readonly line: Range;
  /** Ranges to underline; the first one that touches the line stays in view. */
  readonly marks: readonly MarkedRange[];
  /** Ranges to hide: ascending and disjoint. */
  readonly masks: readonly Range[];
  /** Columns that the line may take. */
  readonly columns: number;
}

const maskCharacter = '•';
const longestMask = 24;
const tab = '  ';

/** UTF-16 units looked at on either side of what is shown: a credential may be in view only in part. */
const margin = 2048;

/** UTF-16 units by which a mask may grow over the characters that touch it. */
const furthestGrowth = 256;

const clip = (range: Range, bounds: Range): Range => ({
  start: Math.max(range.start, bounds.start),
  end: Math.min(range.end, bounds.end),
});

/** A range that starts and ends between characters, not in the middle of a surrogate pair. */
function wholeCharacters(text: string, range: Range): Range {
  const splits = (offset: number): boolean => offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
  return { start: range.start + (splits(range.start) ? 1 : 0), end: range.end - (splits(range.end) ? 1 : 0) };
}

/** A mask and the letters and digits that touch it: a token is hidden whole, even where only a part of it was found. */
function grown(text: string, mask: Range, line: Range): Range {
  const before =
    /[\w-]*$/.exec(text.slice(Math.max(line.start, mask.start - furthestGrowth), mask.start))?.[0].length ?? 0;
  const after = /^[\w-]*/.exec(text.slice(mask.end, Math.min(line.end, mask.end + furthestGrowth)))?.[0].length ?? 0;
  return { start: mask.start - before, end: mask.end + after };
}

/** Everything to hide in a part of a line: what was found, and what looks like a credential between that. */
function masksIn(request: LineRequest, view: Range): readonly Range[] {
  const { text, line } = request;
  const seen = clip({ start: view.start - margin, end: view.end + margin }, line);
  const found = unionOf(
    overlapping(request.masks, seen.start, seen.end).map((mask) => grown(text, clip(mask, line), line)),
  );
  const hidden: Range[] = [...found];
  let start = seen.start;
  for (const stop of [...found, { start: seen.end, end: seen.end }]) {
    for (const run of credentialRuns(text.slice(start, Math.max(start, stop.start)))) {
      hidden.push({ start: start + run.start, end: start + run.end });
    }
    start = Math.max(start, stop.end);
  }
  return unionOf(hidden);
}

function cellsOf(text: string, view: Range, masks: readonly Range[]): readonly Cell[] {
  const cells: Cell[] = [];
  let position = view.start;
  for (const mask of [...masks, { start: view.end, end: view.end }]) {
    const { start, end } = clip(mask, view);
    while (position < start) {
      const character = String.fromCodePoint(text.codePointAt(position) ?? 0);
      const shown = character === '\t' ? tab : printable(character) === character ? character : escapeOf(character);
      cells.push({ start: position, end: position + character.length, shown });
      position += character.length;
    }
    if (end > position) {
      cells.push({ start: position, end, shown: maskCharacter.repeat(Math.min(longestMask, end - position)) });
      position = end;
    }
  }
  return cells;
}

/**
 * One line of a text, fit to be shown: every credential masked, control characters escaped, cut around its mark.
 *
 * @param number - number of the line, from 1.
 */
export function maskedLine(request: LineRequest, number: number): ExcerptLine {
  const { text, line, columns } = request;
  const marks = request.marks.filter(
    (mark) => mark.start <= line.end && (mark.end > line.start || mark.start >= line.start),
  );
  const anchor = clip(marks[0] ?? { start: line.start, end: line.start }, line);
  const reach = 4 * columns;
  const view = wholeCharacters(
    text,
    clip({ start: anchor.start - reach, end: Math.min(anchor.end, anchor.start + 2 * reach) + reach }, line),
  );
  const masks = masksIn(request, view);
  // A mask that the anchor lies in is followed to its end: it is one cell, however long it is.
  const cover = overlapping(masks, view.start, view.end).at(-1);
  const wide = { start: view.start, end: Math.max(view.end, Math.min(cover?.end ?? 0, line.end)) };
  const cells = around(cellsOf(text, wide, masks), anchor, columns);
  const cutBefore = (cells[0]?.start ?? line.start) > line.start;
  const cutAfter = (cells.at(-1)?.end ?? line.end) < line.end;

  const drawn: { column: number; endColumn: number; kind: MarkedRange['kind'] }[] = [];
  const first = cutBefore ? ellipsis.length + 1 : 1;
  for (const mark of marks) {
    let column = first;
    let start = 0;
    let end = 0;
    for (const cell of cells) {
      const next = column + cell.shown.length;
      if (cell.start < Math.max(mark.end, mark.start + 1) && cell.end > mark.start) {
        start ||= column;
        end = next;
      }
      column = next;
    }
    if (start === 0 && mark.start === line.end) [start, end] = [column, column + 1];
    if (start > 0) drawn.push({ column: start, endColumn: end, kind: mark.kind });
  }
  const shown = cells.map((cell) => cell.shown).join('');
  return { line: number, text: `${cutBefore ? ellipsis : ''}${shown}${cutAfter ? ellipsis : ''}`, marks: drawn };
}
