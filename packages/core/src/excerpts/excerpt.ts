import type { Range } from '../evidence/evidence.ts';
import type { ExcerptLine } from '../finding.ts';
import type { MarkedRange } from './masked-line.ts';
import { maskedLine } from './masked-line.ts';
import { unionOf } from './ranges.ts';

export interface ExcerptOptions {
  /** Number of the first line of the text, where it is a part of a longer document. Default 1. */
  readonly firstLine?: number;
  /** Lines shown before and after the finding. Default 1. */
  readonly context?: number;
  /** Columns a line may take before it is cut around its mark. Default 160. */
  readonly columns?: number;
}

/** Lines of a finding that spans many, and lines of evidence, that are shown at most. */
const mostLinesOfFinding = 6;
const mostLinesOfEvidence = 8;

/** The masks of a text are sorted once, however many of its findings are shown. */
const sortedMasks = new WeakMap<readonly Range[], readonly Range[]>();

function sorted(masks: readonly Range[]): readonly Range[] {
  let union = sortedMasks.get(masks);
  if (union === undefined) {
    union = unionOf(masks);
    sortedMasks.set(masks, union);
  }
  return union;
}

/** Index of the line that holds an offset. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((lineStarts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineRange(text: string, lineStarts: readonly number[], index: number): Range {
  const start = lineStarts[index] ?? 0;
  let end = lineStarts[index + 1] ?? text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return { start, end };
}

/**
 * The lines around a finding, and those of its evidence, in which every credential is masked. Safe to print anywhere.
 *
 * @param text - the text that the ranges count in.
 * @param lineStarts - UTF-16 offsets at which its lines start, see `lineStartsOf`.
 * @param marks - what to underline, the finding itself first (`kind: 'key'`), then pieces and evidence.
 * @param masks - every range of the text that holds a key or a part of one, encoded or not: of this finding, of others,
 *   of suppressed ones, in any order. Other runs that look like credentials are masked besides. Pass the same array
 *   for all findings of a text: it is sorted once.
 * @returns lines by number; lines that are not neighbours have something left out between them. Columns of the marks
 *   count in the masked text.
 */
export function excerptOf(
  text: string,
  lineStarts: readonly number[],
  marks: readonly MarkedRange[],
  masks: readonly Range[],
  options: ExcerptOptions = {},
): readonly ExcerptLine[] {
  const finding = marks[0];
  if (finding === undefined || lineStarts.length === 0) return [];
  const { firstLine = 1, context = 1, columns = 160 } = options;
  const isBlank = (index: number): boolean => {
    const { start, end } = lineRange(text, lineStarts, index);
    return end - start < 400 && text.slice(start, end).trim() === '';
  };

  const first = lineAt(lineStarts, finding.start);
  const last = Math.min(lineAt(lineStarts, Math.max(finding.start, finding.end - 1)), first + mostLinesOfFinding - 1);
  let from = Math.max(0, first - context);
  let to = Math.min(lineStarts.length - 1, last + context);
  while (from < first && isBlank(from)) from++;
  while (to > last && isBlank(to)) to--;
  const shown = new Set<number>();
  for (let index = from; index <= to; index++) shown.add(index);
  const limit = shown.size + mostLinesOfEvidence;
  for (const mark of marks) if (shown.size < limit) shown.add(lineAt(lineStarts, mark.start));

  const hidden = sorted(masks);
  return [...shown]
    .sort((a, b) => a - b)
    .map((index) => {
      const line = lineRange(text, lineStarts, index);
      return maskedLine({ text, line, marks, masks: hidden, columns }, firstLine + index);
    });
}
