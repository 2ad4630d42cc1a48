import type { TSESTree } from '@typescript-eslint/types';
import { nameOfKey } from '../syntax/property-name.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { limits } from './limits.ts';
import { placeContent, placeTemplateChunk } from './literal-place.ts';
import { combinations, concatenate, knownText, textOf } from './text.ts';
import type { Entry, List, Opaque, Record, Value } from './value.ts';

export function evaluateLiteral(evaluator: Evaluator, node: TSESTree.Literal): Value {
  if ('regex' in node) return { kind: 'pattern', source: node.regex.pattern, flags: node.regex.flags, node };
  if (typeof node.value === 'string') {
    if (node.value.length > limits.textLength) return evaluator.unknown(node);
    const place = placeContent(evaluator.source, node.range[0] + 1, node.range[1] - 1, node.value);
    return textOf({ kind: 'piece', text: node.value, place, node, via: [] });
  }
  // A tree that has travelled as JSON has no value there.
  return { kind: 'constant', value: 'bigint' in node ? BigInt(node.bigint) : node.value, node };
}

export function evaluateTemplate(evaluator: Evaluator, node: TSESTree.TemplateLiteral, frame: Frame | undefined): readonly Value[] {
  const choices: (readonly Value[])[] = [];
  for (const [index, chunk] of node.quasis.entries()) {
    const cooked = chunk.value.cooked ?? '';
    if (cooked.length > limits.textLength) return [evaluator.unknown(node)];
    const place = placeTemplateChunk(evaluator.source, chunk, cooked, chunk.value.raw);
    choices.push([textOf({ kind: 'piece', text: cooked, place, node, via: [] })]);
    const expression = node.expressions[index];
    if (expression) choices.push(evaluator.evaluate(expression, frame));
  }
  return combinations(choices).map((row) => concatenate(row) ?? evaluator.unknown(node));
}

export function evaluateArray(evaluator: Evaluator, node: TSESTree.ArrayExpression, frame: Frame | undefined): Value {
  const items: (readonly Value[])[] = [];
  let complete = true;
  for (const element of node.elements) {
    if (items.length >= limits.items) return evaluator.unknown(node);
    if (element === null) {
      items.push([{ kind: 'constant', value: undefined, node }]);
    } else if (element.type === 'SpreadElement') {
      const spread = itemsOf(evaluator.single(element.argument, frame));
      items.push(...(spread?.items ?? [evaluator.evaluate(element.argument, frame)]));
      complete &&= spread?.complete ?? false;
    } else {
      items.push(evaluator.evaluate(element, frame));
    }
  }
  return { kind: 'list', items, complete, node };
}

/** The items of a list, or the characters of a known text. */
export function itemsOf(value: Value | undefined): Pick<List, 'items' | 'complete'> | undefined {
  if (value?.kind === 'list') return value;
  const text = knownText(value);
  if (value?.kind !== 'text' || text === undefined || text.length > limits.items) return undefined;
  const items = value.parts.flatMap((part) =>
    part.kind === 'piece'
      ? [...part.text].map((char, index) => [textOf({ ...part, text: char, place: part.place.exact ? { start: part.place.start + index, end: part.place.start + index + 1, exact: true } : part.place })])
      : [],
  );
  return { items, complete: true };
}

export function evaluateObject(evaluator: Evaluator, node: TSESTree.ObjectExpression, frame: Frame | undefined): Value {
  const entries: Entry[] = [];
  const spreads: Opaque[] = [];
  let complete = true;
  for (const property of node.properties) {
    if (entries.length >= limits.entries) return evaluator.unknown(node);
    if (property.type === 'SpreadElement') {
      complete = spreadInto(entries, spreads, evaluator.evaluate(property.argument, frame)) && complete;
      continue;
    }
    const name = property.computed ? computedName(evaluator, property.key, frame) : nameOfKey(property.key);
    complete &&= name !== undefined;
    const { value } = property;
    entries.push({
      name,
      node: property,
      key: property.key,
      valueNode: value,
      values: () =>
        property.kind === 'get'
          ? evaluator.apply({ kind: 'function', node: value as TSESTree.FunctionExpression, frame }, [], node)
          : evaluator.evaluate(value, frame),
    });
  }
  return { kind: 'record', entries, complete, node, spreads };
}

/** The name that a computed key folds to. */
function computedName(evaluator: Evaluator, key: TSESTree.Node, frame: Frame | undefined): string | undefined {
  return knownText(evaluator.single(key, frame));
}

/** Adds what `...values` brings; tells whether all of it is known. */
export function spreadInto(entries: Entry[], spreads: Opaque[], values: readonly Value[]): boolean {
  let complete = true;
  for (const value of values) {
    if (value.kind === 'record') {
      entries.push(...(values.length === 1 ? value.entries : value.entries.map((entry) => ({ ...entry, possible: true }))));
      spreads.push(...value.spreads);
      complete &&= value.complete;
    } else if (value.kind === 'opaque') {
      spreads.push(value);
      complete = false;
    } else if (value.kind !== 'constant') {
      complete = false;
    }
  }
  if (entries.length <= limits.entries) return complete;
  entries.length = limits.entries;
  return false;
}

/** A record that is not written as an object literal. */
export function recordOf(node: TSESTree.Node, entries: readonly Entry[], complete = true, type?: string): Record {
  return { kind: 'record', entries, complete, node, spreads: [], ...(type === undefined ? {} : { type }) };
}
