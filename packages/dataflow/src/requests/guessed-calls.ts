import { argumentsOf } from '../folding/arguments.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { entriesOf } from '../folding/members.ts';
import type { Value } from '../folding/value.ts';
import { optionNames } from '../tables/request-clients.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import type { Hosts } from './destination.ts';
import { destinationOf } from './destination.ts';
import { requestOf } from './assembled-request.ts';
import { readCall } from './read-call.ts';
import type { HttpRequest } from './request.ts';

/**
 * A call of something unknown that is a request by its arguments: a URL with headers or options next to it.
 * Headers are never taken for complete here.
 */
export function guessedCall(evaluator: Evaluator, call: CallLike, frame: Frame | undefined, hosts: Hosts): HttpRequest | undefined {
  if (call.arguments.length === 0 || call.arguments.length > 5 || !call.arguments.some((argument) => mayHoldHeaders(evaluator, argument))) return undefined;
  // What a test expects of a call is no call.
  if (/^(?:to)?(?:HaveBeen|Be)?(?:Last|Nth)?(?:Called|called)/.test(calleeName(call) ?? '')) return undefined;
  const callees = evaluator.evaluate(call.callee, frame);
  if (callees.some((callee) => callee.kind === 'function' || callee.kind === 'class')) return undefined;
  const args = argumentsOf(evaluator, call, frame);
  const records = args.map((values) => values.find((value) => value.kind === 'record'));
  const withHeaders = records.findIndex((record) => record && optionNames.headers.some((name) => entriesOf(record, name).length > 0));
  if (withHeaders === -1) return undefined;
  const record = records[withHeaders];
  const own = record && ['url', 'uri', ...optionNames.base].some((name) => entriesOf(record, name).length > 0);
  const urlAt = own ? withHeaders : args.findIndex((values) => isAbsolute(values, hosts));
  if (urlAt === -1) return undefined;
  const roles = args.map((_, index) => (index === withHeaders ? 'options' : index === urlAt ? 'url' : 'body'));
  const request = requestOf({ client: 'unknown', node: call, frame, kind: 'request' }, [readCall(evaluator, call, roles, frame)]);
  return { ...request, headers: { ...request.headers, complete: false } };
}

function isAbsolute(values: readonly Value[], hosts: Hosts): boolean {
  return values.some((value) => {
    const { kind } = destinationOf(value, hosts);
    return kind === 'submit' || kind === 'staging' || kind === 'other' || kind === 'loopback';
  });
}

const headerNames: ReadonlySet<string> = new Set(optionNames.headers);

/** Whether an argument is, or is a variable that was declared as, an object with headers or with a spread. */
function mayHoldHeaders(evaluator: Evaluator, argument: Node): boolean {
  const inner = unwrap(argument);
  if (inner.type === 'ObjectExpression') {
    return inner.properties.some((property) => property.type === 'SpreadElement' || headerNames.has(nameOfKey(property.key) ?? ''));
  }
  if (inner.type !== 'Identifier') return false;
  const declaration = evaluator.bindings.variableOf(inner)?.defs[0]?.node as Node | undefined;
  return declaration?.type === 'VariableDeclarator' && declaration.init?.type === 'ObjectExpression' && mayHoldHeaders(evaluator, declaration.init);
}
