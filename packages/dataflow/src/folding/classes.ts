import type { TSESTree } from '@typescript-eslint/types';
import type { Origin } from '../origins/origin.ts';
import type { ClassNode, FunctionNode, Node } from '../syntax/node.ts';
import { isClass, isFunction } from '../syntax/node.ts';
import { staticName } from '../syntax/property-name.ts';
import { classFacts } from './class-facts.ts';
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

/** An instance made by `new`, its constructor's parameters bound to the arguments. */
export function construct(evaluator: Evaluator, target: Class, args: readonly (readonly Value[])[], site: Node): Instance {
  const constructor = classFacts(target.node, evaluator.keys).constructor;
  if (!constructor) return { kind: 'instance', class: target.node, frame: target.frame, node: site };
  const instance: Instance = {
    kind: 'instance',
    class: target.node,
    node: site,
    frame: {
      function: constructor,
      argument: (index) => args[index],
      argumentCount: args.length,
      outer: target.frame,
      get self(): Instance {
        return instance;
      },
      site,
    },
  };
  return instance;
}

/** `this`: what the call says, else the class or object literal around it. */
export function evaluateThis(evaluator: Evaluator, node: TSESTree.ThisExpression, frame: Frame | undefined): readonly Value[] {
  let owner: Node | undefined = node.parent;
  while (owner && !(isFunction(owner) && owner.type !== 'ArrowFunctionExpression') && owner.type !== 'PropertyDefinition') owner = owner.parent;
  const self = owner && isFunction(owner) ? frameOf(frame, owner)?.self : undefined;
  if (self) return [self];
  const member = owner?.type === 'PropertyDefinition' ? owner : owner?.parent;
  if ((member?.type === 'PropertyDefinition' || member?.type === 'MethodDefinition') && isClass(member.parent.parent)) {
    const outer = frameWithInstanceOf(frame, member.parent.parent);
    if (member.static) return [evaluateClass(member.parent.parent, frame)];
    return [outer ?? { kind: 'instance', class: member.parent.parent, frame: undefined, node }];
  }
  if (member?.type === 'Property' && member.parent.type === 'ObjectExpression') return evaluator.evaluate(member.parent, frame);
  return [{ kind: 'opaque', origin: { kind: 'this', owner }, node }];
}

function frameWithInstanceOf(frame: Frame | undefined, target: ClassNode): Value | undefined {
  for (let current = frame; current; current = current.outer) {
    if (current.self?.kind === 'instance' && current.self.class === target) return current.self;
  }
  return undefined;
}

/** A member of an instance: its methods, its fields with everything the class assigns to them, inherited ones too. */
export function instanceMember(evaluator: Evaluator, instance: Instance, name: string, node: Node, depth = 0): readonly Value[] {
  const facts = classFacts(instance.class, evaluator.keys);
  const method = facts.methods.get(name);
  if (method) return [{ kind: 'function', node: method, frame: instance.frame, self: instance }];
  const getter = facts.getters.get(name);
  if (getter) return applyCallable(evaluator, { kind: 'function', node: getter, frame: instance.frame, self: instance }, [], node);
  const values: Value[] = [];
  for (const { parameter, fn } of facts.parameterProperties.get(name) ?? []) {
    values.push(...parameterValues(evaluator, fn, parameter, instance.frame, frameOf(instance.frame, fn)));
  }
  for (const value of facts.assigned.get(name) ?? []) values.push(...evaluator.evaluate(value, instance.frame));
  const told = values.filter((value) => value.kind !== 'constant' || (value.value !== undefined && value.value !== null));
  const patches = facts.patches.get(name) ?? [];
  if (told.length > 0) {
    return told.map((value) => {
      if (value.kind !== 'record' || patches.length === 0) return value;
      const entries = patches.map((patch) =>
        nest({ path: patch.path, node: patch.node }, { name: patch.name, node: patch.node, key: patch.keyNode, valueNode: patch.value, values: () => evaluator.evaluate(patch.value, instance.frame), possible: true }),
      );
      return { ...value, entries: [...value.entries, ...entries], complete: value.complete && entries.every((entry) => entry.name !== undefined) };
    });
  }
  const inherited = depth < maxAncestors ? superInstance(evaluator, instance) : undefined;
  if (inherited) return instanceMember(evaluator, inherited, name, node, depth + 1);
  const origin: Origin = { kind: 'field', class: instance.class, name };
  return [{ kind: 'opaque', origin, node }];
}

/** The same object seen as its superclass, where that is a class of this program. */
function superInstance(evaluator: Evaluator, instance: Instance): Instance | undefined {
  const { superClass } = instance.class;
  const parent = superClass ? evaluator.single(superClass) : undefined;
  return parent?.kind === 'class' && parent.node !== instance.class ? { ...instance, class: parent.node } : undefined;
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
