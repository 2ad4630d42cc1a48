import type { Layout } from '../layouts/layout.ts';
import { classifyName, namesAtomyx } from '../names/classify-name.ts';
import { credibilityOf } from '../values/credibility.ts';
import type { Candidate } from './candidate.ts';

const insert = /\b(?:INSERT|REPLACE)\s+(?:OR\s+\w+\s+)?INTO\s+[^\s(]{1,120}\s*\(([^()]{1,2000})\)\s*VALUES\s*/gi;
const copy = /\bCOPY\s+[^\s(]{1,120}\s*\(([^()]{1,2000})\)\s+FROM\s+stdin[^\n]*;\r?\n/gi;
const update = /\bSET\s+([\w."`]+)\s*=\s*'([^'\n]{8,500})'\s+WHERE\s+[\w."`]+\s*=\s*'([\w.:/ -]{3,80})'/gi;
/** What stands in all of them, from a character on that is rarer than the letters they begin with. */
const clause = /\)\s*values|\)\s+from\s+stdin|'\s+where/i;
const keyColumn = /key|token|secret|bearer/i;

/** Values of SQL statements, bound to the column or the row that names them: `INSERT`, `COPY ... FROM stdin`, `UPDATE`. */
export function* sqlValues(layout: Layout): Generator<Candidate> {
  const { text } = layout;
  if (!clause.test(text) || !/\b(?:insert|replace|copy|update)\b/i.test(text)) return;
  for (const match of text.matchAll(insert)) yield* ofColumns(match, match[1] ?? '', tuplesFrom(layout, match.index + match[0].length));
  for (const match of text.matchAll(copy)) yield* ofColumns(match, match[1] ?? '', tabbedRows(layout, match.index + match[0].length));
  for (const match of text.matchAll(update)) {
    const [, column = '', value = '', name = ''] = match;
    const start = match.index + match[0].indexOf(value);
    const at = match.index + match[0].lastIndexOf(name);
    yield* bound(keyColumn.test(column) ? column : name, { start: at, end: at + name.length }, { start, text: value }, [name]);
  }
}

interface Cell {
  readonly start: number;
  readonly text: string;
}

function* ofColumns(match: RegExpMatchArray, list: string, rows: Iterable<readonly Cell[]>): Generator<Candidate> {
  const columns = list.split(',').map((column) => column.trim().replace(/["`[\]]/g, ''));
  const wanted = columns.flatMap((column, index) => (keyColumn.test(column) ? [{ column, index }] : []));
  if (wanted.length === 0) return;
  for (const row of rows) {
    for (const { column, index } of wanted) {
      const cell = row[index];
      const at = (match.index ?? 0) + match[0].indexOf(column);
      const whose = row.find((other) => other !== cell && namesAtomyx(other.text))?.text;
      if (cell) yield* bound(column, { start: at, end: at + column.length }, cell, whose === undefined ? [] : [whose]);
    }
  }
}

/** @param whose - what else in the row or statement says whose value it is. */
function* bound(name: string, anchor: { start: number; end: number }, { start, text }: Cell, whose: readonly string[]): Generator<Candidate> {
  if (credibilityOf(text) === 'none') return;
  yield { start, end: start + text.length, text, anchor, header: false, site: start, name: { text: name, class: classifyName(name, whose) } };
}

/** The tuples of a `VALUES` clause; a quote inside of a string is doubled. */
function* tuplesFrom(layout: Layout, from: number): Generator<Cell[]> {
  const { text } = layout;
  layout.noteFar();
  let at = from;
  for (let count = 0; count < 10_000 && text.charAt(at) === '('; count++) {
    const row: Cell[] = [];
    let depth = 0;
    let start = at + 1;
    let i = at;
    for (; i < text.length; i++) {
      const char = text.charAt(i);
      if (char === "'") {
        i = endOfString(text, i);
        continue;
      }
      if (char === '(') depth++;
      const closes = char === ')' && --depth === 0;
      if (closes || (char === ',' && depth === 1)) {
        row.push(cell(text, start, i));
        start = i + 1;
      }
      if (closes) break;
    }
    yield row;
    const next = /^\s*,\s*(?=\()/.exec(text.slice(i + 1, i + 60));
    if (!next) return;
    at = i + 1 + next[0].length;
  }
}

function endOfString(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text.charAt(i) !== "'") continue;
    if (text.charAt(i + 1) !== "'") return i;
    i++;
  }
  return text.length;
}

function cell(text: string, start: number, end: number): Cell {
  const raw = text.slice(start, end);
  const lead = /^\s*(?:[NEB]?')?/.exec(raw)?.[0].length ?? 0;
  return { start: start + lead, text: raw.slice(lead).replace(/'?\s*$/, '') };
}

function* tabbedRows(layout: Layout, from: number): Generator<Cell[]> {
  layout.noteFar();
  for (let line = layout.lineAt(from); line < layout.lines.length; line++) {
    const row = layout.lineText(line);
    if (row === '\\.' || row === '') return;
    let { start } = layout.lineRange(line);
    yield row.split('\t').map((value) => {
      const item = { start, text: value };
      start += value.length + 1;
      return item;
    });
  }
}
