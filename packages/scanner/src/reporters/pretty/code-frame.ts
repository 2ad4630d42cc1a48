import type { ExcerptLine } from '@submit-guard/core';
import { printable } from '@submit-guard/core';
import type { Look, Paint } from './paint.ts';
import { widthOf } from './text-layout.ts';

type Mark = ExcerptLine['marks'][number];

/** A line as it is drawn: UTF-16 offsets of what is underlined count in `text`. */
interface DrawnLine {
  readonly line: number;
  readonly text: string;
  readonly marks: readonly { readonly start: number; readonly end: number; readonly kind: Mark['kind'] }[];
}

const isKey = (kind: Mark['kind']): boolean => kind === 'key' || kind === 'piece';

/** Marks worth drawing: evidence about the value itself would underline the key a second time. */
function drawnLine({ line, text, marks }: ExcerptLine): DrawnLine {
  const shown = printable(text);
  const drawn = marks
    .filter((mark) => mark.kind !== 'value')
    .map((mark) => ({
      start: printable(text.slice(0, mark.column - 1)).length,
      end: printable(text.slice(0, mark.endColumn - 1)).length,
      kind: mark.kind,
    }))
    .map((mark) => ({ ...mark, end: Math.max(mark.end, mark.start + 1) }));
  return { line, text: shown, marks: drawn };
}

/** The part of a line around its first mark that fits into `columns`. */
function cropped(drawn: DrawnLine, columns: number): DrawnLine {
  if (widthOf(drawn.text) <= columns) return drawn;
  const characters = [...drawn.text];
  const offsets: number[] = [];
  let length = 0;
  for (const character of characters) {
    offsets.push(length);
    length += character.length;
  }
  const widths = characters.map(widthOf);
  const focus = drawn.marks.find((mark) => isKey(mark.kind)) ?? drawn.marks[0] ?? { start: 0, end: 0 };
  const touching = offsets.findIndex((offset, index) => offset + (characters[index]?.length ?? 0) > focus.start);
  const first = touching === -1 ? characters.length : touching;
  let from = first;
  let after = first;
  let free = columns - 2;
  const fits = (index: number): boolean => (widths[index] ?? Infinity) <= free;
  while (after < characters.length && (offsets[after] ?? 0) < focus.end && fits(after)) free -= widths[after++] ?? 0;
  const context = Math.floor(free / 3);
  while (from > 0 && first - from < context && fits(from - 1)) free -= widths[--from] ?? 0;
  while (after < characters.length && fits(after)) free -= widths[after++] ?? 0;
  while (from > 0 && fits(from - 1)) free -= widths[--from] ?? 0;
  const start = offsets[from] ?? 0;
  const end = offsets[after] ?? length;
  const lead = start > 0 ? '…' : '';
  const text = `${lead}${drawn.text.slice(start, end)}${end < length ? '…' : ''}`;
  const marks = drawn.marks
    .filter((mark) => mark.end > start && mark.start <= end)
    .map((mark) => ({
      ...mark,
      start: Math.max(mark.start, start) - start + lead.length,
      end: Math.min(mark.end, end) - start + lead.length,
    }));
  return { line: drawn.line, text, marks };
}

/** The row under a line: `^^^^` under the key and its pieces, `~~~~` under evidence, with a word for the first mark. */
function underline(
  { text, marks }: DrawnLine,
  labelOf: (kind: Mark['kind']) => string,
  columns: number,
  paint: Paint,
): string {
  const looks: ('key' | 'evidence' | undefined)[] = [];
  for (const mark of [...marks].sort((a, b) => Number(isKey(a.kind)) - Number(isKey(b.kind)))) {
    const from = widthOf(text.slice(0, mark.start));
    const to = Math.max(from + 1, widthOf(text.slice(0, mark.end)));
    for (let column = from; column < to; column++) looks[column] = isKey(mark.kind) ? 'key' : 'evidence';
  }
  let row = '';
  for (let column = 0; column < looks.length;) {
    const look = looks[column];
    let end = column;
    while (end < looks.length && looks[end] === look) end++;
    row +=
      look === undefined ? ' '.repeat(end - column) : paint(look, (look === 'key' ? '^' : '~').repeat(end - column));
    column = end;
  }
  const named = marks.find((mark) => isKey(mark.kind)) ?? marks[0];
  const label = named === undefined ? '' : labelOf(named.kind);
  if (named === undefined || label === '' || looks.length + 1 + widthOf(label) > columns) return row;
  return `${row} ${paint(isKey(named.kind) ? 'key' : 'evidence', label)}`;
}

/** A line in which masked keys stand out. */
function tinted(text: string, paint: Paint): string {
  return text.replace(/•+/g, (mask) => paint('faint', mask));
}

/**
 * The lines around a finding with what convicted it underlined.
 *
 * @param excerpt - masked lines, see `excerptOf`.
 * @param labelOf - a word for a mark, or ''.
 * @param columns - width of the whole frame.
 */
export function codeFrame(
  excerpt: readonly ExcerptLine[],
  labelOf: (kind: Mark['kind']) => string,
  columns: number,
  look: Look,
  paint: Paint,
): readonly string[] {
  const digits = String(excerpt.at(-1)?.line ?? 1).length;
  const gutter = (label: string): string => `${paint('faint', `${label.padStart(digits)} │`)} `;
  const room = Math.max(20, columns - digits - 5);
  const rows: string[] = [];
  let previous: number | undefined;
  for (const line of excerpt.map((each) => cropped(drawnLine(each), room))) {
    if (previous !== undefined && line.line > previous + 1)
      rows.push(`  ${paint('faint', `${'⋮'.padStart(digits)} │`)}`);
    const pointed = line.marks.some((mark) => isKey(mark.kind));
    rows.push(`${pointed ? paint(look, '❯ ') : '  '}${gutter(String(line.line))}${tinted(line.text, paint)}`.trimEnd());
    if (line.marks.length > 0) rows.push(`  ${gutter('')}${underline(line, labelOf, room, paint)}`.trimEnd());
    previous = line.line;
  }
  return rows;
}
