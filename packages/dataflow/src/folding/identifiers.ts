import type { TSESTree } from '@typescript-eslint/types';
import type { Definition, Reference, Variable } from '../scopes/scope-manager.ts';
import type { ClassNode, FunctionNode, Node } from '../syntax/node.ts';
import { isFunction, outward } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { evaluateClass } from './classes.ts';
import { evaluateEnum } from './enums.ts';
import type { Evaluator } from './evaluator.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame.ts';
import { followPath, parameterValues } from './functions.ts';
import { itemsOf } from './literals.ts';
import { limits } from './limits.ts';
import { withMutations } from './mutations.ts';
import { patternPath } from './pattern-path.ts';
import { concatenate } from './text.ts';
import type { Value } from './value.ts';
import { factsOf } from './variable-facts.ts';
import { livesUntil } from './writes.ts';

const constants: ReadonlyMap<string, undefined | number> = new Map([
  ['undefined', undefined],
  ['NaN', NaN],
  ['Infinity', Infinity],
]);

export function evaluateIdentifier(evaluator: Evaluator, node: TSESTree.Identifier | TSESTree.JSXIdentifier, frame: Frame | undefined): readonly Value[] {
  const variable = evaluator.bindings.variableOf(node);
  if (!variable) {
    if (constants.has(node.name)) return [{ kind: 'constant', value: constants.get(node.name), node }];
    return [{ kind: 'opaque', origin: { kind: 'global', name: node.name }, node }];
  }
  const values = valuesOf(evaluator, variable, node, frame);
  return values.map((value) => withAlias(withMutations(evaluator, variable, value, node, frame), node.name));
}

/** The name of a variable says what the result of an unknown call is. */
function withAlias(value: Value, name: string): Value {
  if (value.kind !== 'opaque' || value.origin.kind !== 'call' || value.cut || value.alias !== undefined) return value;
  return { ...value, alias: name };
}

function valuesOf(evaluator: Evaluator, variable: Variable, use: Node, frame: Frame | undefined): readonly Value[] {
  const [definition] = variable.defs;
  const opaque: Value = { kind: 'opaque', origin: { kind: 'binding', variable }, node: use };
  if (!definition) return [opaque];
  switch (definition.type) {
    case 'ImportBinding':
      return [importValue(definition, use) ?? opaque];
    case 'FunctionName':
      return isFunction(definition.node as Node) ? [{ kind: 'function', node: definition.node as FunctionNode, frame }] : [opaque];
    case 'ClassName':
      return [evaluateClass(definition.node as ClassNode, frame)];
    case 'TSEnumName':
      return [evaluateEnum(evaluator, definition.node as TSESTree.TSEnumDeclaration, frame)];
    case 'Parameter': {
      const fn = definition.node as FunctionNode;
      if (!isFunction(fn)) return [opaque];
      const start = parameterValues(evaluator, fn, definition.name, frame, frameOf(frame, fn)).map((value) =>
        value.kind === 'opaque' && value.node === definition.name ? { ...value, node: use } : value,
      );
      return writtenValues(evaluator, variable, start, use, frame) ?? [opaque];
    }
    case 'Variable': {
      const start = declaredValues(evaluator, variable, use, frame);
      return writtenValues(evaluator, variable, start, use, frame) ?? [opaque];
    }
    default:
      return [opaque];
  }
}

function importValue(definition: Definition, use: Node): Value | undefined {
  const specifier = definition.node as TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration;
  if (specifier.type === 'TSImportEqualsDeclaration') {
    const reference = specifier.moduleReference;
    if (reference.type !== 'TSExternalModuleReference') return undefined;
    return { kind: 'opaque', origin: { kind: 'import', module: reference.expression.value, name: '*' }, node: use };
  }
  const declaration = definition.parent as TSESTree.ImportDeclaration;
  const name = specifier.type === 'ImportNamespaceSpecifier' ? '*' : specifier.type === 'ImportDefaultSpecifier' ? 'default' : nameOfKey(specifier.imported);
  return { kind: 'opaque', origin: { kind: 'import', module: declaration.source.value, name: name ?? '*' }, node: use };
}

/** What the declarations of a variable give it. */
function declaredValues(evaluator: Evaluator, variable: Variable, use: Node, frame: Frame | undefined): readonly Value[] {
  return variable.defs.flatMap((definition): readonly Value[] => {
    const declarator = definition.node as Node;
    if (declarator.type !== 'VariableDeclarator') return [];
    const path = patternPath(declarator.id, definition.name);
    if (!path) return [];
    if (declarator.init) {
      const values = followPath(evaluator, evaluator.evaluate(declarator.init, frame), path, frame);
      // What is taken out of an unknown value stands where its name is used.
      return path.length === 0 ? values : values.map((value) => (value.kind === 'opaque' && value.node === declarator.init ? { ...value, node: use } : value));
    }
    const loop = declarator.parent.parent;
    if (loop.type !== 'ForOfStatement') return [];
    const items = evaluator.evaluate(loop.right, frame).flatMap((value) => itemsOf(value)?.items.flat() ?? []);
    return followPath(evaluator, items.slice(0, limits.alternatives), path, frame);
  });
}

/**
 * The values of a variable where it is used: the last write in front of the use decides where it must have happened;
 * writes in branches are alternatives; `+=` appends.
 *
 * @returns `undefined` where too much is written to it to tell.
 */
function writtenValues(evaluator: Evaluator, variable: Variable, start: readonly Value[], use: Node, frame: Frame | undefined): readonly Value[] | undefined {
  const { writes } = factsOf(variable);
  if (writes.length === 0) return start.length > 0 ? start : undefined;
  if (writes.length > limits.writes) return undefined;
  let values: readonly Value[] = start;
  for (const write of writes) {
    const assignment = assignmentOf(write);
    const lives = livesUntil(write.identifier as Node, use);
    if (lives === 'never') continue;
    if (!assignment) return undefined;
    const right = (): readonly Value[] => {
      const path = patternPath(assignment.left, write.identifier);
      return path ? followPath(evaluator, evaluator.evaluate(assignment.right, frame), path, frame) : [];
    };
    if (assignment.operator === '=') values = lives === 'surely' ? right() : [...values, ...right()];
    else if (assignment.operator === '+=') values = append(values, right());
    else if (assignment.operator === '??=' || assignment.operator === '||=' || assignment.operator === '&&=') values = [...values, ...right()];
    else return undefined;
  }
  const told = values.filter((value) => value.kind !== 'constant' || (value.value !== undefined && value.value !== null));
  return told.length > 0 ? told.slice(0, limits.alternatives) : values.length > 0 ? values : undefined;
}

function append(values: readonly Value[], added: readonly Value[]): readonly Value[] {
  return values.flatMap((value) => added.slice(0, 2).map((end) => concatenate([value, end]) ?? value));
}

/** The assignment expression that a write reference stands in, patterns included. */
function assignmentOf(reference: Reference): TSESTree.AssignmentExpression | undefined {
  let node = reference.identifier as Node;
  for (let { parent } = outward(node); parent; { parent } = outward(node)) {
    if (parent.type === 'AssignmentExpression') return parent.left === node || !isInside(node, parent.right) ? parent : undefined;
    if (!/Pattern$|^Property$|^RestElement$/.test(parent.type)) return undefined;
    node = parent;
  }
  return undefined;
}

function isInside(node: Node, other: Node): boolean {
  return node.range[0] >= other.range[0] && node.range[1] <= other.range[1];
}
