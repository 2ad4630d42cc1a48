import { colon, equals, isBlankAt, isWordAt } from '../characters/codes.ts';
import { lastAtMost } from '../layouts/brackets.ts';
import type { Operand } from './expressions.ts';
import { valueStart } from './separators.ts';

/** How many definitions on either side of a use are asked for their receiver, and how far in front of them that is looked for, in UTF-16 units. */
const mostOfReceiver = 50;
const longestReceiver = 200;

/** A place where a name is given a value. */
export interface Definition {
  readonly at: number;
  readonly valueAt: number;
  readonly operands: readonly Operand[];
}

/**
 * The places where one name is given a value. Whether one of its occurrences is such a place is found out when that matters: in minified code a name
 * stands in thousands of places, of which a few are ever asked for.
 */
export class Definitions {
  readonly #text: string;
  readonly #places: readonly number[];
  readonly #read: (at: number) => Definition | undefined;
  readonly #known: (Definition | 'none' | undefined)[] = [];
  /** For occurrences that define nothing, one further on towards the beginning and the end: everything between them defines nothing, either. */
  #towards: Readonly<Record<Step, Map<number, number>>> | undefined;

  /**
   * @param places - offsets at which the name stands, ascending.
   * @param read - reads the value that the name is given at an offset; `undefined` where it is given none.
   */
  constructor(text: string, places: readonly number[], read: (at: number) => Definition | undefined) {
    this.#text = text;
    this.#places = places;
    this.#read = read;
  }

  /** All of them, ascending. */
  [Symbol.iterator](): Iterator<Definition> {
    return this.#from(0, 1);
  }

  /** The last one in front of an offset. */
  lastBefore(offset: number): Definition | undefined {
    return firstOf(this.#from(this.#firstPlaceAt(offset) - 1, -1));
  }

  /**
   * The one that a use of the name means: the closest before it, of the same receiver where there is one.
   *
   * @param receiver - the name in front of the one that is defined, if it is not the object itself.
   */
  of(use: number, receiver: string | undefined): Definition | undefined {
    const next = this.#firstPlaceAt(use);
    const closest = receiver === undefined ? undefined : (this.#ofReceiver(next - 1, -1, use, receiver) ?? this.#ofReceiver(next, 1, use, receiver));
    return closest ?? firstOf(this.#others(next - 1, -1, use)) ?? firstOf(this.#others(0, 1, use));
  }

  /** The closest one with a receiver in front of it, in one direction. */
  #ofReceiver(first: number, step: Step, use: number, receiver: string): Definition | undefined {
    let count = 0;
    for (const definition of this.#others(first, step, use)) {
      if (standsBefore(this.#text, receiver, definition.at)) return definition;
      if (++count === mostOfReceiver) return undefined;
    }
    return undefined;
  }

  *#others(first: number, step: Step, use: number): Generator<Definition> {
    for (const definition of this.#from(first, step)) if (isOther(definition, use)) yield definition;
  }

  *#from(first: number, step: Step): Generator<Definition> {
    for (let index = first; ; index += step) {
      index = this.#firstDefining(index, step);
      const definition = this.#definitionAt(index);
      if (definition === undefined) return;
      yield definition;
    }
  }

  /** Index of the first occurrence that defines the name, in one direction; one out of reach where there is none. */
  #firstDefining(from: number, step: Step): number {
    let index = from;
    if (index < 0 || index >= this.#places.length || this.#definitionAt(index) !== undefined) return index;
    const towards = (this.#towards ??= { [-1]: new Map<number, number>(), 1: new Map<number, number>() })[step];
    const passed: number[] = [];
    while (index >= 0 && index < this.#places.length && this.#definitionAt(index) === undefined) {
      passed.push(index);
      index = towards.get(index) ?? index + step;
    }
    for (const each of passed) towards.set(each, index);
    return index;
  }

  #definitionAt(index: number): Definition | undefined {
    const at = this.#places[index];
    if (at === undefined) return undefined;
    const known = (this.#known[index] ??= this.#read(at) ?? 'none');
    return known === 'none' ? undefined : known;
  }

  /** Index of the first occurrence at an offset or behind it. */
  #firstPlaceAt(offset: number): number {
    return lastAtMost(this.#places, offset - 1) + 1;
  }
}

/** Towards the beginning of the text or towards its end. */
type Step = -1 | 1;

function firstOf(definitions: Iterable<Definition>): Definition | undefined {
  for (const definition of definitions) return definition;
  return undefined;
}

/** Whether a use stands elsewhere than in the value of a definition. */
function isOther({ valueAt, operands }: Definition, use: number): boolean {
  return valueAt !== use && !operands.some(({ start, end }) => start <= use && use < end);
}

/** Whether a word stands within some 200 units in front of an offset. */
function standsBefore(text: string, word: string, offset: number): boolean {
  const from = Math.max(0, offset - longestReceiver);
  const before = text.slice(from, offset);
  for (let at = before.indexOf(word); at !== -1; at = before.indexOf(word, at + 1)) {
    const end = at + word.length;
    if ((at === 0 || !isWordAt(before, at - 1)) && (end === before.length || !isWordAt(before, end))) return true;
  }
  return false;
}

/** Like {@link valueStart}, and for a label with a value next to it: `{ "key": "name", "value": ... }`. */
export function definitionStart(text: string, start: number, end: number): number {
  if (followsSeparator(text, start) && /["']?(?:name|key|id)["']?\s*[:=]\s*["']?$/.test(text.slice(Math.max(0, start - 20), start))) {
    const sibling = /^["']?\s*,?\s*(?:["']?\w+["']?\s*[:=]\s*["']?\w*["']?\s*,\s*)?["']?(?:value|currentValue|initialValue|default)["']?\s*[:=]\s*/.exec(text.slice(end, end + 160));
    if (sibling) return end + sibling[0].length;
  }
  if (text.charAt(end) === '(' && /[([,]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return -1;
  const value = valueStart(text, start, end);
  if (value === -1) return -1;
  const between = text.slice(end, value);
  return /[=:<,>-]|\s$|[({]$/.test(between) && !/^\s*[=!]==?/.test(between) ? value : -1;
}

/** Whether a colon or an equals sign stands in front of a word, blanks and a quote aside. */
function followsSeparator(text: string, start: number): boolean {
  let at = start - 1;
  if (text.charAt(at) === '"' || text.charAt(at) === "'") at--;
  while (isBlankAt(text, at)) at--;
  return text.charCodeAt(at) === colon || text.charCodeAt(at) === equals;
}
