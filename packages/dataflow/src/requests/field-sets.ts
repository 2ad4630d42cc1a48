import { knownText } from '../folding/text.ts';
import { nodeOf } from '../folding/members.ts';
import type { List, Value } from '../folding/value.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import type { Node } from '../syntax/node.ts';
import type { Field, FieldSet } from './request.ts';
import { noFields } from './request.ts';

/** Headers or parameters out of what stands for them: objects, `Headers`, lists of pairs. */
export function fieldsOf(values: readonly Value[], node: Node): FieldSet {
  const fields: Field[] = [];
  let complete = true;
  for (const value of values) {
    const one = fieldsOfOne(value);
    fields.push(...one.fields);
    complete &&= one.complete;
  }
  return { fields, complete, node, holders: holdersOf(values) };
}

export function holdersOf(values: readonly Value[]): readonly Variable[] {
  return values.flatMap((value) => (value.kind === 'record' ? (value.holders ?? []) : []));
}

function fieldsOfOne(value: Value): FieldSet {
  if (value.kind === 'constant') return noFields;
  if (value.kind === 'list' && value.items[0]?.[0]?.kind === 'text') return flatFields(value);
  if (value.kind === 'list') {
    const fields = value.items.flatMap((item): readonly Field[] => {
      const pair = item[0];
      if (pair?.kind !== 'list') return [];
      const name = knownText(pair.items[0]?.[0]);
      return name === undefined ? [] : [{ name: name.toLowerCase(), values: pair.items[1] ?? [], node: pair.node, key: pair.node }];
    });
    return { fields, complete: value.complete && fields.length === value.items.length };
  }
  if (value.kind !== 'record') {
    const carried = value.kind === 'opaque' ? [...(value.carries ?? []), ...(value.holds ?? [])].filter((inner) => inner.kind === 'record') : [];
    return { fields: carried.flatMap((inner) => fieldsOfOne(inner).fields), complete: false };
  }
  // A later entry of the same name takes the place of an earlier one, unless a branch may leave it out.
  const kept = new Map<string, Field[]>();
  for (const entry of value.entries) {
    if (entry.name === undefined) continue;
    const name = entry.name.toLowerCase();
    if (entry.patch) {
      kept.set(name, fieldsOf(entry.values(), entry.node).fields as Field[]);
      continue;
    }
    const field: Field = { name, values: entry.values(), node: entry.valueNode, key: entry.key };
    kept.set(name, entry.possible ? [...(kept.get(name) ?? []), field] : [field]);
  }
  return { fields: [...kept.values()].flat(), complete: value.complete };
}

/** `['Authorization', value, ...]`: names and values in turn. */
function flatFields({ items, complete }: List): FieldSet {
  const fields: Field[] = [];
  for (let at = 0; at + 1 < items.length; at += 2) {
    const name = items[at]?.[0];
    const values = items[at + 1] ?? [];
    const text = knownText(name);
    const node = nodeOf(values[0]);
    if (name && text !== undefined && node) fields.push({ name: text.toLowerCase(), values, node, key: nodeOf(name) });
  }
  return { fields, complete: complete && fields.length * 2 === items.length };
}

/** Fields of `later` in front of those of `earlier`, which they hide by name. */
export function overriding(later: FieldSet, earlier: FieldSet): FieldSet {
  if (later === noFields) return earlier;
  if (earlier === noFields) return later;
  const names = new Set(later.fields.map((field) => field.name));
  const node = later.node ?? earlier.node;
  return {
    fields: [...later.fields, ...earlier.fields.filter((field) => !names.has(field.name))],
    complete: later.complete && earlier.complete,
    holders: [...(later.holders ?? []), ...(earlier.holders ?? [])],
    ...(node ? { node } : {}),
  };
}
