import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { limits } from './limits.ts';
import { combinations, concatenate, knownText } from './text.ts';
import type { Constant, Value } from './value.ts';

/** Long chains of `+` are folded as one sum, so that neither depth nor time grows with their nesting. */
export function evaluateBinary(evaluator: Evaluator, node: TSESTree.BinaryExpression, frame: Frame | undefined): readonly Value[] {
  if (node.operator !== '+') return [arithmetic(evaluator, node, frame) ?? evaluator.unknown(node)];
  const operands: Node[] = [];
  let left: Node = node;
  while (left.type === 'BinaryExpression' && left.operator === '+') {
    operands.push(left.right);
    left = unwrap(left.left);
  }
  operands.push(left);
  operands.reverse();
  if (operands.length > limits.parts) return [evaluator.unknown(node)];
  return combinations(operands.map((operand) => evaluator.evaluate(operand, frame))).map((row) => sum(row, node) ?? evaluator.unknown(node));
}

function sum(values: readonly Value[], node: Node): Value | undefined {
  const first = values.findIndex((value) => value.kind !== 'constant' || typeof value.value !== 'number');
  const numbers = (first === -1 ? values : values.slice(0, first)) as readonly Constant[];
  const rest = first === -1 ? [] : values.slice(first);
  const total: Constant[] = numbers.length === 0 ? [] : [{ kind: 'constant', value: numbers.reduce((sofar, { value }) => sofar + (value as number), 0), node }];
  if (rest.length === 0) return total[0];
  return concatenate([...total, ...rest]);
}

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ^ b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
};

function arithmetic(evaluator: Evaluator, node: TSESTree.BinaryExpression, frame: Frame | undefined): Value | undefined {
  const operation = operations[node.operator];
  if (!operation) return undefined;
  const [a, b] = [evaluator.single(node.left, frame), evaluator.single(node.right, frame)];
  if (a?.kind !== 'constant' || b?.kind !== 'constant' || typeof a.value !== 'number' || typeof b.value !== 'number') return undefined;
  return { kind: 'constant', value: operation(a.value, b.value), node };
}

/** `a || b` and `a ?? b` may be either; `a && b` matters as `b` only. A known `a` decides. */
export function evaluateLogical(evaluator: Evaluator, node: TSESTree.LogicalExpression, frame: Frame | undefined): readonly Value[] {
  const right = evaluator.evaluate(node.right, frame);
  if (node.operator === '&&') return right;
  const left = evaluator.evaluate(node.left, frame).filter((value) => !isEmpty(value, node.operator));
  return left.length > 0 && left.every((value) => isSettled(value)) ? left : [...left, ...right];
}

function isEmpty(value: Value, operator: string): boolean {
  if (value.kind === 'constant') return operator === '??' ? value.value === null || value.value === undefined : !value.value;
  return operator === '||' && value.kind === 'text' && value.parts.length <= 1 && knownText(value) === '';
}

function isSettled(value: Value): boolean {
  return value.kind !== 'opaque' && (value.kind !== 'text' || value.parts.some((part) => part.kind === 'piece'));
}

export function evaluateUnary(evaluator: Evaluator, node: TSESTree.UnaryExpression, frame: Frame | undefined): Value {
  if (node.operator === 'void') return { kind: 'constant', value: undefined, node };
  const value = evaluator.single(node.argument, frame);
  const known = value?.kind === 'constant' ? value.value : value?.kind === 'text' ? knownText(value) : undefined;
  if (typeof known === 'number' && node.operator === '-') return { kind: 'constant', value: -known, node };
  if (typeof known === 'string' && node.operator === '+') return { kind: 'constant', value: Number(known), node };
  return evaluator.unknown(node);
}
