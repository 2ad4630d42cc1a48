import type { Layout } from '../layouts/layout.ts';

/** One use or definition of an identifier. */
export interface Occurrence {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly statement: number;
  readonly defines: boolean;
}

const keywords = new Set(
  (
    'const let var val new await return import from function def class self this if else for while do end in of and or not is as ' +
    'try catch except finally throw throws raise with yield async public private protected static final void int string String bool boolean true false null nil ' +
    'None True False undefined print echo export default type interface struct enum package use using namespace include require fn func fun mut pub my our local ' +
    'begin then match case switch break continue lambda object Object any require_once puts set get char long double float auto unsigned NSString NSDictionary'
  ).split(' '),
);

const identifier = /[A-Za-z_][\w]*/g;
/** After a name that is being given a value: `name =`, `name: Type =`, `name :=`, `name <-`. */
const assignment = /^["']?\]?[?!]?\s*(?::\s*[\w<>[\], .?&|*:]{1,60}?)?\s*(?:=(?![=>~])|:=|<-|\?\?=|\|\|=)|^\s*(?:,\s*[$\w]+\s*){1,5}(?:=(?![=>])|:=)/;
const definedByKeyword = /\b(?:function|def|func|fun|fn|sub|proc|defn|defn-|defp|let|method)\s+$/;
const closureAssignment = /^(?:let|def|defonce|setq|val)\s+$/;

/** Identifiers of a text with what defines them; built once a text, linear. */
export class Bindings {
  readonly #byName = new Map<string, Occurrence[]>();
  readonly #byStatement = new Map<number, Occurrence[]>();
  readonly #definitions = new Map<string, readonly number[]>();

  constructor(layout: Layout) {
    const { text, statements } = layout;
    const { stringStarts, stringEnds, opens, closes } = layout.brackets;
    let string = 0;
    let statement = 0;
    let pair = 0;
    /** Closing offsets of the pairs that opened inside of the current statement. */
    const open: number[] = [];
    for (const match of text.matchAll(identifier)) {
      const start = match.index;
      const name = match[0];
      const end = start + name.length;
      while (statement + 1 < statements.length && (statements[statement + 1] ?? 0) <= start) {
        statement++;
        open.length = 0;
      }
      while (pair < opens.length && (opens[pair] ?? 0) < start) {
        if ((opens[pair] ?? 0) >= (statements[statement] ?? 0)) open.push(closes[pair] ?? 0);
        pair++;
      }
      while (open.length > 0 && (open[open.length - 1] ?? 0) < start) open.pop();
      while (string < stringStarts.length && (stringEnds[string] ?? 0) < start) string++;
      const inString = (stringStarts[string] ?? Infinity) <= start;
      const previous = text[start - 1] ?? '';
      if (inString && !/[${(@%]/.test(previous)) continue;
      if (keywords.has(name) || (name.length === 1 && open.length > 0 && inString)) continue;
      const member = previous === '.' || (previous === '>' && text[start - 2] === '-') || (previous === ':' && text[start - 2] === ':');
      const ofSelf = member && /(?:self|this|@self|cls|\$this)(?:\.|->|\?\.|::)$/.test(text.slice(Math.max(0, start - 8), start));
      if (member && !ofSelf) continue;
      if (previous === ':' && /[\s{([,]/.test(text[start - 2] ?? ' ')) continue; // a symbol or keyword: `:headers`
      const after = text.slice(end, end + 70);
      const assigned = open.length === 0 && !inString && assignment.test(after);
      if (!assigned && open.length > 0 && /^\s*[:=](?![:=])/.test(after) && !inString) continue; // a key or the label of a named argument
      const before = text.slice(Math.max(0, start - 12), start);
      const defines = assigned || definedByKeyword.test(before) || closureAssignment.test(before.trimStart()) || (open.length > 0 && /\[\s*$/.test(before) && /^\s+["'(]/.test(after));
      const occurrence = { name, start, end, statement, defines };
      let list = this.#byName.get(name);
      if (list === undefined) this.#byName.set(name, (list = []));
      list.push(occurrence);
      let own = this.#byStatement.get(statement);
      if (own === undefined) this.#byStatement.set(statement, (own = []));
      own.push(occurrence);
    }
  }

  /** Occurrences of a name in the order of the text. */
  of(name: string): readonly Occurrence[] {
    return this.#byName.get(name) ?? [];
  }

  /** Occurrences in a statement in the order of the text. */
  in(statement: number): readonly Occurrence[] {
    return this.#byStatement.get(statement) ?? [];
  }

  /** The statements that an occurrence is tied to: the definition it reads, or the uses up to the next definition. */
  *tiesOf(occurrence: Occurrence): Generator<number> {
    const list = this.of(occurrence.name);
    const definitions = this.#definitionsOf(occurrence.name);
    const own = occurrence.statement;
    // A statement reads what was defined before it, unless it defines the name itself. Where nothing is, what is defined later.
    const before = countWhere(definitions.length, (at) => {
      const statement = list[definitions[at] ?? 0]?.statement ?? 0;
      return statement < own || (statement === own && occurrence.defines);
    });
    const first = definitions[Math.max(0, before - 1)];
    const definition = first === undefined ? undefined : list[first]?.statement;
    if (first === undefined || definition === undefined) return;
    if (definition !== own) yield definition;
    let count = 0;
    for (let i = first + 1; i < list.length && count < 12; i++) {
      const item = list[i];
      if (item === undefined) break;
      if (item.defines && item.statement !== definition) {
        // `x = f(x)` still reads the former x.
        if (item.statement !== own && this.in(item.statement).some((other) => other.name === occurrence.name && !other.defines)) yield item.statement;
        break;
      }
      if (item.statement !== own && item.statement !== definition) {
        count++;
        yield item.statement;
      }
    }
  }

  /** Where in the occurrences of a name its definitions are. */
  #definitionsOf(name: string): readonly number[] {
    let definitions = this.#definitions.get(name);
    if (definitions === undefined) this.#definitions.set(name, (definitions = this.of(name).flatMap((item, at) => (item.defines ? [at] : []))));
    return definitions;
  }
}

/** How many of the first numbers below `length` fulfil a condition that holds for a beginning of them and for nothing behind it. */
function countWhere(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
