import { isWordAt } from '../characters/codes.ts';
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
 * The definition of a name that a use of it means: the closest one before it, of the same receiver where there is one.
 *
 * @param definitions - ascending.
 * @param receiver - the name in front of the one that is defined, if it is not the object itself.
 */
export function definitionFor(text: string, definitions: readonly Definition[], use: number, receiver: string | undefined): Definition | undefined {
  const next = firstFrom(definitions, use);
  const closest = receiver === undefined ? undefined : ofReceiver(text, definitions, next, use, receiver);
  return closest ?? lastOther(definitions, next, use) ?? definitions.find((definition) => isOther(definition, use));
}

/** The closest definition with a receiver in front of it: of some before the use the last one, or else of some behind it the first. */
function ofReceiver(text: string, definitions: readonly Definition[], next: number, use: number, receiver: string): Definition | undefined {
  const firstOf = (first: number, step: 1 | -1): Definition | undefined => {
    for (let index = first, count = 0; count < mostOfReceiver; index += step) {
      const definition = definitions[index];
      if (definition === undefined) return undefined;
      if (!isOther(definition, use)) continue;
      if (standsBefore(text, receiver, definition.at)) return definition;
      count++;
    }
    return undefined;
  };
  return firstOf(next - 1, -1) ?? firstOf(next, 1);
}

/** Index of the first definition at `use` or behind it. */
function firstFrom(definitions: readonly Definition[], use: number): number {
  let low = 0;
  let high = definitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((definitions[middle]?.at ?? use) < use) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last definition in front of an index that is not the use itself. */
function lastOther(definitions: readonly Definition[], end: number, use: number): Definition | undefined {
  for (let index = end - 1; index >= 0; index--) {
    const definition = definitions[index];
    if (definition !== undefined && isOther(definition, use)) return definition;
  }
  return undefined;
}

/** Whether a use stands elsewhere than in the value of a definition. */
function isOther({ valueAt, operands }: Definition, use: number): boolean {
  return valueAt !== use && !operands.some(({ start, end }) => start <= use && use < end);
}

/** Whether a word stands within some 200 units in front of an offset. */
function standsBefore(text: string, word: string, offset: number): boolean {
  const from = Math.max(0, offset - longestReceiver);
  for (let at = text.indexOf(word, from); at !== -1 && at + word.length <= offset; at = text.indexOf(word, at + 1)) {
    if ((at === from || !isWordAt(text, at - 1)) && (at + word.length === offset || !isWordAt(text, at + word.length))) return true;
  }
  return false;
}

/** Like {@link valueStart}, and for a label with a value next to it: `{ "key": "name", "value": ... }`. */
export function definitionStart(text: string, start: number, end: number): number {
  if (/["']?(?:name|key|id)["']?\s*[:=]\s*["']?$/.test(text.slice(Math.max(0, start - 20), start))) {
    const sibling = /^["']?\s*,?\s*(?:["']?\w+["']?\s*[:=]\s*["']?\w*["']?\s*,\s*)?["']?(?:value|currentValue|initialValue|default)["']?\s*[:=]\s*/.exec(text.slice(end, end + 160));
    if (sibling) return end + sibling[0].length;
  }
  if (text.charAt(end) === '(' && /[([,]\s*$/.test(text.slice(Math.max(0, start - 3), start))) return -1;
  const value = valueStart(text, start, end);
  if (value === -1) return -1;
  const between = text.slice(end, value);
  return /[=:<,>-]|\s$|[({]$/.test(between) && !/^\s*[=!]==?/.test(between) ? value : -1;
}
