import type { Node } from '../syntax/node.ts';
import { effectiveEntries } from './members.ts';
import type { Entry, Record, Value } from './value.ts';

/** Entries that are looked at below one object: objects may hold themselves. */
const budget = 1_000;

/** Lists in lists that are looked into. */
const maxDepth = 4;

/** The records among values, those in lists and in what opaque values carry too. */
export function recordsIn(values: readonly Value[], depth = 0): readonly Record[] {
  if (depth > maxDepth) return [];
  return values.flatMap((value) => {
    if (value.kind === 'record') return [value];
    if (value.kind === 'list') return value.items.slice(0, budget).flatMap((item) => recordsIn(item, depth + 1));
    return value.kind === 'opaque' ? recordsIn(value.carries ?? [], depth + 1) : [];
  });
}

/** An entry at any depth; `inner` tells whether its value is no object whose entries follow. */
export interface NestedEntry {
  readonly entry: Entry;
  readonly inner: boolean;
}

/** The entries of an object and of the objects in it, outermost first, each object once. */
export function nestedEntries(record: Record): readonly NestedEntry[] {
  const seen = new Set<Node>([record.node]);
  const queue: Entry[] = [...effectiveEntries(record)];
  const found: NestedEntry[] = [];
  for (let entry = queue.shift(); entry !== undefined && found.length < budget; entry = queue.shift()) {
    const records = recordsIn(entry.values()).filter((value) => value.type === undefined);
    found.push({ entry, inner: records.length === 0 });
    for (const deeper of records) {
      if (seen.has(deeper.node)) continue;
      seen.add(deeper.node);
      if (queue.length < budget) queue.push(...effectiveEntries(deeper));
    }
  }
  return found;
}
