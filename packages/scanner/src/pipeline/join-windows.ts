import type { Finding, FindingEvidence, PolicyNote } from '@submit-guard/core';
import type { PicturePlace } from '../readers/embedded-pictures.ts';
import type { BlobOutcome } from './scan-bytes.ts';
import type { FragmentOutcome } from './scan-fragment.ts';
import type { Extent, WindowOutcome } from './scan-window.ts';

/** Where lines and columns of a window are to go. */
export interface Shift {
  readonly lines: number;
  /** For what stands in the first line only. */
  readonly columns: number;
}

/** A place in a blob, counted from its beginning while windows pass. */
export class TextPlace {
  #line = 1;
  #column = 1;

  /** From 1. */
  get line(): number {
    return this.#line;
  }

  /** The way of what is found in a window that begins here to its place in the blob; see {@link WindowOutcome.before}. */
  shiftOf({ before, beginsLine }: Pick<WindowOutcome, 'before' | 'beginsLine'>): Shift {
    return { lines: this.#line - before.lineEnds - 1, columns: beginsLine ? 0 : this.#column - before.units - 1 };
  }

  /** Moves on behind a stretch of text. */
  pass({ lineEnds, units }: Extent): void {
    this.#line += lineEnds;
    this.#column = lineEnds > 0 ? units + 1 : this.#column + units;
  }
}

/**
 * Makes one blob of its windows, in order: only now it is known which lines they hold.
 *
 * @param opaque - why the blob counts as skipped, if no window has signs of anything.
 */
export function joinWindows(windows: Iterable<WindowOutcome>, opaque: string | undefined): BlobOutcome {
  const findings: Finding[] = [];
  const notes: PolicyNote[] = [];
  const place = new TextPlace();
  let suppressed = 0;
  let hasSigns = false;
  const picturePlaces: PicturePlace[] = [];
  let offset = 0;
  for (const window of windows) {
    const outcome = shiftedOutcome(window.outcome, place.shiftOf(window));
    for (const finding of outcome.findings) findings.push(finding);
    for (const note of outcome.notes) notes.push(note);
    suppressed += outcome.suppressed;
    hasSigns ||= window.hasSigns;
    for (const { start, end, line } of window.picturePlaces) picturePlaces.push({ start: offset + start, end: offset + end, line: place.line + line - 1 });
    offset += window.size;
    place.pass(window.own);
  }
  return { findings, suppressed, notes, ...(!hasSigns && opaque !== undefined && { skipped: opaque }), ...(picturePlaces.length > 0 && { picturePlaces }) };
}

/** What a window comes to, with lines and columns of the blob. */
export function shiftedOutcome({ findings, notes, suppressed }: FragmentOutcome, shift: Shift): FragmentOutcome {
  return {
    findings: findings.map((finding) => shiftedFinding(finding, shift)),
    notes: notes.map((note) => (note.line === undefined ? note : { ...note, line: note.line + shift.lines })),
    suppressed,
  };
}

function shiftedFinding(finding: Finding, shift: Shift): Finding {
  return {
    ...finding,
    line: finding.line + shift.lines,
    column: shiftedColumn(finding.line, finding.column, shift),
    endLine: finding.endLine + shift.lines,
    endColumn: shiftedColumn(finding.endLine, finding.endColumn, shift),
    evidence: finding.evidence.map((evidence) => shiftedEvidence(evidence, shift)),
    ...(finding.excerpt !== undefined && { excerpt: finding.excerpt.map((row) => ({ ...row, line: row.line + shift.lines })) }),
  };
}

function shiftedEvidence(evidence: FindingEvidence, shift: Shift): FindingEvidence {
  const { line, column, endLine, endColumn } = evidence;
  return {
    ...evidence,
    line: line + shift.lines,
    ...(column !== undefined && { column: shiftedColumn(line, column, shift) }),
    ...(endLine !== undefined && { endLine: endLine + shift.lines }),
    ...(endColumn !== undefined && { endColumn: shiftedColumn(endLine ?? line, endColumn, shift) }),
  };
}

function shiftedColumn(line: number, column: number, { columns }: Shift): number {
  return line === 1 ? column + columns : column;
}
