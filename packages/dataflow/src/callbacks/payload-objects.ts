import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { nestedEntries, recordsIn } from '../folding/nested-entries.ts';
import type { Node } from '../syntax/node.ts';
import { outward } from '../syntax/node.ts';
import { staticName } from '../syntax/property-name.ts';
import type { CallbackScope } from './callback-scope.ts';
import { callbackFunctionAround, callbackScopeOf } from './callback-scope.ts';
import { isKeyField } from './callback-names.ts';
import type { PayloadField } from './payload-field.ts';

const maxDepth = 8;

/** Members of objects that are Submit callbacks: by their type, their variable, or because they are sent as one. */
export function objectFields(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const fields: PayloadField[] = [];
  for (const object of analysis.index.objects) if (isPayloadObject(object, scope)) membersOf(object, fields, 0);
  for (const { request, destination } of analysis.requests) {
    if (destination.kind === 'submit' || destination.kind === 'staging') continue;
    const says = request.headers.fields.some((field) => field.name.startsWith('x-atomyx-')) || callbackFunctionAround(request.node) !== undefined;
    if (says && request.body) for (const { entry } of recordsIn(request.body.values).flatMap((record) => nestedEntries(record))) if (entry.name !== undefined) fields.push({ name: entry.name, key: entry.key, value: entry.valueNode });
  }
  const seen = new Set<Node>();
  return fields.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function isPayloadObject(object: TSESTree.ObjectExpression, scope: CallbackScope): boolean {
  // The type may be asserted around the object, or declared for the variable.
  for (let node: Node = object.parent; node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSTypeAssertion'; node = node.parent) {
    if (isCallbackType(node.typeAnnotation, scope)) return true;
  }
  const { parent } = outward(object);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const annotation = parent.id.typeAnnotation?.typeAnnotation;
  if (annotation) return isCallbackType(annotation, scope);
  // A variable that is called a callback may hold a schema or a table: what is delivered says so.
  return /payload|body|event$|callback$|webhook$/i.test(parent.id.name) && scope.isCallback(parent.id.name, parent.parent) && !isSchema(object);
}

function isSchema(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some((property) => property.type === 'Property' && staticName(property) === 'properties');
}

function isCallbackType(type: TSESTree.TypeNode, scope: CallbackScope): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && scope.isCallback(type.typeName.name, type);
}

function membersOf(object: TSESTree.ObjectExpression, fields: PayloadField[], depth: number): void {
  if (depth > maxDepth) return;
  for (const property of object.properties) {
    if (property.type === 'SpreadElement') continue;
    const name = staticName(property);
    if (name !== undefined) fields.push({ name, key: property.key, value: property.value });
    if (property.value.type === 'ObjectExpression') membersOf(property.value, fields, depth + 1);
  }
}

/** Key fields of the callbacks of a program, gathered once: every literal key is looked for among them. */
const keyFields = new WeakMap<ProgramAnalysis, readonly PayloadField[]>();

/** The name of the field of a callback payload that a literal is the value of. */
export function callbackPayloadOf(analysis: ProgramAnalysis, literal: Node): string | undefined {
  let fields = keyFields.get(analysis);
  if (!fields) keyFields.set(analysis, (fields = objectFields(analysis, callbackScopeOf(analysis)).filter(({ name }) => isKeyField(name, false))));
  const field = fields.find(({ value }) => value && value.range[0] <= literal.range[0] && value.range[1] >= literal.range[1]);
  return field?.name;
}
