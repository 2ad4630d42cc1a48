import type { TSESTree } from '@typescript-eslint/types';
import type { Reference, Variable } from '../scopes/scope-manager.ts';
import type { Node } from '../syntax/node.ts';
import { outward } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';

/** `variable.a.b = v`, `variable.set('a', v)`, `Object.assign(variable, v)`, `delete variable.a`. */
export interface Mutation {
  /** Member path from the variable to the object that is changed. */
  readonly path: readonly string[];
  /** The name set, as a node where it is computed; `undefined` for `Object.assign`. */
  readonly key: Node | string | undefined;
  readonly keyNode: Node;
  readonly method: 'assign' | 'set' | 'merge' | 'push' | 'delete';
  readonly value: Node;
  readonly node: Node;
}

/** What the references of one variable say, gathered once. */
export interface VariableFacts {
  readonly writes: readonly Reference[];
  readonly mutations: readonly Mutation[];
  /** Places from which unknown code could change the object: arguments, aliases, returns. */
  readonly escapes: readonly Node[];
  /** More happens to it than is looked at. */
  readonly busy: boolean;
}

const maxMutations = 64;
const known = new WeakMap<Variable, VariableFacts>();

export function factsOf(variable: Variable): VariableFacts {
  const cached = known.get(variable);
  if (cached) return cached;
  const writes: Reference[] = [];
  const mutations: Mutation[] = [];
  const escapes: Node[] = [];
  for (const reference of variable.references) {
    if (reference.isWrite() && !reference.init) writes.push(reference);
    if (!reference.isRead() || mutations.length > maxMutations) continue;
    const mutation = mutationAt(reference.identifier as Node);
    if (mutation === 'escape') escapes.push(reference.identifier as Node);
    else if (mutation) mutations.push(...mutation);
  }
  const facts = { writes, mutations, escapes, busy: mutations.length > maxMutations };
  known.set(variable, facts);
  return facts;
}

function mutationAt(identifier: Node): readonly Mutation[] | 'escape' | undefined {
  const path: (string | undefined)[] = [];
  let { node, parent } = outward(identifier);
  let last: TSESTree.MemberExpression | undefined;
  while (parent?.type === 'MemberExpression' && parent.object === node) {
    last = parent;
    path.push(parent.computed ? undefined : nameOfKey(parent.property));
    ({ node, parent } = outward(parent));
  }
  if (!parent) return undefined;
  if (!last) return wholeUse(node, parent);
  if (parent.type === 'AssignmentExpression' && parent.left === node) {
    const inner = path.slice(0, -1);
    if (inner.some((name) => name === undefined)) return 'escape';
    const key = path[path.length - 1] ?? last.property;
    return [{ path: inner as string[], key, keyNode: last.property, method: 'assign', value: parent.right, node: parent }];
  }
  if (parent.type === 'UnaryExpression' && parent.operator === 'delete') {
    const inner = path.slice(0, -1);
    const key = path[path.length - 1] ?? last.property;
    return inner.some((name) => name === undefined) ? undefined : [{ path: inner as string[], key, keyNode: last.property, method: 'delete', value: parent, node: parent }];
  }
  const called = parent.type === 'CallExpression' && parent.callee === node ? methodCall(path, parent) : undefined;
  return called && [called];
}

function methodCall(path: readonly (string | undefined)[], call: TSESTree.CallExpression): Mutation | undefined {
  const method = path[path.length - 1];
  const inner = path.slice(0, -1);
  if (inner.some((name) => name === undefined)) return undefined;
  const [first, second] = call.arguments;
  const [key, value] = [first, second].map((argument) => (argument?.type === 'SpreadElement' ? undefined : argument));
  const base = { path: inner as string[], node: call };
  if ((method === 'set' || method === 'append' || method === 'setHeader' || method === 'setRequestHeader' || method === 'header') && key && value) {
    return { ...base, key, keyNode: key, method: 'set', value };
  }
  if (method === 'setAuthorization' && key && !value) return { ...base, key: 'Authorization', keyNode: key, method: 'set', value: key };
  if ((method === 'push' || method === 'unshift' || method === 'add') && key && !value) {
    return { ...base, key: undefined, keyNode: key, method: 'push', value: key };
  }
  return undefined;
}

function wholeUse(node: Node, parent: Node): readonly Mutation[] | 'escape' | undefined {
  switch (parent.type) {
    case 'CallExpression': {
      const [target, ...sources] = parent.arguments;
      const callee = parent.callee;
      const assign =
        callee.type === 'MemberExpression' && callee.object.type === 'Identifier' && callee.object.name === 'Object' && nameOfKey(callee.property) === 'assign';
      if (assign && target === node && sources.length > 0 && sources.every((source) => source.type !== 'SpreadElement')) {
        return sources.map((source) => ({ path: [], key: undefined, keyNode: source, method: 'merge', value: source, node: parent }));
      }
      return parent.callee === node ? undefined : 'escape';
    }
    case 'NewExpression':
    case 'AssignmentExpression':
    case 'ReturnStatement':
    case 'ArrayExpression':
    case 'ArrowFunctionExpression':
    case 'ExportSpecifier':
    case 'ExportDefaultDeclaration':
      return 'escape';
    default:
      return undefined;
  }
}
