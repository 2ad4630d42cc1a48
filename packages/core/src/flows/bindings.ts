import type { Layout } from '../layouts/layout.ts';
import type { Occurrence } from './occurrences.ts';
import { beginsName, nameEnd, occurrenceAt } from './occurrences.ts';

/** How many names are searched for one by one. */
const mostSearches = 64;

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
    const { start, end } = this.#layout.statementRange(statement);
    const occurrences: Occurrence[] = [];
    for (let at = start, behind = nameEnd(this.#layout.text, at); at < end; at = Math.max(at + 1, behind), behind = nameEnd(this.#layout.text, at)) {
      const occurrence = behind === at ? undefined : occurrenceAt(this.#layout, at, behind, statement);
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
      if (nameEnd(text, start) !== start + name.length || !beginsName(text, start)) continue;
      const occurrence = occurrenceAt(this.#layout, start, start + name.length, this.#layout.statementAt(start));
      if (occurrence === undefined) continue;
      if (occurrence.defines) definitions.push(all.length);
      all.push(occurrence);
    }
    return { all, definitions };
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
