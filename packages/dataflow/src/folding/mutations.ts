import type { Variable } from '../scopes/scope-manager.ts';
import type { Node } from '../syntax/node.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { recordOf } from './literals.ts';
import { limits } from './limits.ts';
import { knownText } from './text.ts';
import type { Entry, List, Opaque, Record, Value } from './value.ts';
import type { Mutation } from './variable-facts.ts';
import { factsOf } from './variable-facts.ts';
import { livesUntil } from './writes.ts';

/** A value with what is later set into it through the variable that holds it, as far as it can have happened by `use`. */
export function withMutations(evaluator: Evaluator, variable: Variable, value: Value, use: Node, frame: Frame | undefined): Value {
  if (value.kind !== 'record' && value.kind !== 'list' && value.kind !== 'opaque') return value;
  const facts = factsOf(variable);
  if (facts.mutations.length === 0 && value.kind === 'opaque') return value;
  const live = facts.mutations.filter((mutation) => livesUntil(mutation.node, use) !== 'never');
  if (value.kind === 'list') return pushed(evaluator, value, live, frame);
  if (value.kind === 'opaque') return setInto(evaluator, value, live, use, frame);
  return mutated(evaluator, { ...value, holders: [...(value.holders ?? []), variable] }, live, facts.busy, use, frame);
}

/** An unknown object with what is assigned to its members. */
function setInto(evaluator: Evaluator, value: Opaque, mutations: readonly Mutation[], use: Node, frame: Frame | undefined): Opaque {
  const base = recordOf(use, [], false);
  const entries = mutations.filter(({ method }) => method === 'assign' || method === 'merge').flatMap((mutation) => entriesFor(evaluator, base, mutation, use, frame));
  return entries.length === 0 ? value : { ...value, holds: [...(value.holds ?? []), { ...base, entries: entries.slice(0, limits.entries) }] };
}

function pushed(evaluator: Evaluator, list: List, mutations: readonly Mutation[], frame: Frame | undefined): List {
  const items = mutations.filter((mutation) => mutation.method === 'push' && mutation.path.length === 0);
  if (items.length === 0 || list.items.length + items.length > limits.items) return list;
  return { ...list, items: [...list.items, ...items.map((mutation) => evaluator.evaluate(mutation.value, frame))] };
}

function mutated(evaluator: Evaluator, record: Record, mutations: readonly Mutation[], busy: boolean, use: Node, frame: Frame | undefined): Record {
  const entries: Entry[] = [];
  for (const mutation of mutations) if (entries.length <= limits.entries) entries.push(...entriesFor(evaluator, record, mutation, use, frame));
  const room = limits.entries - record.entries.length;
  if (entries.length > room) return { ...record, entries: [...record.entries, ...entries.slice(0, Math.max(0, room))], complete: false };
  const known = entries.every((entry) => entry.name !== undefined) && !busy;
  return entries.length === 0 && known ? record : { ...record, entries: [...record.entries, ...entries], complete: record.complete && known };
}

function entriesFor(evaluator: Evaluator, record: Record, mutation: Mutation, use: Node, frame: Frame | undefined): readonly Entry[] {
  if (mutation.method === 'set' && mutation.path.length === 0 && record.type === undefined) return [];
  if (mutation.method === 'push') return [];
  const possible = livesUntil(mutation.node, use) === 'perhaps';
  if (mutation.method === 'merge') {
    return evaluator
      .evaluate(mutation.value, frame)
      .flatMap((value) => (value.kind === 'record' ? value.entries.map((entry) => ({ ...entry, possible })) : [unnamed(mutation, evaluator, frame)]));
  }
  const name = typeof mutation.key === 'string' ? mutation.key : mutation.key && knownText(evaluator.single(mutation.key, frame));
  const leaf: Entry = {
    name,
    node: mutation.node,
    key: mutation.keyNode,
    valueNode: mutation.value,
    values: () => (mutation.method === 'delete' ? [{ kind: 'constant', value: undefined, node: mutation.node }] : evaluator.evaluate(mutation.value, frame)),
    possible,
  };
  return [nest(mutation, leaf)];
}

/** `a.b.c = v` on the record `a`: an entry `b` that is set into, holding `c`. */
export function nest(mutation: Pick<Mutation, 'path' | 'node'>, leaf: Entry): Entry {
  return [...mutation.path].reverse().reduce<Entry>(
    (inner, name) => ({ ...inner, name, patch: true, values: () => [recordOf(mutation.node, [inner])] }),
    leaf,
  );
}

function unnamed(mutation: Mutation, evaluator: Evaluator, frame: Frame | undefined): Entry {
  return { name: undefined, node: mutation.node, key: mutation.keyNode, valueNode: mutation.value, values: () => evaluator.evaluate(mutation.value, frame) };
}
