import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode, FunctionNode, Node } from '../syntax/node.ts';
import { isClass, isFunction } from '../syntax/node.ts';
import { staticName } from '../syntax/property-name.ts';
import { classFacts } from './class-facts.ts';
import { argumentsOf } from './arguments.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';
import { applyCallable, parameterValues } from './functions.ts';
import { nest } from './mutations.ts';
import type { Class, Instance, Value } from './value.ts';

/** Superclasses that are looked through; a class may, in hostile code, extend itself. */
const maxAncestors = 8;

export function evaluateClass(node: ClassNode, frame: Frame | undefined): Class {
  return { kind: 'class', node, frame };
}

/** An instance made by `new`, its constructor's parameters, inherited or its own, bound to the arguments. */
export function construct(evaluator: Evaluator, target: Class, args: readonly (readonly Value[])[], site: Node): Instance {
  const instance: Instance = {
    kind: 'instance',
    class: target.node,
    node: site,
    get frame(): Frame | undefined {
      return frame;
    },
  };
  const frame = constructorFrame(evaluator, target, args, site, instance);
  return instance;
}

function constructorFrame(evaluator: Evaluator, target: Class, args: readonly (readonly Value[])[], site: Node, self: Instance): Frame | undefined {
  const constructor = constructorOf(evaluator, target.node);
  return constructor ? { function: constructor, argument: (index) => args[index], argumentCount: args.length, outer: target.frame, self, site } : target.frame;
}

/** The constructor of a class, or the one that it inherits. */
function constructorOf(evaluator: Evaluator, node: ClassNode): FunctionNode | undefined {
  let current: ClassNode | undefined = node;
  for (let depth = 0; current && depth < maxAncestors; depth += 1) {
    const { constructor } = classFacts(current, evaluator.keys);
    if (constructor) return constructor;
    current = superClassOf(evaluator, current)?.node;
  }
  return undefined;
}

/** The class of this program that another one extends. */
function superClassOf(evaluator: Evaluator, node: ClassNode): Class | undefined {
  const parent = node.superClass ? evaluator.single(node.superClass) : undefined;
  return parent?.kind === 'class' && parent.node !== node ? parent : undefined;
}

/** Whether a class is another one or extends it. */
export function isOrExtends(evaluator: Evaluator, node: ClassNode, ancestor: ClassNode): boolean {
  let current: ClassNode | undefined = node;
  for (let depth = 0; current && depth < maxAncestors; depth += 1) {
    if (current === ancestor) return true;
    current = superClassOf(evaluator, current)?.node;
  }
  return false;
}

/** `this`: what the call says, else the class or object literal around it. */
export function evaluateThis(evaluator: Evaluator, node: TSESTree.ThisExpression, frame: Frame | undefined): readonly Value[] {
  let owner: Node | undefined = node.parent;
  while (owner && !(isFunction(owner) && owner.type !== 'ArrowFunctionExpression') && owner.type !== 'PropertyDefinition') owner = owner.parent;
  const self = owner && isFunction(owner) ? frameOf(frame, owner)?.self : undefined;
  if (self) return [self];
  const member = owner?.type === 'PropertyDefinition' ? owner : owner?.parent;
  if ((member?.type === 'PropertyDefinition' || member?.type === 'MethodDefinition') && isClass(member.parent.parent)) {
    const outer = frameWithInstanceOf(evaluator, frame, member.parent.parent);
    if (member.static) return [evaluateClass(member.parent.parent, frame)];
    return [outer ?? { kind: 'instance', class: member.parent.parent, frame: undefined, node }];
  }
  if (member?.type === 'Property' && member.parent.type === 'ObjectExpression') return evaluator.evaluate(member.parent, frame);
  return [{ kind: 'opaque', origin: { kind: 'this', owner }, node }];
}

function frameWithInstanceOf(evaluator: Evaluator, frame: Frame | undefined, target: ClassNode): Value | undefined {
  for (let current = frame; current; current = current.outer) {
    if (current.self?.kind === 'instance' && isOrExtends(evaluator, current.self.class, target)) return current.self;
  }
  return undefined;
}

/** A member of an instance: its methods, its fields with everything the class assigns to them, inherited ones too. */
export function instanceMember(evaluator: Evaluator, instance: Instance, name: string, node: Node): readonly Value[] {
  let view: Pick<Instance, 'class' | 'frame'> | undefined = instance;
  for (let depth = 0; view && depth < maxAncestors; depth += 1) {
    const values = memberOfView(evaluator, instance, view, name, node);
    if (values) return values;
    view = superView(evaluator, instance, view);
  }
  return [{ kind: 'opaque', origin: { kind: 'field', class: instance.class, name }, node }];
}

/** What one class says of a member of an instance; `undefined` where it says nothing. */
function memberOfView(evaluator: Evaluator, self: Instance, { class: owner, frame }: Pick<Instance, 'class' | 'frame'>, name: string, node: Node): readonly Value[] | undefined {
  const facts = classFacts(owner, evaluator.keys);
  const method = facts.methods.get(name);
  if (method) return [{ kind: 'function', node: method, frame, self }];
  const getter = facts.getters.get(name);
  if (getter) return applyCallable(evaluator, { kind: 'function', node: getter, frame, self }, [], node);
  const values: Value[] = [];
  for (const { parameter, fn } of facts.parameterProperties.get(name) ?? []) {
    values.push(...parameterValues(evaluator, fn, parameter, frame, frameOf(frame, fn)));
  }
  for (const value of facts.assigned.get(name) ?? []) values.push(...evaluator.evaluate(value, frame));
  const told = values.filter((value) => value.kind !== 'constant' || (value.value !== undefined && value.value !== null));
  const patches = facts.patches.get(name) ?? [];
  if (told.length === 0) return undefined;
  return told.map((value) => {
    if (value.kind !== 'record' || patches.length === 0) return value;
    const entries = patches.map((patch) =>
      nest({ path: patch.path, node: patch.node }, { name: patch.name, node: patch.node, key: patch.keyNode, valueNode: patch.value, values: () => evaluator.evaluate(patch.value, frame), possible: true }),
    );
    return { ...value, entries: [...value.entries, ...entries], complete: value.complete && entries.every((entry) => entry.name !== undefined) };
  });
}

/** The same object seen as its superclass, where that is a class of this program; what `super(...)` is given binds the parameters of its constructor. */
function superView(evaluator: Evaluator, self: Instance, view: Pick<Instance, 'class' | 'frame'>): Pick<Instance, 'class' | 'frame'> | undefined {
  const parent = superClassOf(evaluator, view.class);
  if (!parent) return undefined;
  const { constructor, superCall } = classFacts(view.class, evaluator.keys);
  if (!constructor || !superCall) return { class: parent.node, frame: view.frame };
  return { class: parent.node, frame: constructorFrame(evaluator, parent, argumentsOf(evaluator, superCall, view.frame), superCall, self) };
}

export function classMember(evaluator: Evaluator, target: Class, name: string, node: Node): readonly Value[] {
  for (const member of target.node.body.body) {
    if ((member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') || !member.static || staticName(member) !== name) continue;
    if (member.type === 'PropertyDefinition') return member.value ? evaluator.evaluate(member.value, target.frame) : [evaluator.unknown(node)];
    if (isFunction(member.value)) {
      const method: Value = { kind: 'function', node: member.value as FunctionNode, frame: target.frame, self: target };
      return member.kind === 'get' ? applyCallable(evaluator, method, [], node) : [method];
    }
  }
  return [{ kind: 'opaque', origin: { kind: 'field', class: target.node, name }, node }];
}
