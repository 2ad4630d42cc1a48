import { figure, ratio, whole } from './figures.ts';
import { cpuSecondsOf, findRow, peakOf, secondsOf } from './results.ts';
import type { Row, WorkResults } from './results.ts';

const headings = ['program', 'rules', 'median s', 'min', 'max', 'MB/s', 'CPU s', 'x ripgrep', 'x submit-guard', 'peak MB', 'findings', 'runs'] as const;

function cellsOf(row: Row, { bytes }: WorkResults, floor: number, ours: number): readonly string[] {
  const name = `${row.name} ${row.version}`;
  if (row.runs.length === 0) return [name, row.rules, row.fault ?? 'no figure', ...Array.from({ length: headings.length - 3 }, () => '')];
  const seconds = secondsOf(row);
  const all = row.runs.map((run) => run.seconds);
  return [
    name,
    row.rules,
    figure(seconds),
    figure(Math.min(...all)),
    figure(Math.max(...all)),
    // Of one small file, the rate says nothing.
    bytes < 100_000 ? '-' : figure(bytes / 1e6 / seconds),
    figure(cpuSecondsOf(row)),
    ratio(seconds / floor),
    ratio(seconds / ours),
    figure(peakOf(row) / 1e6),
    row.findings === null ? 'many' : whole(row.findings),
    String(row.runs.length),
  ];
}

/** Rows of cells, the headings first. */
export function cellsOfWork(work: WorkResults): readonly (readonly string[])[] {
  const floor = findRow(work, 'ripgrep');
  const ours = findRow(work, 'submit-guard');
  const seconds = (row: Row | undefined): number => (row === undefined ? Number.NaN : secondsOf(row));
  return [headings, ...work.rows.map((row) => cellsOf(row, work, seconds(floor), seconds(ours)))];
}

/** Numbers stand at the right. */
const isRight = (column: number): boolean => column >= 2;

/** For a terminal. */
export function alignedTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows
    .map((cells) => cells.map((cell, column) => (isRight(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd())
    .join('\n');
}

/** For a page. */
export function markdownTable(rows: readonly (readonly string[])[], numbersFrom = 2): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(head.map((_, column) => (column >= numbersFrom ? '---:' : '---'))), ...body.map(line)].join('\n');
}
