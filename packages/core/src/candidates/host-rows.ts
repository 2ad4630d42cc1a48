import type { Range } from '../evidence/evidence.ts';
import type { Layout } from '../layouts/layout.ts';
import { splitRow } from './column-values.ts';

/** A cell of a table: its text without blanks, quotes, tags and marks of emphasis, and where that stands. */
export interface Cell extends Range {
  readonly text: string;
}

/** The row of a table that a place stands in. */
export interface Row {
  readonly cells: readonly Cell[];
  /** What the first row of the table says above each cell, if that names columns. */
  readonly headers: readonly string[] | undefined;
}

const longestLine = 4000;
const longestHtmlRow = 4000;
const longestHtmlTable = 100_000;
const mostRows = 1000;
const delimiters = ['|', '\t', ';', ','] as const;

/** A name of a column. */
const headerCell = /^[\p{L}\w .:/()-]{0,40}$/u;
const longRun = /[\w+/=-]{24}/;

/** Whether a text may hold rows of tables in HTML; for `Layout.derived`. */
export const holdsHtmlRow = ({ text }: Layout): boolean => text.includes('<tr');

/** The row that an offset stands in: of a table in HTML, Markdown, a wiki or CSV, or of words set apart by blanks. */
export function rowAt(layout: Layout, offset: number): Row | undefined {
  return (layout.derived(holdsHtmlRow) ? htmlRow(layout.text, offset) : undefined) ?? lineRow(layout, offset);
}

function lineRow(layout: Layout, offset: number): Row | undefined {
  const line = layout.lineAt(offset);
  const { start, end } = layout.lineRange(line);
  if (end - start > longestLine) return undefined;
  const text = layout.text.slice(start, end);
  const delimiter = delimiters.find((char) => text.includes(char));
  if (delimiter === undefined) {
    const parts = Array.from(text.matchAll(/\S+(?: \S+)*/g), ({ 0: part, index }) => cellOf(start + index, part));
    return parts.length === 2 ? { cells: parts, headers: undefined } : undefined;
  }
  const cells = splitRow(text, delimiter).map((cell) => cellOf(start + cell.start, cell.text));
  return {
    cells,
    get headers() {
      const top = topOf(layout, line, delimiter, cells.length);
      return top === line ? undefined : headersOf(splitRow(layout.lineText(top).replace(/\|\|/g, '|'), delimiter).map(({ text: name }) => name));
    },
  };
}

/** First lines of tables, by the delimiter and the number of a line below. */
const knownTops = (): Map<string, number> => new Map();

/** The first of the lines above that have as many cells: the same for all rows of a table. */
function topOf(layout: Layout, line: number, delimiter: string, cells: number): number {
  layout.noteFar();
  const tops = layout.derived(knownTops);
  let top = line;
  while (top > 0 && line - top < mostRows) {
    const known = tops.get(delimiter + String(top));
    if (known !== undefined) top = known;
    if (known !== undefined || countIn(layout.lineText(top - 1), delimiter) !== cells) break;
    top--;
  }
  tops.set(delimiter + String(line), top);
  return top;
}

/** The number of cells in a line; a wiki doubles the bars around names of columns. */
function countIn(text: string, delimiter: string): number {
  return text.length > longestLine ? 0 : splitRow(text.replace(/\|\|/g, '|'), delimiter).length;
}

function headersOf(names: readonly string[]): readonly string[] | undefined {
  const plain = names.map((name) => name.replace(/[*_`]/g, '').trim());
  return plain.every((name) => headerCell.test(name) && !longRun.test(name)) ? plain : undefined;
}

function htmlRow(text: string, offset: number): Row | undefined {
  const start = lastIn(text, '<tr', offset, longestHtmlRow);
  if (start === -1) return undefined;
  const end = text.indexOf('</tr', start);
  if (end !== -1 && end < offset) return undefined;
  const cells = htmlCells(text, start, Math.min(end === -1 ? text.length : end, start + longestHtmlRow));
  if (cells.length < 2) return undefined;
  const table = lastIn(text, '<table', start, longestHtmlTable);
  const first = table === -1 ? -1 : text.indexOf('<tr', table);
  const above = first === -1 || first === start ? [] : htmlCells(text, first, Math.min(text.length, first + longestHtmlRow, Math.max(first, text.indexOf('</tr', first))));
  return { cells, headers: above.length === cells.length ? headersOf(above.map(({ text: name }) => name)) : undefined };
}

function lastIn(text: string, tag: string, offset: number, reach: number): number {
  const first = Math.max(0, offset - reach);
  const at = text.slice(first, offset + tag.length).lastIndexOf(tag);
  return at === -1 ? -1 : first + at;
}

function htmlCells(text: string, start: number, end: number): readonly Cell[] {
  return Array.from(text.slice(start, end).matchAll(/<t[dh]\b[^<>]*>((?:(?!<\/?t[dhr]\b)[^])*)/gi), ({ 0: whole, 1: content = '', index }) => {
    const from = start + index + whole.length - content.length;
    const lead = /^(?:\s|<[^<>]*>)*/.exec(content)?.[0].length ?? 0;
    return cellOf(from + lead, content.slice(lead).replace(/(?:\s|<[^<>]*>)+$/, ''));
  });
}

/** A cell without the marks of emphasis and code around it. */
function cellOf(start: number, content: string): Cell {
  const lead = /^[\s*_`"']*/.exec(content)?.[0].length ?? 0;
  const text = content.slice(lead).replace(/[\s*_`"']+$/, '');
  return { start: start + lead, end: start + lead + text.length, text };
}
