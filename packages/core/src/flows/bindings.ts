import { firstFailing } from '../layouts/brackets.ts';
import type { Layout } from '../layouts/layout.ts';
import { nameEnd } from '../layouts/name-index.ts';
import type { Occurrence } from './occurrences.ts';
import { mayDefine, occurrenceAt } from './occurrences.ts';

/** How many uses of a name a definition is tied to. */
const mostUses = 12;

/**
 * Identifiers of a text with what defines them. Found statement by statement and name by name, as they are asked for: of most texts only
 * a few matter.
 */
export class Bindings {
  readonly #layout: Layout;
  readonly #byName = new Map<string, NameOccurrences>();
  readonly #byStatement = new Map<number, readonly Occurrence[]>();
  readonly #ties = new Map<number, readonly number[]>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Occurrences in a statement in the order of the text, of names that stand elsewhere, too. */
  in(statement: number): readonly Occurrence[] {
    let occurrences = this.#byStatement.get(statement);
    if (occurrences === undefined) this.#byStatement.set(statement, (occurrences = this.#findIn(statement)));
    return occurrences;
  }

  #findIn(statement: number): readonly Occurrence[] {
    const { start, end } = this.#layout.statementRange(statement);
    const occurrences: Occurrence[] = [];
    for (let at = start, behind = nameEnd(this.#layout.text, at); at < end; at = Math.max(at + 1, behind), behind = nameEnd(this.#layout.text, at)) {
      // A name that stands nowhere else ties its statement to nothing.
      const occurrence = behind === at || this.#layout.names.standsOnce(at, behind) ? undefined : occurrenceAt(this.#layout, at, behind, statement);
      if (occurrence !== undefined) occurrences.push(occurrence);
    }
    return occurrences;
  }

  #named(name: string): NameOccurrences {
    let named = this.#byName.get(name);
    if (named === undefined) this.#byName.set(name, (named = this.#findNamed(name)));
    return named;
  }

  #findNamed(name: string): NameOccurrences {
    const all: Occurrence[] = [];
    const definitions: number[] = [];
    for (const start of this.#layout.names.placesOf(name) ?? []) {
      const occurrence = occurrenceAt(this.#layout, start, start + name.length, this.#layout.statementAt(start));
      if (occurrence === undefined) continue;
      if (occurrence.defines) definitions.push(all.length);
      all.push(occurrence);
    }
    return { all, definitions };
  }

  /**
   * The statements that a statement is tied to by what it names, each once: the definitions that it reads, and the uses of what it defines up to the
   * next definition.
   */
  tiesOf(statement: number): readonly number[] {
    if (!this.#layout.derived(mayDefine)) return [];
    let ties = this.#ties.get(statement);
    if (ties === undefined) this.#ties.set(statement, (ties = this.#findTies(statement)));
    return ties;
  }

  #findTies(statement: number): readonly number[] {
    const ties = new Set<number>();
    // Which uses of a name there are in the statement makes no difference.
    const uses = new Set<string>();
    const definitions = new Set<string>();
    for (const { name, defines } of this.in(statement)) {
      const asked = defines ? definitions : uses;
      if (asked.has(name)) continue;
      asked.add(name);
      for (const tied of this.#tiesByName(name, statement, defines)) ties.add(tied);
    }
    return [...ties];
  }

  *#tiesByName(name: string, own: number, defines: boolean): Generator<number> {
    const named = this.#named(name);
    if (named.definitions.length === 0) return;
    const { all } = named;
    // A statement reads what was defined before it, unless it defines the name itself; or else what is defined first.
    const first = named.definitions[Math.max(0, lastDefinition(named, defines ? own : own - 1))] ?? 0;
    const definition = all[first]?.statement ?? own;
    if (definition !== own) yield definition;
    let count = 0;
    for (let i = firstBehind(all, definition, first + 1); i < all.length && count < mostUses; i++) {
      const item = all[i];
      if (item === undefined) break;
      if (item.defines) {
        // `x = f(x)` still reads the former x.
        if (item.statement !== own && isReadToo(all, i)) yield item.statement;
        break;
      }
      if (item.statement !== own) {
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
  return firstFailing(0, definitions.length, (index) => (all[definitions[index] ?? 0]?.statement ?? 0) <= statement) - 1;
}

/** Index of the first occurrence from `from` on that stands behind a statement. */
function firstBehind(all: readonly Occurrence[], statement: number, from: number): number {
  return firstFailing(from, all.length, (index) => (all[index]?.statement ?? statement) <= statement);
}

/** Whether the statement of an occurrence also has one that does not define the name. */
function isReadToo(all: readonly Occurrence[], index: number): boolean {
  const statement = all[index]?.statement;
  let first = index;
  while (all[first - 1]?.statement === statement) first--;
  for (let at = first; all[at]?.statement === statement; at++) if (all[at]?.defines === false) return true;
  return false;
}
