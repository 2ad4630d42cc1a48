import { argumentsOf } from '../folding/arguments.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import { computedText, concatenate, knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import type { Origin } from '../origins/origin.ts';
import type { ProgramIndex } from '../programs/program-index.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import type { BuilderRole, RequestClient } from '../tables/request-clients.ts';
import { requestClients, requestMethods } from '../tables/request-clients.ts';
import { joinedUrl } from './assembled-request.ts';
import { fieldsOf, overriding } from './field-sets.ts';
import type { Field, HttpRequest } from './request.ts';
import { clientCallOf } from './client-calls.ts';

/** Methods that go on building a request, those of a client only where the text names the client: `response.json()` is in most programs. */
function methodNames(source: string): ReadonlySet<string> {
  const present = requestClients.filter(({ builders, modules }) => builders && modules?.some((module) => source.includes(module)));
  return new Set([...Object.keys(requestMethods), ...present.flatMap(({ builders }) => Object.keys(builders ?? {}))]);
}

interface FollowUp {
  readonly call: CallLike;
  readonly role: BuilderRole;
}

/** Calls that go on building a request: `request.set(...)`, `xhr.open(...)`, `req.setHeader(...)`. */
export interface FollowUps {
  complete(request: HttpRequest): HttpRequest;
}

export function followUps(evaluator: Evaluator, index: ProgramIndex): FollowUps {
  const byRequest = new Map<Node, FollowUp[]>();
  for (const name of methodNames(evaluator.source)) {
    for (const call of index.callsByMethod.get(name) ?? []) {
      if (call.callee.type !== 'MemberExpression') continue;
      for (const receiver of evaluator.evaluate(call.callee.object)) {
        const made = receiver.kind === 'opaque' ? requestIn(evaluator, receiver.origin) : undefined;
        const role = made && roleOf(made.builders ?? requestMethods, name);
        if (made && role) byRequest.set(made.call, [...(byRequest.get(made.call) ?? []), { call, role }]);
      }
    }
  }
  return {
    // What is set on the instance comes first: the request itself may set it anew.
    complete: (request) =>
      [...(request.instances ?? []), request.node].flatMap((node) => byRequest.get(node) ?? []).reduce((built, { call, role }) => continued(evaluator, built, call, role), request),
  };
}

/** The innermost call of a chain that makes a request or an instance. */
function requestIn(evaluator: Evaluator, origin: Origin): { readonly call: CallLike; readonly builders: RequestClient['builders'] } | undefined {
  for (let current: Origin = origin; ; ) {
    if (current.kind === 'call' || current.kind === 'construction') {
      const made = current.node.type === 'TaggedTemplateExpression' ? undefined : clientCallOf(evaluator, current.node);
      if (made && current.node.type !== 'TaggedTemplateExpression' && (made.kind === 'request' || made.client.builders)) return { call: current.node, builders: made.client.builders };
      current = current.callee;
    } else if (current.kind === 'member') {
      current = current.base;
    } else {
      return undefined;
    }
  }
}

function continued(evaluator: Evaluator, request: HttpRequest, call: CallLike, role: BuilderRole): HttpRequest {
  const args = argumentsOf(evaluator, call, request.frame);
  const [first = [], second = []] = args;
  const [firstNode, secondNode] = call.arguments;
  if (!firstNode) return request;
  switch (role) {
    case 'header': {
      const name = knownText(first[0]);
      if (secondNode && name !== undefined) return withHeader(request, { name: name.toLowerCase(), values: second, node: secondNode, key: firstNode });
      const fields = secondNode ? { fields: [], complete: false } : fieldsOf(first, firstNode);
      return { ...request, headers: overriding(fields, request.headers) };
    }
    case 'url':
      if (request.client === 'xhr') return secondNode ? { ...request, url: { values: second, node: secondNode } } : request;
      return { ...request, url: joinedUrl(request.url, { values: first, node: firstNode }) };
    case 'headers':
      return { ...request, headers: overriding(fieldsOf(first, firstNode), request.headers) };
    case 'authorization':
      return withHeader(request, { name: 'authorization', values: first, node: firstNode, key: firstNode });
    case 'body':
      return firstNode.type === 'ArrowFunctionExpression' || firstNode.type === 'FunctionExpression' ? request : { ...request, body: { values: first, node: firstNode } };
    case 'query':
      return { ...request, query: overriding(fieldsOf(first, firstNode), request.query) };
    case 'auth': {
      // `auth(user, password, sendImmediately, bearer)` of request.
      const at = args[3] && first.every((value) => value.kind === 'constant') ? 3 : 0;
      const node = call.arguments[at] ?? firstNode;
      const bearer = at === 3 || calleeName(call) === 'bearer' || args.slice(1).some((values) => values.some(saysBearer));
      const values = (args[at] ?? []).map((value) => concatenate([computedText(bearer ? 'Bearer ' : 'Basic ', node), value]) ?? value);
      return withHeader(request, { name: 'authorization', values, node, key: firstNode });
    }
    default:
      return request;
  }
}

function roleOf(table: Readonly<Record<string, BuilderRole>>, name: string): BuilderRole | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function saysBearer(value: Value): boolean {
  return value.kind === 'record' && value.entries.some((entry) => entry.name === 'type' && entry.values().some((type) => knownText(type) === 'bearer'));
}

function withHeader(request: HttpRequest, field: Field): HttpRequest {
  return { ...request, headers: overriding({ fields: [field], complete: true }, request.headers) };
}
