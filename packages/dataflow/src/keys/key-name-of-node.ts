import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { enclosingFunction, isClass, outward } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { labelAround, labelBeside } from './labelled-values.ts';
import { isQueryKey, pairedName } from './paired-names.ts';
import { calleeLeaf, namesOfTarget } from './target-names.ts';

/** What a value is called: the names around it, outermost first, and the expression that is so called. */
export interface Naming {
  readonly names: readonly string[];
  readonly value: Node;
  /** Where the innermost name is written. */
  readonly nameNode: Node;
}

const maxClimb = 16;

/** Climbs from a literal over what only builds on it (`+`, `||`, templates, decoders) to the name it is given. */
export function namingOf(evaluator: Evaluator, literal: Node): Naming | undefined {
  let node = literal;
  for (let climbed = 0; climbed < maxClimb; climbed += 1) {
    const { node: value, parent } = outward(node);
    if (!parent) return undefined;
    const named = namedBy(evaluator, value, parent);
    if (named) return named;
    if (!buildsOn(parent, value)) return undefined;
    node = parent;
  }
  return undefined;
}

function buildsOn(parent: Node, value: Node): boolean {
  switch (parent.type) {
    case 'BinaryExpression':
      return parent.operator === '+';
    case 'ConditionalExpression':
      return parent.test !== value;
    case 'MemberExpression':
      return parent.object === value;
    case 'CallExpression':
      return parent.callee === value || /^(?:from|of|atob|String|concat|freeze|decodeURIComponent|join)$/.test(calleeLeaf(parent.callee));
    case 'LogicalExpression':
    case 'TemplateLiteral':
    case 'AwaitExpression':
    case 'ArrayExpression':
    case 'JSXExpressionContainer':
      return true;
    default:
      return false;
  }
}

function namedBy(evaluator: Evaluator, value: Node, parent: Node): Naming | undefined {
  switch (parent.type) {
    case 'VariableDeclarator':
      return parent.init === value && parent.id.type === 'Identifier' ? { names: [parent.id.name], value, nameNode: parent.id } : undefined;
    case 'AssignmentPattern':
      return parent.right === value && parent.left.type === 'Identifier' ? { names: [parent.left.name], value, nameNode: parent.left } : undefined;
    case 'AssignmentExpression': {
      const names = parent.right === value ? namesOfTarget(evaluator, parent.left) : undefined;
      return names && { names, value, nameNode: parent.left };
    }
    case 'PropertyDefinition': {
      const name = staticName(parent);
      const owner = parent.parent.parent;
      return name === undefined || parent.value !== value ? undefined : { names: [...(isClass(owner) && owner.id ? [owner.id.name] : []), name.replace(/^#/, '')], value, nameNode: parent.key };
    }
    case 'Property': {
      const name = parent.value === value ? (staticName(parent) ?? (parent.computed ? knownText(evaluator.single(parent.key)) : undefined)) : undefined;
      if (name === undefined) return undefined;
      const label = labelBeside(evaluator, parent, name) ?? labelAround(evaluator, parent, name);
      return label ? { names: [label.name], value, nameNode: label.node } : { names: [...containersOf(evaluator, parent.parent), name], value, nameNode: parent.key };
    }
    case 'TSEnumMember': {
      const name = nameOfKey(parent.id);
      return name === undefined ? undefined : { names: [name], value, nameNode: parent.id };
    }
    case 'JSXAttribute': {
      const name = parent.name.type === 'JSXIdentifier' ? parent.name.name : parent.name.name.name;
      const element = parent.parent.name;
      return { names: [...(element.type === 'JSXIdentifier' ? [element.name] : []), name], value, nameNode: parent.name };
    }
    case 'ReturnStatement':
      return returnedBy(evaluator, enclosingFunction(parent), value);
    case 'ArrowFunctionExpression':
      return parent.body === value ? returnedBy(evaluator, parent, value) : undefined;
    case 'CallExpression':
      return pairedName(evaluator, value, parent.arguments, parent.callee);
    case 'ArrayExpression':
      return parent.elements.length === 2 && !isQueryKey(parent) ? pairedName(evaluator, value, parent.elements, undefined) : undefined;
    default:
      return undefined;
  }
}

/** `getSubmitApiKey() { return value }`: the function is called what it returns. */
function returnedBy(evaluator: Evaluator, fn: FunctionNode | undefined, value: Node): Naming | undefined {
  if (!fn) return undefined;
  const { node, parent } = outward(fn);
  if (fn.type === 'FunctionDeclaration') return fn.id ? { names: [fn.id.name], value, nameNode: fn.id } : undefined;
  if (parent?.type === 'VariableDeclarator' && parent.init === node && parent.id.type === 'Identifier') return { names: [parent.id.name], value, nameNode: parent.id };
  if (parent?.type !== 'MethodDefinition' && parent?.type !== 'Property') return undefined;
  const name = staticName(parent);
  if (name === undefined || parent.value !== node) return undefined;
  if (parent.type === 'MethodDefinition') return { names: [name], value, nameNode: parent.key };
  const label = labelBeside(evaluator, parent, name);
  // `atomyx: { getToken: () => value }` holds a token.
  return label ? { names: [label.name], value, nameNode: label.node } : { names: [...containersOf(evaluator, parent.parent), name.replace(/^(?:get|load|read|fetch|resolve)(?=[A-Z])/, '')], value, nameNode: parent.key };
}

/** Names of the objects, variables and calls around an object literal, outermost first. */
function containersOf(evaluator: Evaluator, object: Node, depth = 0): readonly string[] {
  if (depth > 8) return [];
  const { node, parent } = outward(object);
  switch (parent?.type) {
    case 'Property':
      return [...containersOf(evaluator, parent.parent, depth + 1), staticName(parent) ?? ''].filter((name) => name !== '');
    case 'PropertyDefinition':
      return [staticName(parent) ?? ''].filter((name) => name !== '');
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? [parent.id.name] : [];
    case 'AssignmentExpression':
      return parent.right === node ? (namesOfTarget(evaluator, parent.left) ?? []) : [];
    case 'CallExpression':
      if (parent.callee !== node && calleeLeaf(parent.callee) === 'freeze') return containersOf(evaluator, parent, depth + 1);
      return parent.callee === node ? [] : [calleeLeaf(parent.callee)];
    case 'NewExpression':
      return [calleeLeaf(parent.callee)];
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return containersOf(evaluator, parent, depth + 1);
    default:
      return [];
  }
}
