import type { TSESTree } from '@typescript-eslint/types';
import type { Evaluator } from '../folding/evaluator.ts';
import { knownText } from '../folding/text.ts';
import type { Origin, Step } from '../origins/origin.ts';
import { routeOf } from '../origins/origin.ts';
import type { ProgramIndex } from '../programs/program-index.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { isFunction, unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { optionNames } from '../tables/request-clients.ts';
import { fieldsOf } from './field-sets.ts';
import { addedHeaders } from './hooks.ts';
import type { CallReading } from './call-reading.ts';
import { readCall } from './read-call.ts';
import type { FieldSet } from './request.ts';
import { noFields } from './request.ts';

/** Defaults and interceptors that the program adds to an instance after it was made, or to a client itself. */
export interface InstanceAdditions {
  of(instance: CallLike): readonly CallReading[];
  ofClient(name: string): readonly CallReading[];
}

const clientRoots: Readonly<Record<string, string>> = { axios: 'axios', $: 'jquery', jQuery: 'jquery', jquery: 'jquery', ky: 'ky', got: 'got' };

export function additionsTo(evaluator: Evaluator, index: ProgramIndex): InstanceAdditions {
  const byInstance = new Map<Node | string, CallReading[]>();
  const add = (target: Node | string | undefined, reading: CallReading): void => {
    if (target !== undefined) byInstance.set(target, [...(byInstance.get(target) ?? []), reading]);
  };
  for (const assignment of index.assignments) {
    if (assignment.left.type !== 'MemberExpression') continue;
    const told = defaultOf(evaluator, assignment.left, assignment.right);
    if (told) add(told.target, told.reading);
  }
  for (const call of index.callsByMethod.get('ajaxSetup') ?? []) {
    if (call.callee.type === 'MemberExpression') add(targetOf(evaluator, call.callee.object)?.key, readCall(evaluator, call, ['options'], undefined));
  }
  for (const name of ['use', 'onRequest', 'intercept']) {
    for (const call of index.callsByMethod.get(name) ?? []) {
      const target = call.callee.type === 'MemberExpression' ? targetOf(evaluator, call.callee.object) : undefined;
      if (!target || !/^(?:interceptors\.request|)$/.test(target.path.join('.'))) continue;
      const functions = call.arguments.flatMap((argument) => (argument.type === 'SpreadElement' ? [] : functionsAt(evaluator, argument)));
      const fields = functions.flatMap((fn) => (isFunction(fn) ? addedHeaders(evaluator, fn) : []));
      add(target.key, reading({ headers: { fields, complete: false } }));
    }
  }
  return { of: (instance) => byInstance.get(instance) ?? [], ofClient: (name) => byInstance.get(name) ?? [] };
}

function functionsAt(evaluator: Evaluator, argument: TSESTree.Expression): readonly Node[] {
  return evaluator.evaluate(argument).flatMap((value): readonly Node[] => {
    if (value.kind === 'function') return [value.node];
    if (value.kind !== 'record') return [];
    return value.entries.flatMap((entry) => entry.values().flatMap((inner) => (inner.kind === 'function' ? [inner.node] : [])));
  });
}

/** `client.defaults.headers.common.X = v`, `client.defaults.baseURL = v`. */
function defaultOf(evaluator: Evaluator, left: TSESTree.MemberExpression, right: Node): { readonly target: Node | string; readonly reading: CallReading } | undefined {
  const name = left.computed ? knownText(evaluator.single(left.property)) : nameOfKey(left.property);
  const target = targetOf(evaluator, left.object);
  if (target?.path[0] !== 'defaults' || name === undefined) return undefined;
  const values = evaluator.evaluate(right);
  if (target.path.length === 1 && (optionNames.base as readonly string[]).includes(name)) {
    return { target: target.key, reading: reading({ base: { values, node: right } }) };
  }
  if (target.path[1] !== 'headers' && name !== 'headers') return undefined;
  const headers: FieldSet = /^(?:headers|common|get|post|put|patch|delete)$/.test(name)
    ? fieldsOf(values, right)
    : { fields: [{ name: name.toLowerCase(), values, node: right, key: left.property }], complete: true };
  return { target: target.key, reading: reading({ headers }) };
}

/** What is added to: the call that made the instance or the name of the client, and the member path on it. */
function targetOf(evaluator: Evaluator, object: Node): { readonly key: Node | string; readonly path: readonly string[] } | undefined {
  const value = evaluator.single(unwrap(object));
  if (value?.kind !== 'opaque') return undefined;
  const { root, steps } = routeOf(value.origin);
  const at = steps.findLastIndex((step) => 'call' in step);
  const path = steps.slice(at + 1).flatMap((step) => ('name' in step ? [step.name] : []));
  const key = at === -1 ? rootName(root) : callOf(steps[at]);
  return key === undefined ? undefined : { key, path };
}

function rootName(root: Origin): string | undefined {
  const name = root.kind === 'global' ? root.name : root.kind === 'import' ? root.module : '';
  return Object.hasOwn(clientRoots, name) ? clientRoots[name] : undefined;
}

function callOf(step: Step | undefined): Node | undefined {
  return step && 'call' in step ? step.call : undefined;
}

function reading(part: Partial<CallReading>): CallReading {
  return { url: undefined, base: undefined, headers: noFields, query: noFields, body: undefined, ...part };
}
