import { codesOf, isBlankAt, letters, wordChars } from '../characters/codes.ts';
import { innermostPair } from '../layouts/brackets.ts';
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

/** After a name that is being given a value: `name =`, `name: Type =`, `name :=`, `name <-`. */
const assignment = /^["']?\]?[?!]?\s*(?::\s*[\w<>[\], .?&|*:]{1,60}?)?\s*(?:=(?![=>~])|:=|<-|\?\?=|\|\|=)|^\s*(?:,\s*[$\w]+\s*){1,5}(?:=(?![=>])|:=)/;
const definedByKeyword = /\b(?:function|def|func|fun|fn|sub|proc|defn|defn-|defp|let|method)\s+$|^\s*(?:let|def|defonce|setq|val)\s+$/;

/** How much in front of a name and behind it tells what is done with it, in UTF-16 units. */
const reachBefore = 12;
const reachAfter = 70;

const isLetter = codesOf(`${letters}_`);
const isWord = codesOf(wordChars);
/** How many names are searched for one by one. */
const mostSearches = 64;

/** What may follow a name first, blanks aside, where `assignment` matches; and with what the words of `definedByKeyword` end. */
const firstOfAssignment = codesOf(':=<?|,"\']!');
const lastOfKeyword = codesOf('nfcbp-tdeql');
/** What stands in front of a name in a string that is interpolated. */
const opensInterpolation = codesOf('${(@%');

/**
 * Identifiers of a text with what defines them. Found statement by statement and name by name, as they are asked for: of most texts only
 * a few matter.
 */
export class Bindings {
  readonly #layout: Layout;
  readonly #byName = new Map<string, NameOccurrences>();
  readonly #byStatement = new Map<number, readonly Occurrence[]>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Occurrences in a statement in the order of the text. */
  in(statement: number): readonly Occurrence[] {
    let occurrences = this.#byStatement.get(statement);
    if (occurrences === undefined) this.#byStatement.set(statement, (occurrences = this.#findIn(statement)));
    return occurrences;
  }

  #findIn(statement: number): readonly Occurrence[] {
    const { text } = this.#layout;
    const range = this.#layout.statementRange(statement);
    const occurrences: Occurrence[] = [];
    for (let start = range.start, end = start; start < range.end; start = end) {
      end = start + 1;
      if (isLetter[text.charCodeAt(start)] !== 1) continue;
      while (isWord[text.charCodeAt(end)] === 1) end++;
      const occurrence = this.#occurrenceAt(start, end, statement);
      if (occurrence !== undefined) occurrences.push(occurrence);
    }
    return occurrences;
  }

  #named(name: string): NameOccurrences {
    let named = this.#byName.get(name);
    if (named === undefined) {
      if (this.#byName.size === mostSearches) this.#findAll();
      this.#byName.set(name, (named = this.#byName.get(name) ?? this.#findNamed(name)));
    }
    return named;
  }

  /** Finds the occurrences of all names at once: searches for one after the other would take time that grows with the square of the text. */
  #findAll(): void {
    const byName = new Map<string, { all: Occurrence[]; definitions: number[] }>();
    for (let statement = 0; statement < this.#layout.statements.length; statement++) {
      for (const occurrence of this.in(statement)) {
        let named = byName.get(occurrence.name);
        if (named === undefined) byName.set(occurrence.name, (named = { all: [], definitions: [] }));
        if (occurrence.defines) named.definitions.push(named.all.length);
        named.all.push(occurrence);
      }
    }
    for (const [name, named] of byName) this.#byName.set(name, named);
  }

  #findNamed(name: string): NameOccurrences {
    const { text } = this.#layout;
    const all: Occurrence[] = [];
    const definitions: number[] = [];
    for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length)) {
      if (isWord[text.charCodeAt(start + name.length)] === 1 || !beginsName(text, start)) continue;
      const occurrence = this.#occurrenceAt(start, start + name.length, this.#layout.statementAt(start));
      if (occurrence === undefined) continue;
      if (occurrence.defines) definitions.push(all.length);
      all.push(occurrence);
    }
    return { all, definitions };
  }

  /** The identifier between two offsets; `undefined` where it names nothing that could flow. */
  #occurrenceAt(start: number, end: number, statement: number): Occurrence | undefined {
    const { text, brackets } = this.#layout;
    const inString = this.#layout.stringAt(start) !== undefined;
    if (inString && opensInterpolation[text.charCodeAt(start - 1)] !== 1) return undefined;
    const pair = innermostPair(brackets, start);
    const isInside = pair !== -1 && (brackets.opens[pair] ?? 0) >= this.#layout.statementRange(statement).start;
    if ((end - start === 1 && isInside && inString) || isMember(text, start) || isSymbol(text, start)) return undefined;
    const name = text.slice(start, end);
    if (keywords.has(name)) return undefined;
    const assigned = !isInside && !inString && isAssigned(text, end);
    if (!assigned && isInside && !inString && isLabel(text, end)) return undefined;
    return { name, start, end, statement, defines: assigned || isDefined(text, start, end, isInside) };
  }

  /** The statements that an occurrence is tied to: the definition it reads, or the uses up to the next definition. */
  *tiesOf(occurrence: Occurrence): Generator<number> {
    const named = this.#named(occurrence.name);
    if (named.definitions.length === 0) return;
    const { all } = named;
    const own = occurrence.statement;
    // A statement reads what was defined before it, unless it defines the name itself; or else what is defined first.
    const first = named.definitions[Math.max(0, lastDefinition(named, occurrence.defines ? own : own - 1))] ?? 0;
    const definition = all[first]?.statement ?? own;
    if (definition !== own) yield definition;
    let count = 0;
    for (let i = first + 1; i < all.length && count < 12; i++) {
      const item = all[i];
      if (item === undefined) break;
      if (item.defines && item.statement !== definition) {
        // `x = f(x)` still reads the former x.
        if (item.statement !== own && isReadToo(all, i)) yield item.statement;
        break;
      }
      if (item.statement !== own && item.statement !== definition) {
        count++;
        yield item.statement;
      }
    }
  }
}

/** Whether an identifier can begin at an offset: in a run of letters and digits it begins with the first letter. */
function beginsName(text: string, start: number): boolean {
  let at = start - 1;
  while (isWord[text.charCodeAt(at)] === 1) {
    if (isLetter[text.charCodeAt(at)] === 1) return false;
    at--;
  }
  return true;
}

/** Whether a name is that of a member of something other than the object itself. */
function isMember(text: string, start: number): boolean {
  const previous = text.charAt(start - 1);
  const member = previous === '.' || (previous === '>' && text.charAt(start - 2) === '-') || (previous === ':' && text.charAt(start - 2) === ':');
  return member && !/(?:self|this|@self|cls|\$this)(?:\.|->|\?\.|::)$/.test(text.slice(Math.max(0, start - 8), start));
}

/** Whether a name is a symbol or keyword: `:headers`. */
function isSymbol(text: string, start: number): boolean {
  return text.charAt(start - 1) === ':' && (start === 1 || /[\s{([,]/.test(text.charAt(start - 2)));
}

function isAssigned(text: string, end: number): boolean {
  return firstOfAssignment[text.charCodeAt(afterBlanks(text, end, end + reachAfter))] === 1 && assignment.test(text.slice(end, end + reachAfter));
}

/** Whether a name inside of brackets is a key or the label of a named argument. */
function isLabel(text: string, end: number): boolean {
  const at = afterBlanks(text, end, end + reachAfter);
  const code = text.charCodeAt(at);
  if (at >= end + reachAfter || (code !== colon && code !== equals)) return false;
  const next = at + 1 < end + reachAfter ? text.charCodeAt(at + 1) : 0;
  return next !== colon && next !== equals;
}

/** Whether what stands in front of a name defines it, without an assignment. */
function isDefined(text: string, start: number, end: number, isInside: boolean): boolean {
  let at = start - 1;
  while (at >= 0 && start - at <= reachBefore && isBlankAt(text, at)) at--;
  const code = text.charCodeAt(at);
  if (lastOfKeyword[code] === 1 && at < start - 1) return definedByKeyword.test(text.slice(Math.max(0, start - reachBefore), start));
  // `let` of Lisp: `[name (call)]`, `[name "text"]`.
  return isInside && code === bracket && start - at <= reachBefore && /^\s+["'(]/.test(text.slice(end, end + reachAfter));
}

const colon = 0x3a;
const equals = 0x3d;
const bracket = 0x5b;

function afterBlanks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && isBlankAt(text, at)) at++;
  return at;
}

/** Occurrences of a name in the order of the text, and the indices of those that define it. */
interface NameOccurrences {
  readonly all: readonly Occurrence[];
  readonly definitions: readonly number[];
}

/** Index in `definitions` of the last definition that stands in a statement up to `statement`, or -1. */
function lastDefinition({ all, definitions }: NameOccurrences, statement: number): number {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[definitions[middle] ?? 0]?.statement ?? 0) <= statement) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether the statement of an occurrence also has one that does not define the name. */
function isReadToo(all: readonly Occurrence[], index: number): boolean {
  const statement = all[index]?.statement;
  let first = index;
  while (all[first - 1]?.statement === statement) first--;
  for (let at = first; all[at]?.statement === statement; at++) if (all[at]?.defines === false) return true;
  return false;
}
