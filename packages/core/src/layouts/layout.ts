import type { Range } from '../evidence/evidence.ts';
import type { Brackets } from './brackets.ts';
import { bracketsOf, innermostPair, lastAtMost } from './brackets.ts';
import { NameIndex } from './name-index.ts';
import { recordsOf } from './records.ts';
import { statementStarts } from './statements.ts';
import type { TokenRun } from './token-runs.ts';
import { tokenRuns } from './token-runs.ts';

/** A `[section]` and the offset of its line. */
export interface Section {
  readonly at: number;
  readonly name: string;
}

/** A quick no for most texts: the bracket is what is rare. */
const opensLine = /\[(?<=^[ \t]*\[)/m;
const sectionLine = /^[ \t]*\[{1,2}[ \t]*([\w."' :/\\-]{1,120}?)[ \t]*\]{1,2}[ \t]*(?:[#;].*)?$/gm;

/** UTF-16 units around a place on which everything depends that does not say it reaches far: see {@link Layout.noteFar}. */
export const nearby = 13_312;

/** The structure of one text, each part computed when it is first asked for. Offsets are UTF-16 units. */
export class Layout {
  readonly text: string;
  #brackets: Brackets | undefined;
  #statements: number[] | undefined;
  #lines: number[] | undefined;
  #tokenRuns: readonly TokenRun[] | undefined;
  #sections: readonly Section[] | undefined;
  #names: NameIndex | undefined;
  #records: readonly number[] | 'none' | undefined;
  readonly #derived = new Map<(layout: Layout) => unknown, unknown>();
  #reachesFar = false;
  readonly #lookedUp = new Set<string>();

  constructor(text: string) {
    this.text = text;
  }

  /** What others make of the text, made when it is first asked for. @param make - always the same function for the same thing. */
  derived<Part>(make: (layout: Layout) => Part): Part {
    let part = this.#derived.get(make) as Part | undefined;
    if (part === undefined) this.#derived.set(make, (part = make(this)));
    return part;
  }

  /**
   * Whether something was asked for that may depend on more than `nearby` UTF-16 units around a place: what names stand for, tables, lists. Then a part of a text does not
   * read as all of it does.
   */
  get reachesFar(): boolean {
    return this.#reachesFar;
  }

  noteFar(): void {
    this.#reachesFar = true;
  }

  /** Identifiers of which it was asked what they stand for, wherever that is said. */
  get lookedUp(): Iterable<string> {
    return this.#lookedUp;
  }

  noteName(name: string): void {
    this.#lookedUp.add(name);
  }

  get brackets(): Brackets {
    return (this.#brackets ??= bracketsOf(this.text));
  }

  get statements(): readonly number[] {
    this.noteFar();
    return (this.#statements ??= statementStarts(this.text, this.brackets));
  }

  /** Where the identifiers stand. */
  get names(): NameIndex {
    return (this.#names ??= new NameIndex(this.text));
  }

  /** Runs of 16 and more characters of the base64 alphabets. */
  get tokenRuns(): readonly TokenRun[] {
    return (this.#tokenRuns ??= tokenRuns(this.text, 16));
  }

  /** The `[section]` lines of an INI or TOML file, in order. */
  get sections(): readonly Section[] {
    return (this.#sections ??= opensLine.test(this.text) ? Array.from(this.text.matchAll(sectionLine), (match) => ({ at: match.index, name: match[1] ?? '' })) : []);
  }

  /** Offsets at which the records of a log start; `undefined` where the text is none. */
  get records(): readonly number[] | undefined {
    this.#records ??= recordsOf(this.text, this.lines) ?? 'none';
    return this.#records === 'none' ? undefined : this.#records;
  }

  /** Offsets at which lines start. */
  get lines(): readonly number[] {
    if (this.#lines === undefined) {
      this.#lines = [0];
      for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) this.#lines.push(at + 1);
    }
    return this.#lines;
  }

  /** Number (from 0) of the line that holds `offset`. */
  lineAt(offset: number): number {
    return lastAtMost(this.lines, offset);
  }

  /** Range of line `line` without its line end. */
  lineRange(line: number): Range {
    const start = this.lines[line] ?? this.text.length;
    const next = this.lines[line + 1];
    let end = next === undefined ? this.text.length : next - 1;
    if (end > start && this.text.charCodeAt(end - 1) === 13) end--;
    return { start, end };
  }

  lineText(line: number): string {
    const { start, end } = this.lineRange(line);
    return this.text.slice(start, end);
  }

  /** Number (from 0) of the statement that holds `offset`. */
  statementAt(offset: number): number {
    return lastAtMost(this.statements, offset);
  }

  statementRange(statement: number): Range {
    return { start: this.statements[statement] ?? 0, end: this.statements[statement + 1] ?? this.text.length };
  }

  /** The bracket pairs around `offset`, innermost first, brackets included. */
  *enclosingPairs(offset: number): Generator<Range> {
    const { opens, closes, parents } = this.brackets;
    for (let pair = innermostPair(this.brackets, offset); pair !== -1; pair = parents[pair] ?? -1) {
      yield { start: opens[pair] ?? 0, end: (closes[pair] ?? 0) + 1 };
    }
  }

  /** The innermost bracket pair around `offset`, brackets included. */
  pairAround(offset: number): Range | undefined {
    const { brackets } = this;
    const pair = innermostPair(brackets, offset);
    return pair === -1 ? undefined : { start: brackets.opens[pair] ?? 0, end: (brackets.closes[pair] ?? 0) + 1 };
  }

  /** The content of the quoted stretch around `offset`, or `undefined` outside of quotes. */
  stringAt(offset: number): Range | undefined {
    const { stringStarts, stringEnds } = this.brackets;
    const index = lastAtMost(stringStarts, offset);
    const start = stringStarts[index];
    const end = stringEnds[index];
    return start !== undefined && end !== undefined && offset <= end ? { start, end } : undefined;
  }

  /** The contents of the quoted stretches inside of a range. */
  *stringsWithin(range: Range): Generator<Range> {
    const { stringStarts, stringEnds } = this.brackets;
    for (let index = lastAtMost(stringStarts, range.start) + 1; index < stringStarts.length; index++) {
      const start = stringStarts[index] ?? 0;
      if (start >= range.end) return;
      yield { start, end: stringEnds[index] ?? start };
    }
  }

  /** Columns of white space before the text of a line; -1 for a blank line. A YAML or Markdown dash counts as white space. */
  indentOf(line: number): number {
    const { start, end } = this.lineRange(line);
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 32 || code === 9) continue;
      if (code === 45 && this.text.charCodeAt(at + 1) === 32) continue;
      return at - start;
    }
    return -1;
  }

  /**
   * The blocks by indentation around a line, items of lists among them, innermost first: from the line that opens the block (less indented) to the
   * last line that is indented more than it. At most `limit` blocks.
   */
  *enclosingIndents(line: number, limit = 8): Generator<Range & { readonly head: number }> {
    let head = line;
    let indent = this.indentOf(line);
    for (let count = 0; count < limit && indent > 0; count++) {
      const own = indent;
      const item = this.#itemAround(head, own);
      if (item) yield item;
      do head--;
      while (head >= 0 && line - head < 400 && (this.indentOf(head) === -1 || this.indentOf(head) >= own));
      if (head < 0 || line - head >= 400) return;
      indent = this.indentOf(head);
      let last = line;
      while (last + 1 < this.lines.length && last - line < 400 && (this.indentOf(last + 1) === -1 || this.indentOf(last + 1) > indent)) last++;
      yield { start: this.lines[head] ?? 0, end: this.lineRange(last).end, head };
    }
  }

  /** The list item (`- ...`) whose content is indented by `indent` and that a line belongs to. */
  #itemAround(line: number, indent: number): (Range & { readonly head: number }) | undefined {
    const isItem = (at: number): boolean => /^[ \t]*-[ \t]/.test(this.lineText(at).slice(0, 80));
    let first = line;
    while (first > 0 && line - first < 400 && !(this.indentOf(first) === indent && isItem(first))) {
      const own = this.indentOf(first);
      if (own !== -1 && own < indent) return undefined;
      first--;
    }
    if (this.indentOf(first) !== indent || !isItem(first)) return undefined;
    let last = line;
    while (last + 1 < this.lines.length && last - line < 400) {
      const own = this.indentOf(last + 1);
      if (own !== -1 && (own < indent || (own === indent && isItem(last + 1)))) break;
      last++;
    }
    return { start: this.lines[first] ?? 0, end: this.lineRange(last).end, head: first };
  }
}
