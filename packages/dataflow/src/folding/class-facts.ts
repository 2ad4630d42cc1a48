import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode, FunctionNode, Node, VisitorKeys } from '../syntax/node.ts';
import { isClass, isFunction, outward } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { walk } from '../syntax/walk.ts';

interface FieldPatch {
  readonly path: readonly string[];
  readonly name: string | undefined;
  readonly keyNode: Node;
  readonly value: Node;
  readonly node: Node;
}

/** What a class says of its instances, gathered once. */
export interface ClassFacts {
  readonly constructor: FunctionNode | undefined;
  /** `super(...)` in the constructor. */
  readonly superCall: TSESTree.CallExpression | undefined;
  readonly methods: ReadonlyMap<string, FunctionNode>;
  readonly getters: ReadonlyMap<string, FunctionNode>;
  /** Initialisers and every `this.name = value`. */
  readonly assigned: ReadonlyMap<string, readonly Node[]>;
  /** `this.name.a.b = value`. */
  readonly patches: ReadonlyMap<string, readonly FieldPatch[]>;
  /** `constructor(private readonly name: string)`. */
  readonly parameterProperties: ReadonlyMap<string, readonly { readonly parameter: Node; readonly fn: FunctionNode }[]>;
}

const known = new WeakMap<ClassNode, ClassFacts>();
const maxAssignments = 16;

export function classFacts(node: ClassNode, keys: VisitorKeys): ClassFacts {
  const cached = known.get(node);
  if (cached) return cached;
  const facts = gather(node, keys);
  known.set(node, facts);
  return facts;
}

function gather(node: ClassNode, keys: VisitorKeys): ClassFacts {
  const methods = new Map<string, FunctionNode>();
  const getters = new Map<string, FunctionNode>();
  const assigned = new Map<string, Node[]>();
  const patches = new Map<string, FieldPatch[]>();
  const parameterProperties = new Map<string, { parameter: Node; fn: FunctionNode }[]>();
  let constructor: FunctionNode | undefined;
  let superCall: TSESTree.CallExpression | undefined;
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition' && isFunction(member.value) && !member.static) {
      const name = staticName(member);
      if (member.kind === 'constructor') constructor = member.value;
      else if (name !== undefined && member.kind !== 'set') (member.kind === 'get' ? getters : methods).set(name, member.value);
    } else if (member.type === 'PropertyDefinition' && !member.static && member.value) {
      add(assigned, staticName(member), member.value);
    }
  }
  for (const parameter of constructor?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty' || !constructor) continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    add(parameterProperties, target.name, { parameter: target, fn: constructor });
  }
  walk(node.body, keys, (inner) => {
    if (inner.type === 'ThisExpression') assignmentOf(inner, assigned, patches);
    if (inner.type === 'CallExpression' && inner.callee.type === 'Super') superCall ??= inner;
    return !isClass(inner);
  });
  return { constructor, superCall, methods, getters, assigned, patches, parameterProperties };
}

function assignmentOf(self: TSESTree.ThisExpression, assigned: Map<string, Node[]>, patches: Map<string, FieldPatch[]>): void {
  const path: (string | undefined)[] = [];
  let { node, parent } = outward(self);
  let last: TSESTree.MemberExpression | undefined;
  while (parent?.type === 'MemberExpression' && parent.object === node) {
    last = parent;
    path.push(parent.computed ? undefined : nameOfKey(parent.property));
    ({ node, parent } = outward(parent));
  }
  if (!last || parent?.type !== 'AssignmentExpression' || parent.left !== node || parent.operator !== '=') return;
  const [field, ...rest] = path;
  const name = rest.pop();
  if (path.length === 1) add(assigned, field, parent.right);
  else if (rest.every((step) => step !== undefined)) add(patches, field, { path: rest, name, keyNode: last.property, value: parent.right, node: parent });
}

function add<T>(map: Map<string, T[]>, name: string | undefined, item: T): void {
  if (name === undefined) return;
  const items = map.get(name);
  if (!items) map.set(name, [item]);
  else if (items.length < maxAssignments) items.push(item);
}
