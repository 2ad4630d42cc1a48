import { argumentsOf } from '../folding/arguments.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import type { ArgumentRole } from '../tables/request-clients.ts';
import type { CallReading } from './call-reading.ts';
import { merge, nothing } from './call-reading.ts';
import { fieldsOf, overriding } from './field-sets.ts';
import { addressOf, readOptions } from './read-options.ts';
import type { Address } from './request.ts';

/** An argument: its values, and where it is written. */
export interface Argument {
  readonly values: readonly Value[];
  readonly node: Node;
}

/** Reads the arguments of a call by their roles. */
export function readCall(evaluator: Evaluator, call: CallLike, roles: readonly ArgumentRole[], frame: Frame | undefined): CallReading {
  const args = argumentsOf(evaluator, call, frame);
  const reading = readArguments(evaluator, args.map((values, index) => argumentAt(call, values, index)), roles);
  if (call.arguments.length <= roles.length && args.length >= call.arguments.length) return reading;
  const rest = call.arguments.slice(roles.length).filter((argument) => !argument.type.includes('Function'));
  return rest.length > 0 ? { ...reading, headers: { ...reading.headers, complete: false } } : reading;
}

function argumentAt(call: CallLike, values: readonly Value[], index: number): Argument | undefined {
  const node = call.arguments[index];
  return node && { values, node };
}

export function readArguments(evaluator: Evaluator, args: readonly (Argument | undefined)[], roles: readonly ArgumentRole[]): CallReading {
  let reading = nothing;
  for (const [index, role] of roles.entries()) {
    const argument = args[index];
    if (!argument) continue;
    const { values, node } = argument;
    const record = values.find((value) => value.kind === 'record' && value.type === undefined);
    if (role === 'options' || (record && (role === 'url' || role === 'method'))) reading = merge(reading, readOptions(evaluator, values, node));
    else if (role === 'url' || (role === 'method' && looksLikeUrl(values))) reading = merge(reading, { ...nothing, url: argument });
    else if (role === 'headers') reading = merge(reading, { ...nothing, url: pseudoPath(values), headers: fieldsOf(values, node) });
    else if (role === 'body') reading = { ...reading, body: argument };
    else if (role === 'query') reading = { ...reading, query: overriding(fieldsOf(values, node), reading.query) };
  }
  return reading;
}

/** `:path` among the headers of HTTP/2. */
function pseudoPath(values: readonly Value[]): Address | undefined {
  const record = values.find((value) => value.kind === 'record');
  return record?.kind === 'record' ? addressOf(record, [':path']) : undefined;
}

function looksLikeUrl(values: readonly Value[]): boolean {
  return values.some((value) => !/^[A-Z]{3,7}$/i.test(knownText(value) ?? '/'));
}
