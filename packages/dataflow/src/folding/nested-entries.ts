import type { Node } from '../syntax/node.ts';
import { effectiveEntries } from './members.ts';
import type { Entry, Record, Value } from './value.ts';

/** Entries that are looked at below one object: objects may hold themselves. */
const budget = 1_000;

/** The records among values, those in what opaque values carry too. */
export function recordsIn(values: readonly Value[]): readonly Record[] {
  return values.flatMap((value) => {
    if (value.kind === 'record') return [value];
    return value.kind === 'opaque' ? (value.carries ?? []).filter((inner) => inner.kind === 'record') : [];
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
