import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { Node } from '../syntax/node.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import type { CallbackScope } from './callback-scope.ts';
import type { PayloadField } from './payload-field.ts';

/** Functions of zod, valibot, yup, joi, typebox, arktype, superstruct and io-ts that take an object of fields. */
const objectBuilders: ReadonlySet<string> = new Set([
  'object', 'strictObject', 'looseObject', 'objectAsync', 'shape', 'keys', 'Object', 'type', 'Struct', 'struct', 'extend', 'augment', 'merge', 'append', 'partial', 'interface', 'strict',
  'Interface', 'Composite', 'Intersect',
]);

const maxDepth = 12;

/** Fields of validation schemas whose variable is called a Submit callback. */
export function schemaFields(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const fields: PayloadField[] = [];
  const seen = new Set<Node>();
  for (const object of analysis.index.objects) {
    const declarator = declaratorAround(object);
    if (!declarator?.init || declarator.id.type !== 'Identifier' || seen.has(declarator)) continue;
    seen.add(declarator);
    if (scope.isCallback(declarator.id.name.replace(/schema$/i, ''), declarator.parent)) schemaOf(analysis, declarator.init, fields, 0);
  }
  return fields;
}

/** The declaration of the variable that an object literal, through calls around it, is the value of. */
function declaratorAround(object: Node): TSESTree.VariableDeclarator | undefined {
  let node = object;
  for (let climbed = 0; climbed < maxDepth; climbed += 1) {
    const { node: inner, parent } = outward(node);
    if (parent?.type === 'VariableDeclarator') return parent.init === inner || parent.init === node ? parent : undefined;
    if (!parent || !/^(?:CallExpression|MemberExpression|Property|ObjectExpression|ArrayExpression)$/.test(parent.type)) return undefined;
    node = parent;
  }
  return undefined;
}

function schemaOf(analysis: ProgramAnalysis, node: Node, fields: PayloadField[], depth: number): void {
  const inner = unwrap(node);
  if (depth > maxDepth) return;
  if (inner.type === 'CallExpression') {
    const { callee } = inner;
    const name = callee.type === 'MemberExpression' ? nameOfKey(callee.property) : callee.type === 'Identifier' ? callee.name : undefined;
    if (callee.type === 'MemberExpression') schemaOf(analysis, callee.object, fields, depth + 1);
    if (callee.type === 'CallExpression') schemaOf(analysis, callee, fields, depth + 1);
    if (name === 'omit') return;
    for (const argument of inner.arguments) {
      if (argument.type === 'ObjectExpression' && name !== undefined && objectBuilders.has(name)) membersOf(analysis, argument, fields, depth + 1);
      else if (argument.type !== 'SpreadElement') schemaOf(analysis, argument, fields, depth + 1);
    }
    return;
  }
  if (inner.type === 'ArrayExpression') for (const element of inner.elements) if (element && element.type !== 'SpreadElement') schemaOf(analysis, element, fields, depth + 1);
  if (inner.type === 'ObjectExpression') jsonSchema(analysis, inner, fields, depth + 1);
  if (inner.type === 'Identifier') {
    const [definition] = analysis.evaluator.bindings.variableOf(inner)?.defs ?? [];
    const declarator = definition?.type === 'Variable' ? (definition.node as TSESTree.VariableDeclarator) : undefined;
    if (declarator?.init) schemaOf(analysis, declarator.init, fields, depth + 4);
  }
}

/** The fields of `z.object({ ... })`, and those of the schemas they have. */
function membersOf(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression, fields: PayloadField[], depth: number): void {
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') continue;
    const name = property.computed ? undefined : nameOfKey(property.key)?.replace(/\?$/, '');
    if (name !== undefined) fields.push({ name, key: property.key });
    if (property.value.type === 'ObjectExpression') membersOf(analysis, property.value, fields, depth + 1);
    else schemaOf(analysis, property.value, fields, depth + 1);
  }
}

/** `{ type: 'object', properties: { ... } }` and what is below it. */
function jsonSchema(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression, fields: PayloadField[], depth: number): void {
  if (depth > maxDepth) return;
  for (const property of object.properties) {
    if (property.type === 'SpreadElement' || property.computed) continue;
    const name = nameOfKey(property.key);
    if (name === 'properties' && property.value.type === 'ObjectExpression') membersOf(analysis, property.value, fields, depth + 1);
    else if (name !== undefined && /^(?:items|allOf|anyOf|oneOf|schema|body|additionalProperties)$/.test(name)) schemaOf(analysis, property.value, fields, depth + 1);
  }
}
