import { codesOf, lineFeed, space, tab, wordChars } from '../characters/codes.ts';
import type { Layout } from '../layouts/layout.ts';
import { namesOtherKey } from '../names/classify-name.ts';
import type { Operand } from './expressions.ts';

const longestHeader = 2000;
const mostRows = 10_000;
const delimiters = [',', ';', '\t', '|'] as const;
const cellOfHeader = /^\s*["']?[\w .:/-]{0,60}["']?\s*$/;

/** What the header of a column is made of, what follows it in its line, and the most of either in UTF-16 units. */
const ofHeader = codesOf(`${wordChars} .:/-`);
const behindHeader = codesOf(',;|\t\r\n');
const longestName = 60;
const longestRest = 64;
/** What stands in no line of headers: a quick no for most lines. */
const neverInHeader = codesOf('(){}[]=<>!?@#$%^&*+~`\\');

/** Whether what follows a name leaves it the header of a column: the rest of its cell, and a delimiter or the end of the line. */
export function mayNameColumn(text: string, end: number): boolean {
  const last = Math.min(text.length, end + longestRest);
  let at = end;
  while (at < last && at - end < longestName && ofHeader[text.charCodeAt(at)] === 1) at++;
  const code = text.charCodeAt(at);
  if (at < last && (code === 0x22 || code === 0x27)) at++;
  while (at < last && (text.charCodeAt(at) === space || text.charCodeAt(at) === tab)) at++;
  return at >= last || behindHeader[text.charCodeAt(at)] === 1;
}

interface Header {
  readonly line: number;
  /** UTF-16 units: where the line stands. */
  readonly start: number;
  readonly text: string;
  readonly delimiter: string;
  readonly columns: number;
}

/** Cells under a column whose header is the name: CSV and its kin. */
export function* columnValues(layout: Layout, start: number): Generator<Operand> {
  const header = headerAt(layout, start);
  if (header === undefined) return;
  layout.noteFar();
  const column = header.text.slice(0, start - header.start).split(header.delimiter).length - 1;
  // All of the cell is the name: `Key id`.
  if (namesOtherKey(header.text.split(header.delimiter)[column] ?? '')) return;
  for (let line = header.line + 1; line < layout.lines.length && line - header.line <= mostRows; line++) {
    const text = layout.lineText(line);
    if (/^[\s|:-]*$/.test(text)) continue;
    const parts = splitRow(text, header.delimiter);
    if (parts.length !== header.columns) return;
    const part = parts[column];
    if (!part) continue;
    const begin = layout.lineRange(line).start + part.start;
    const row = parts.find(({ text: cell }) => /[A-Za-z]/.test(cell));
    yield { kind: 'literal', start: begin, end: begin + part.text.length, text: part.text, site: begin, ...(row !== undefined && row !== part && { row: row.text }) };
  }
}

/** Whether the line of an offset may be one of headers. */
export function isInHeader(layout: Layout, offset: number): boolean {
  return headerAt(layout, offset) !== undefined;
}

function headerAt(layout: Layout, offset: number): Header | undefined {
  if (!standsAmongNames(layout.text, offset)) return undefined;
  const line = layout.lineAt(offset);
  const { start, end } = layout.lineRange(line);
  if (end - start > longestHeader) return undefined;
  const text = layout.text.slice(start, end);
  const delimiter = delimiters.find((char) => text.includes(char));
  if (delimiter === undefined) return undefined;
  const cells = text.split(delimiter);
  if (cells.length < 2 || !cells.every((cell) => cellOfHeader.test(cell))) return undefined;
  // Only the first row of a table names its columns.
  if (line > 0 && layout.lineText(line - 1).split(delimiter).length === cells.length) return undefined;
  return { line, start, text, delimiter, columns: cells.length };
}

/** Whether the line of an offset holds nothing that no line of headers does. Begins at the offset: in code, there is something close to it. */
function standsAmongNames(text: string, offset: number): boolean {
  for (let at = offset; at < text.length && text.charCodeAt(at) !== lineFeed; at++) if (at - offset > longestHeader || neverInHeader[text.charCodeAt(at)] === 1) return false;
  for (let at = offset - 1; at >= 0 && text.charCodeAt(at) !== lineFeed; at--) if (offset - at > longestHeader || neverInHeader[text.charCodeAt(at)] === 1) return false;
  return true;
}

/** The cells of a row, without quotes and blanks around them, and where they stand in it. */
export function splitRow(row: string, delimiter: string): { start: number; text: string }[] {
  const parts: { start: number; text: string }[] = [];
  let start = 0;
  let quoted = false;
  for (let i = 0; i <= row.length; i++) {
    const char = row.charAt(i);
    if (char === '"') quoted = !quoted;
    if (i < row.length && (char !== delimiter || quoted)) continue;
    const raw = row.slice(start, i);
    const lead = /^[\s"'`]*/.exec(raw)?.[0].length ?? 0;
    parts.push({ start: start + lead, text: raw.slice(lead).replace(/[\s"'`]+$/, '') });
    start = i + 1;
  }
  return parts;
}
