import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { enclosingFunction, isClass, outward, unwrap } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { labelAround, labelBeside } from './labelled-values.ts';

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

function calleeLeaf(callee: Node): string {
  const inner = unwrap(callee);
  return inner.type === 'Identifier' ? inner.name : inner.type === 'MemberExpression' ? (nameOfKey(inner.property) ?? '') : '';
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

/** `queryKey: ['submitApiKey', id]`: the name of what a cache holds. */
function isQueryKey(list: Node): boolean {
  const { parent } = outward(list);
  return parent?.type === 'Property' && /^(?:query|mutation|cache|tag)Keys?$/i.test(nameOfKey(parent.key) ?? '');
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

/** `set('submitApiKey', value)`, `['ATOMYX_API_KEY', value]`: the text in front is the name. */
function pairedName(evaluator: Evaluator, value: Node, items: readonly (Node | null)[], callee: Node | undefined): Naming | undefined {
  const at = items.findIndex((item) => item === value);
  const bound = callee && at === 0 ? boundName(evaluator, callee) : undefined;
  if (bound) return { ...bound, value };
  const option = callee && at > 0 ? optionName(evaluator, callee, items[0]) : undefined;
  if (option) return { ...option, value };
  const before = at > 0 ? items[at - 1] : undefined;
  if (!before || (callee && !/^(?:set\w*|append|add|put|define|header|register|stub\w*|env|assign|push)$/i.test(calleeLeaf(callee)))) return undefined;
  const name = before.type === 'Literal' || before.type === 'Identifier' || before.type === 'MemberExpression' ? knownText(evaluator.single(before)) : undefined;
  if (name === undefined || !/^[\w.:/-]{3,80}$/.test(name)) return undefined;
  return { names: [...holderOf(evaluator, name, callee ?? outward(value).parent), name], value, nameNode: before };
}

/** `bind('AtomyxApiKey').toConstantValue(value)`, `get('ATOMYX_API_KEY').default(value)`: the call before names what the next one sets. */
function boundName(evaluator: Evaluator, callee: Node): Omit<Naming, 'value'> | undefined {
  if (!/^(?:to(?:Constant|Dynamic)?Value|default|orElse)$/.test(calleeLeaf(callee))) return undefined;
  const before = callee.type === 'MemberExpression' ? unwrap(callee.object) : undefined;
  const [name] = before?.type === 'CallExpression' ? before.arguments : [];
  const text = name && name.type !== 'SpreadElement' ? knownText(evaluator.single(name)) : undefined;
  return name && text !== undefined && /^[\w.:/-]{3,80}$/.test(text) ? { names: [text], nameNode: name } : undefined;
}

/** `option('--atomyx-api-key <key>', description, value)`: the flags of an option on a command line are the name of its default. */
function optionName(evaluator: Evaluator, callee: Node, flags: Node | null | undefined): Omit<Naming, 'value'> | undefined {
  if (!flags || !/^(?:option|requiredOption|Option)$/.test(calleeLeaf(callee))) return undefined;
  const name = /^(?:-\w, *)?--([\w-]{3,80})[ =][<[]/.exec(knownText(evaluator.single(flags)) ?? '')?.[1];
  return name === undefined ? undefined : { names: [name], nameNode: flags };
}

/** What holds an entry that is called after Atomyx alone: `tokens.set('atomyx', key)`, `tokens = new Map([['atomyx', key]])`. */
function holderOf(evaluator: Evaluator, name: string, place: Node | undefined): readonly string[] {
  if (!/^atomyx$/i.test(name) || !place) return [];
  if (place.type === 'MemberExpression') return namesOfTarget(evaluator, place.object) ?? [];
  const list = outward(place).parent;
  return list?.type === 'ArrayExpression' ? variableAround(list) : [];
}

/** The variable that a list, or what is made of one, is kept in. */
function variableAround(list: Node): readonly string[] {
  const { parent } = outward(list);
  if (parent?.type === 'NewExpression' || parent?.type === 'CallExpression') return parent.callee === list ? [] : variableAround(parent);
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? [parent.id.name] : [];
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

function namesOfTarget(evaluator: Evaluator, target: Node): readonly string[] | undefined {
  const names: string[] = [];
  let current = unwrap(target);
  while (current.type === 'MemberExpression') {
    const name = current.computed ? knownText(evaluator.single(current.property)) : nameOfKey(current.property);
    if (name === undefined) return undefined;
    names.unshift(name.replace(/^#/, ''));
    current = unwrap(current.object);
  }
  if (current.type === 'Identifier') names.unshift(current.name);
  return names.length > 0 ? names : undefined;
}
