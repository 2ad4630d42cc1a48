import type { TSESTree } from '@typescript-eslint/types';
import { recordOf } from './literals.ts';
import { knownText } from './text.ts';
import type { Opaque, Record, Value } from './value.ts';

type Arguments = readonly (readonly Value[])[];

/** `request.headers.set(name, value)` of headers that are not known: those, and one more. */
export function withHeader(receiver: Opaque, args: Arguments, node: TSESTree.CallExpression): Record {
  const name = knownText(args[0]?.[0]);
  const headers: Record = { ...recordOf(node, [], false, 'Headers'), spreads: [receiver] };
  return name === undefined ? headers : withEntry(headers, name, args[1] ?? [], node);
}

/** `headers.set(name, value)` as an expression, which some kinds of headers and parameters return anew. */
export function withEntry(record: Record, name: string, values: readonly Value[], node: TSESTree.CallExpression): Record {
  const entry = { name, node, key: node.arguments[0] ?? node, valueNode: node.arguments[1] ?? node, values: () => values };
  return { ...record, entries: [...record.entries, entry] };
}
