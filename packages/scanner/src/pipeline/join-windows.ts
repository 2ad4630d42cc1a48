import type { Finding, FindingEvidence, PolicyNote } from '@submit-guard/core';
import type { BlobOutcome } from './scan-bytes.ts';
import type { WindowOutcome } from './scan-window.ts';

/** Where lines and columns of a window are to go. */
interface Shift {
  readonly lines: number;
  /** For what stands in the first line only. */
  readonly columns: number;
}

/**
 * Makes one blob of its windows, in order: only now it is known which lines they hold.
 *
 * @param opaque - why the blob counts as skipped, if no window has signs of anything.
 */
export function joinWindows(windows: Iterable<WindowOutcome>, opaque: string | undefined): BlobOutcome {
  const findings: Finding[] = [];
  const notes: PolicyNote[] = [];
  let suppressed = 0;
  let hasSigns = false;
  let holdsPictures = false;
  let line = 1;
  let column = 1;
  for (const { outcome, before, beginsLine, own, hasSigns: signs, holdsPictures: pictures } of windows) {
    const shift: Shift = { lines: line - before.lineEnds - 1, columns: beginsLine ? 0 : column - before.units - 1 };
    for (const finding of outcome.findings) findings.push(shiftedFinding(finding, shift));
    for (const note of outcome.notes) notes.push(note.line === undefined ? note : { ...note, line: note.line + shift.lines });
    suppressed += outcome.suppressed;
    hasSigns ||= signs;
    holdsPictures ||= pictures;
    line += own.lineEnds;
    column = own.lineEnds > 0 ? own.units + 1 : column + own.units;
  }
  return { findings, suppressed, notes, ...(!hasSigns && opaque !== undefined && { skipped: opaque }), ...(holdsPictures && { holdsPictures }) };
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
