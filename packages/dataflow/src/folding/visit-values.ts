import { effectiveEntries } from './members.ts';
import type { Opaque, Part, Piece, Value } from './value.ts';

/** Values that are looked at below one question. */
const budget = 1_000;

/** How often an object or list that is written once is looked at: calls of its function may give it other values. */
const visitsPerNode = 3;

export interface ValueVisitor {
  readonly piece?: (piece: Piece) => void;
  /** Returns `false` to leave out what the value carries. */
  readonly opaque?: (opaque: Opaque) => boolean | undefined;
}

/** Visits everything that can be read in `values`: pieces, holes, items, members and what opaque values carry. */
export function visitValues(values: readonly Value[], visitor: ValueVisitor): void {
  const [only] = values;
  if (only && values.length === 1 && visitPlain(only, visitor)) return;
  const seen = new Set<object>();
  const visits = new Map<object, number>();
  const stack: Value[] = [...values].reverse();
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (seen.has(value) || seen.size > budget) continue;
    seen.add(value);
    if (value.kind === 'record' || value.kind === 'list') {
      const count = (visits.get(value.node) ?? 0) + 1;
      visits.set(value.node, count);
      if (count > visitsPerNode) continue;
    }
    switch (value.kind) {
      case 'text':
        for (const part of value.parts) {
          if (part.kind === 'piece') visitor.piece?.(part);
          else stack.push(part);
        }
        break;
      case 'opaque':
        if (visitor.opaque?.(value) !== false) stack.push(...(value.carries ?? []), ...(value.holds ?? []));
        break;
      case 'list':
        for (const item of value.items) stack.push(...item);
        break;
      case 'record':
        stack.push(...value.spreads);
        for (const entry of effectiveEntries(value)) if (seen.size < budget) stack.push(...entry.values());
        break;
      default:
    }
  }
}

/** Most questions are about one value without anything in it: they need no memory of what was seen. Tells whether this was one. */
function visitPlain(value: Value, visitor: ValueVisitor): boolean {
  if (value.kind === 'text') {
    if (value.parts.length > 1 || !value.parts.every(isPlain)) return false;
    for (const part of value.parts) {
      if (part.kind === 'piece') visitor.piece?.(part);
      else visitor.opaque?.(part);
    }
    return true;
  }
  if (value.kind === 'opaque') {
    if (!isPlain(value)) return false;
    visitor.opaque?.(value);
    return true;
  }
  return value.kind !== 'list' && value.kind !== 'record';
}

function isPlain(part: Part): boolean {
  return part.kind === 'piece' || (!part.carries && !part.holds);
}
