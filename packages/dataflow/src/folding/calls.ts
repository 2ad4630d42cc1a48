import type { TSESTree } from '@typescript-eslint/types';
import type { Origin } from '../origins/origin.ts';
import { namesOf, routeOf } from '../origins/origin.ts';
import type { Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { staticName } from '../syntax/property-name.ts';
import { isRedactor } from '../tables/redactors.ts';
import type { Arguments } from './arguments.ts';
import { argumentsOf } from './arguments.ts';
import { construct } from './classes.ts';
import { constructors } from './constructors.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { applyCallable } from './functions.ts';
import { knownFunctions } from './known-functions.ts';
import { callListMethod } from './list-methods.ts';
import { evaluateTemplate } from './literals.ts';
import { withEntry, withHeader } from './holder-methods.ts';
import { entriesOf, memberOf } from './members.ts';
import { callOpaqueMethod } from './opaque-methods.ts';
import { signalType } from './reactive-functions.ts';
import { carrying, combinations, computedText, knownText } from './text.ts';
import { textMethods } from './text-methods.ts';
import type { Value } from './value.ts';

export function evaluateCall(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame | undefined): readonly Value[] {
  const callee = unwrap(node.callee);
  const leaf = callee.type === 'Identifier' ? callee.name : callee.type === 'MemberExpression' ? staticName(callee) : undefined;
  if (leaf !== undefined && isRedactor(leaf)) return [evaluator.unknown(node)];
  const args = argumentsOf(evaluator, node, frame);
  if (callee.type === 'MemberExpression') {
    const name = staticName(callee) ?? (callee.computed ? knownText(evaluator.single(callee.property, frame)) : undefined);
    if (name === undefined) return [evaluator.unknown(node)];
    return evaluator.evaluate(callee.object, frame).flatMap((receiver) => callMethod(evaluator, receiver, name, args, node));
  }
  return evaluator.evaluate(callee, frame).flatMap((value) => callValue(evaluator, value, args, node));
}

function callMethod(evaluator: Evaluator, receiver: Value, name: string, args: Arguments, node: TSESTree.CallExpression): readonly Value[] {
  const apply = (callee: Value, inner: Arguments): readonly Value[] | undefined => (callee.kind === 'function' ? applyCallable(evaluator, callee, inner, node) : undefined);
  if (name === 'then' && args[0]?.[0]?.kind === 'function') return apply(args[0][0], [[receiver]]) ?? [evaluator.unknown(node)];
  if (name === 'catch' || name === 'finally') return [receiver];
  switch (receiver.kind) {
    case 'text': {
      const method = Object.hasOwn(textMethods, name) ? textMethods[name] : undefined;
      if (method) {
        const told = combinations(args).map((row) => method(receiver, row, node));
        if (told.every((value) => value !== undefined)) return told;
      }
      return [callOpaqueMethod(receiver, name, args, { kind: 'expression', node }, node)];
    }
    case 'list':
      return callListMethod(name, receiver, args, node, apply) ?? [carrying(node, { kind: 'expression', node }, [receiver])];
    case 'bytes': {
      const encoding = knownText(args[0]?.[0]) ?? 'utf8';
      if (name !== 'toString' || !Buffer.isEncoding(encoding)) return [evaluator.unknown(node)];
      return [computedText(Buffer.from(receiver.bytes).toString(encoding), receiver.node, receiver.from, receiver.via)];
    }
    case 'constant':
      return [typeof receiver.value === 'number' && name === 'toString' ? numberToText(receiver.value, args, node) : evaluator.unknown(node)];
    case 'record':
      if (receiver.type !== undefined) {
        const key = knownText(args[0]?.[0]);
        const found = name === 'get' && key !== undefined ? entriesOf(receiver, key).flatMap((entry) => entry.values()) : [];
        if (found.length > 0) return found;
        if ((name === 'set' || name === 'append') && key !== undefined) return [withEntry(receiver, key, args[1] ?? [], node)];
        if (name === 'toString' && receiver.type === 'URL') return memberOf(evaluator, receiver, 'href');
        return [carrying(node, { kind: 'expression', node }, [receiver])];
      }
      break;
    case 'function':
      if (name === 'bind') return [receiver];
      if (name === 'call') return applyCallable(evaluator, receiver, args.slice(1), node);
      break;
    case 'opaque':
      if (name === 'bind') return [receiver];
      if ((name === 'set' || name === 'append') && args.length === 2 && /headers$/i.test(namesOf(receiver.origin).at(-1) ?? '')) return [withHeader(receiver, args, node)];
      return callOpaque(evaluator, { kind: 'member', base: receiver.origin, name }, args, node, { receiver, name });
    default:
  }
  return memberOf(evaluator, receiver, name, node).flatMap((value) => callValue(evaluator, value, args, node));
}

function numberToText(value: number, args: Arguments, node: Node): Value {
  const radix = args[0]?.[0];
  const base = radix?.kind === 'constant' && typeof radix.value === 'number' ? radix.value : 10;
  return computedText(value.toString(base >= 2 && base <= 36 ? base : 10), node);
}

function callValue(evaluator: Evaluator, callee: Value, args: Arguments, node: TSESTree.CallExpression): readonly Value[] {
  if (callee.kind === 'function') return applyCallable(evaluator, callee, args, node);
  if (callee.kind === 'opaque') return callOpaque(evaluator, callee.origin, args, node);
  if (callee.kind === 'record' && callee.type === signalType) return memberOf(evaluator, callee, 'value', node);
  return [evaluator.unknown(node)];
}

/** A call of something the program does not define: a known function folds, a transparent one carries its arguments. */
function callOpaque(
  evaluator: Evaluator,
  callee: Origin,
  args: Arguments,
  node: TSESTree.CallExpression,
  method?: { readonly receiver: Value; readonly name: string },
): readonly Value[] {
  const name = functionName(callee);
  const known = Object.hasOwn(knownFunctions, name) ? knownFunctions[name] : undefined;
  if (known) {
    const values = known({ evaluator, node, args, origin: { kind: 'call', callee, node } });
    if (values) return values;
  }
  const module = name === 'require' ? knownText(args[0]?.[0]) : undefined;
  if (module !== undefined) return [{ kind: 'opaque', origin: { kind: 'import', module, name: '*' }, node }];
  const origin: Origin = { kind: 'call', callee, node };
  return [method ? callOpaqueMethod(method.receiver, method.name, args, origin, node) : { kind: 'opaque', origin, node }];
}

/** `Buffer.from`, `node:util.inspect`: how {@link knownFunctions} and {@link constructors} spell what is called. */
export function functionName(origin: Origin): string {
  const { root, steps } = routeOf(origin);
  if (steps.some((step) => 'call' in step)) return '';
  const names = namesOf(origin);
  if (root.kind === 'global') return names.join('.').replace(/^(?:globalThis|window|self|global)\./, '');
  if (root.kind !== 'import') return '';
  const module = root.module.replace(/^node:/, '');
  return module === 'buffer' || module === 'url' ? names.join('.') : [module, ...names].join(':');
}

export function evaluateNew(evaluator: Evaluator, node: TSESTree.NewExpression, frame: Frame | undefined): readonly Value[] {
  const args = argumentsOf(evaluator, node, frame);
  return evaluator.evaluate(node.callee, frame).flatMap((callee): readonly Value[] => {
    if (callee.kind === 'class') return [construct(evaluator, callee, args, node)];
    if (callee.kind !== 'opaque') return [evaluator.unknown(node)];
    const name = functionName(callee.origin);
    const origin: Origin = { kind: 'construction', callee: callee.origin, node };
    const build = Object.hasOwn(constructors, name) ? constructors[name] : undefined;
    return build?.({ evaluator, node, args, origin }) ?? [{ kind: 'opaque', origin, node }];
  });
}

export function evaluateTagged(evaluator: Evaluator, node: TSESTree.TaggedTemplateExpression, frame: Frame | undefined): readonly Value[] {
  const tag = evaluator.single(node.tag, frame);
  const values = evaluateTemplate(evaluator, node.quasi, frame);
  if (tag?.kind === 'opaque' && functionName(tag.origin) === 'String.raw' && node.quasi.quasis.every((chunk) => chunk.value.raw === chunk.value.cooked)) return values;
  const callee: Origin = tag?.kind === 'opaque' ? tag.origin : { kind: 'expression', node: node.tag };
  return [carrying(node, { kind: 'call', callee, node }, values)];
}
