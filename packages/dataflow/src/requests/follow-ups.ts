import { argumentsOf } from '../folding/calls.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import { computedText, concatenate, knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import type { Origin } from '../origins/origin.ts';
import type { ProgramIndex } from '../programs/program-index.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { requestMethods } from '../tables/request-clients.ts';
import { fieldsOf, overriding } from './field-sets.ts';
import type { Field, HttpRequest } from './request.ts';
import { clientCallOf } from './client-calls.ts';

/** Calls that go on building a request: `request.set(...)`, `xhr.open(...)`, `req.setHeader(...)`. */
export interface FollowUps {
  complete(request: HttpRequest): HttpRequest;
}

export function followUps(evaluator: Evaluator, index: ProgramIndex): FollowUps {
  const byRequest = new Map<Node, CallLike[]>();
  for (const name of Object.keys(requestMethods)) {
    for (const call of index.callsByMethod.get(name) ?? []) {
      if (call.callee.type !== 'MemberExpression') continue;
      for (const receiver of evaluator.evaluate(call.callee.object)) {
        const made = receiver.kind === 'opaque' ? requestIn(evaluator, receiver.origin) : undefined;
        if (made) byRequest.set(made, [...(byRequest.get(made) ?? []), call]);
      }
    }
  }
  return {
    complete: (request) => (byRequest.get(request.node) ?? []).reduce((built, call) => continued(evaluator, built, call), request),
  };
}

/** The innermost request call that a chain of calls started with. */
function requestIn(evaluator: Evaluator, origin: Origin): CallLike | undefined {
  for (let current: Origin = origin; ; ) {
    if (current.kind === 'call' || current.kind === 'construction') {
      if (current.node.type !== 'TaggedTemplateExpression' && clientCallOf(evaluator, current.node)?.kind === 'request') return current.node;
      current = current.callee;
    } else if (current.kind === 'member') {
      current = current.base;
    } else {
      return undefined;
    }
  }
}

function continued(evaluator: Evaluator, request: HttpRequest, call: CallLike): HttpRequest {
  const method = call.callee.type === 'MemberExpression' && call.callee.property.type === 'Identifier' ? call.callee.property.name : '';
  const args = argumentsOf(evaluator, call, request.frame);
  const [first = [], second = []] = args;
  const [firstNode, secondNode] = call.arguments;
  if (!firstNode) return request;
  switch (requestMethods[method]) {
    case 'header': {
      const name = knownText(first[0]);
      if (secondNode && name !== undefined) return withHeader(request, { name: name.toLowerCase(), values: second, node: secondNode, key: firstNode });
      const fields = secondNode ? { fields: [], complete: false } : fieldsOf(first, firstNode);
      return { ...request, headers: overriding(fields, request.headers) };
    }
    case 'url':
      return secondNode && request.client === 'xhr' ? { ...request, url: { values: second, node: secondNode } } : request;
    case 'body':
      return firstNode.type === 'ArrowFunctionExpression' || firstNode.type === 'FunctionExpression' ? request : { ...request, body: { values: first, node: firstNode } };
    case 'query':
      return { ...request, query: overriding(fieldsOf(first, firstNode), request.query) };
    case 'auth': {
      const bearer = method === 'bearer' || args.slice(1).some((values) => values.some(saysBearer));
      const scheme = bearer ? 'Bearer ' : 'Basic ';
      const values = first.map((value) => concatenate([computedText(scheme, firstNode), value]) ?? value);
      return withHeader(request, { name: 'authorization', values, node: firstNode, key: firstNode });
    }
    default:
      return request;
  }
}

function saysBearer(value: Value): boolean {
  return value.kind === 'record' && value.entries.some((entry) => entry.name === 'type' && entry.values().some((type) => knownText(type) === 'bearer'));
}

function withHeader(request: HttpRequest, field: Field): HttpRequest {
  return { ...request, headers: overriding({ fields: [field], complete: true }, request.headers) };
}
