import type { TSESTree } from '@typescript-eslint/types';
import type { Origin } from '../origins/origin.ts';
import { namesOf } from '../origins/origin.ts';
import { staticName } from '../syntax/property-name.ts';
import { classMember, instanceMember } from './classes.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { limits } from './limits.ts';
import { itemsOf } from './literals.ts';
import { knownText } from './text.ts';
import type { Entry, Opaque, Record, Value } from './value.ts';

export function evaluateMember(evaluator: Evaluator, node: TSESTree.MemberExpression, frame: Frame | undefined): readonly Value[] {
  const objects = evaluator.evaluate(node.object, frame);
  const name = staticName(node) ?? keyText(evaluator, node, frame);
  if (name === undefined) return objects.flatMap((object) => anyMember(evaluator, object, node));
  return objects.flatMap((object) => memberOf(evaluator, object, name, node));
}

/** A member whose name is not known: any of those that are written there, `keys[process.env.NODE_ENV]`. */
function anyMember(evaluator: Evaluator, object: Value, node: TSESTree.Node): readonly Value[] {
  if (object.kind === 'record' && object.complete) {
    const values = effectiveEntries(object).slice(0, limits.alternatives).flatMap((entry) => entry.values());
    if (values.length > 0) return [...values, evaluator.unknown(node)];
  }
  return [evaluator.unknown(node)];
}

function keyText(evaluator: Evaluator, node: TSESTree.MemberExpression, frame: Frame | undefined): string | undefined {
  return node.computed ? knownText(evaluator.single(node.property, frame)) : undefined;
}

/** The values of the member `name` of a value; `node` is where it is read. */
export function memberOf(evaluator: Evaluator, value: Value, name: string | undefined, node: TSESTree.Node = nodeOf(value)): readonly Value[] {
  if (name === undefined) return [evaluator.unknown(node)];
  switch (value.kind) {
    case 'record': {
      const found = entriesOf(value, name).flatMap((entry) => entry.values());
      if (found.length > 0) return found;
      if (value.type === 'URL' || value.type === 'URLSearchParams') return urlMember(value, name) ?? [evaluator.unknown(node)];
      if (value.complete) return [{ kind: 'constant', value: undefined, node }];
      return value.spreads.length > 0
        ? value.spreads.map((spread) => ({ kind: 'opaque', origin: { kind: 'member', base: spread.origin, name }, node }))
        : [evaluator.unknown(node)];
    }
    case 'list':
    case 'text': {
      const items = itemsOf(value);
      if (name === 'length') return items?.complete ? [{ kind: 'constant', value: items.items.length, node }] : [evaluator.unknown(node)];
      return (/^\d+$/.test(name) ? items?.items[Number(name)] : undefined) ?? [evaluator.unknown(node)];
    }
    case 'instance':
      return instanceMember(evaluator, value, name, node);
    case 'class':
      return classMember(evaluator, value, name, node);
    case 'opaque': {
      const carried = value.carries?.flatMap((inner) => (inner.kind === 'record' ? entriesOf(inner, name).flatMap((entry) => entry.values()) : [])) ?? [];
      if (carried.length > 0) return carried;
      // A character of a text shows nothing of it.
      const cut = /^\d+$/.test(name) && !(namesOf(value.origin).at(-1) ?? 's').endsWith('s');
      const origin: Origin = { kind: 'member', base: value.origin, name };
      const set = (value.holds ?? []).flatMap((record) => entriesOf(record, name).flatMap((entry) => entry.values()));
      const member: Opaque = { kind: 'opaque', origin, node, ...(cut ? { cut } : {}), ...(value.through ? { through: value.through } : {}) };
      const holds = set.filter((inner) => inner.kind === 'record');
      return [holds.length > 0 ? { ...member, holds } : member, ...set.filter((inner) => inner.kind === 'text' || inner.kind === 'opaque')];
    }
    default:
      return [evaluator.unknown(node)];
  }
}

/** The node that a value was made at; for text, that of its first part. */
export function nodeOf(value: Value): TSESTree.Node;
export function nodeOf(value: Value | undefined): TSESTree.Node | undefined;
export function nodeOf(value: Value | undefined): TSESTree.Node | undefined {
  return value?.kind === 'text' ? value.parts[0]?.node : value?.node;
}

/** Most questions for a member end here; no list is made for them. */
const noEntries: readonly Entry[] = [];

/**
 * The entries of a record that may hold the member `name`, the deciding one first. Header-like records
 * (`Headers`) ignore case.
 */
export function entriesOf(record: Record, name: string): readonly Entry[] {
  const wanted = record.type === 'Headers' ? name.toLowerCase() : name;
  let found: Entry[] | undefined;
  for (let index = record.entries.length - 1; index >= 0; index -= 1) {
    const entry = record.entries[index];
    if (!entry || (record.type === 'Headers' ? entry.name?.toLowerCase() : entry.name) !== wanted) continue;
    (found ??= []).push(entry);
    if (!entry.possible && !entry.patch) break;
  }
  return found === undefined ? noEntries : found.some((entry) => entry.patch) ? patched(found) : found;
}

/** The entries of a record that are not surely hidden by later ones of the same name. */
export function effectiveEntries(record: Record): readonly Entry[] {
  const hidden = new Set<string>();
  const kept: Entry[] = [];
  for (let index = record.entries.length - 1; index >= 0; index -= 1) {
    const entry = record.entries[index];
    if (!entry || (entry.name !== undefined && hidden.has(entry.name))) continue;
    kept.push(entry);
    if (entry.name !== undefined && !entry.possible && !entry.patch) hidden.add(entry.name);
  }
  return kept.reverse();
}

/** Merges entries that set into a record (`config.headers.X = v`) with the record they set into. */
function patched(found: readonly Entry[]): readonly Entry[] {
  const [first] = found;
  if (!first) return [];
  const values = (): readonly Value[] => {
    const patches = found.filter((entry) => entry.patch).flatMap((entry) => entry.values());
    const extra = patches.flatMap((value) => (value.kind === 'record' ? [...value.entries] : []));
    const bases = found.filter((entry) => !entry.patch).flatMap((entry) => entry.values());
    const records = bases.filter((value) => value.kind === 'record');
    if (records.length > 0) return records.map((value) => ({ ...value, entries: [...value.entries, ...extra.reverse()] }));
    const opaque = bases.length > 0;
    return patches.map((value) => (value.kind === 'record' ? { ...value, entries: extra, complete: !opaque && value.complete } : value));
  };
  return [{ ...first, patch: false, values }];
}

function urlMember(value: Record, name: string): readonly Value[] | undefined {
  if (value.type === 'URL' && (name === 'href' || name === 'toString')) return entriesOf(value, 'href').flatMap((entry) => entry.values());
  return undefined;
}
