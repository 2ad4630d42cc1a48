import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { entriesOf, nodeOf } from '../folding/members.ts';
import type { Record, Value } from '../folding/value.ts';
import type { CallLike } from '../syntax/node.ts';
import type { ArgumentRole } from '../tables/request-clients.ts';
import type { CallReading } from './call-reading.ts';
import type { Argument } from './read-call.ts';
import { readArguments } from './read-call.ts';

const maxRequests = 64;

/** What the items of a batch are made of: `['POST', url, body, params]`. */
const roles: readonly ArgumentRole[] = ['skip', 'url', 'body', 'options'];
const names = ['method', 'url', 'body', 'params'] as const;

/** The requests of `http.batch([...])` of k6: lists or objects, in a list or in an object by names. */
export function readBatch(evaluator: Evaluator, call: CallLike, frame: Frame | undefined): readonly CallReading[] {
  const [first] = call.arguments;
  const batches = first && first.type !== 'SpreadElement' ? evaluator.evaluate(first, frame) : [];
  return batches
    .flatMap((batch) => (batch.kind === 'list' ? batch.items.flat() : batch.kind === 'record' ? batch.entries.flatMap((entry) => entry.values()) : []))
    .slice(0, maxRequests)
    .flatMap((item) => {
      const args = item.kind === 'list' ? item.items.map((values) => argumentOf(values)) : item.kind === 'record' ? names.map((name) => memberArgument(item, name)) : [];
      return args.length > 0 ? [readArguments(evaluator, args, roles)] : [];
    });
}

function argumentOf(values: readonly Value[]): Argument | undefined {
  const node = nodeOf(values[0]);
  return node && { values, node };
}

function memberArgument(item: Record, name: string): Argument | undefined {
  const [entry] = entriesOf(item, name);
  return entry && { values: entry.values(), node: entry.valueNode };
}
