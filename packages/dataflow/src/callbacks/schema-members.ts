import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';

/** A field of a validation schema, and what describes its value. */
export interface SchemaMember {
  readonly name: string;
  /** Where the name is written. */
  readonly key: Node;
  readonly value: Node;
}

/** Functions of zod, valibot, yup, joi, typebox, arktype, superstruct and io-ts that take an object of fields. */
const objectBuilders: ReadonlySet<string> = new Set([
  'object', 'strictObject', 'looseObject', 'objectAsync', 'objectWithRest', 'shape', 'keys', 'Object', 'type', 'Struct', 'struct', 'extend', 'safeExtend', 'augment', 'merge',
  'append', 'partial', 'interface', 'strict', 'Interface', 'and', 'or', 'concat',
]);

/** Members of a schema that hold its fields: `schema.shape` of zod, `schema.entries` of valibot. */
const fieldHolders: ReadonlySet<string> = new Set(['shape', 'entries', 'fields', 'properties']);

/** Names of JSON Schema below which further schemas stand. */
const subschemas = /^(?:items|prefixItems|allOf|anyOf|oneOf|then|else|if|schema|body|additionalProperties|unevaluatedProperties|payload|response)$/;
const namedSubschemas = /^(?:definitions|\$defs|patternProperties|dependentSchemas)$/;

/** Words with which a schema says that a field must not be there. */
const forbidding: ReadonlySet<string> = new Set(['never', 'Never', 'undefined', 'Undefined', 'forbidden', 'void']);

const maxDepth = 24;

/** The fields of a schema, at its first level. */
export function schemaMembers(analysis: ProgramAnalysis, node: Node, depth = 0): readonly SchemaMember[] {
  const inner = unwrap(node);
  if (depth > maxDepth) return [];
  const read = (other: Node): readonly SchemaMember[] => schemaMembers(analysis, other, depth + 1);
  switch (inner.type) {
    case 'CallExpression':
      return callMembers(analysis, inner, depth);
    case 'MemberExpression':
      return fieldHolders.has(nameOfKey(inner.property) ?? '') ? read(inner.object) : [];
    case 'ArrayExpression':
      return inner.elements.flatMap((element) => (element && element.type !== 'SpreadElement' ? read(element) : []));
    case 'ObjectExpression':
      return jsonSchemaMembers(analysis, inner, depth);
    case 'ArrowFunctionExpression':
      return inner.body.type === 'BlockStatement' ? [] : read(inner.body);
    case 'Identifier': {
      const init = initializerOf(analysis, inner);
      return init ? read(init) : [];
    }
    default:
      return [];
  }
}

/** The fields below a field: of a nested schema, or of an object that is short for one. */
export function innerMembers(analysis: ProgramAnalysis, { value }: SchemaMember): readonly SchemaMember[] {
  const inner = unwrap(value);
  return inner.type === 'ObjectExpression' && !isJsonSchema(inner) ? fieldsOf(analysis, inner, 0) : schemaMembers(analysis, inner);
}

/** Whether a field is described as one that must not be there: `z.never()`, `Joi.any().forbidden()`, `false`. */
export function isForbidden({ value }: SchemaMember): boolean {
  let node = unwrap(value);
  if (node.type === 'Literal') return node.value === false;
  while (node.type === 'CallExpression') {
    if (forbidding.has(calleeName(node) ?? '')) return true;
    const callee: Node = unwrap(node.callee);
    node = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  }
  return false;
}

function callMembers(analysis: ProgramAnalysis, call: TSESTree.CallExpression, depth: number): readonly SchemaMember[] {
  const callee = unwrap(call.callee);
  const name = calleeName(call);
  const receiver = callee.type === 'MemberExpression' ? schemaMembers(analysis, callee.object, depth + 1) : callee.type === 'CallExpression' ? callMembers(analysis, callee, depth + 1) : [];
  if (name !== undefined && /^(?:omit|pick)$/i.test(name)) {
    const [first, second] = call.arguments;
    const members = second && first ? schemaMembers(analysis, first, depth + 1) : receiver;
    const chosen = namesIn(second ?? first);
    return members.filter((member) => chosen.has(member.name) === (name.toLowerCase() === 'pick'));
  }
  const own = call.arguments.flatMap((argument): readonly SchemaMember[] => {
    if (argument.type === 'SpreadElement') return [];
    const object = name !== undefined && objectBuilders.has(name) ? objectAt(analysis, argument) : undefined;
    return object && !isJsonSchema(object) ? fieldsOf(analysis, object, depth + 1) : schemaMembers(analysis, argument, depth + 1);
  });
  return [...receiver, ...own];
}

/** The names that `pick({ id: true })` or `pick(Base, ['id'])` chooses. */
function namesIn(node: Node | undefined): ReadonlySet<string> {
  const inner = node && unwrap(node);
  if (inner?.type === 'ObjectExpression') return new Set(inner.properties.flatMap((property) => (property.type === 'Property' ? (nameOfKey(property.key) ?? []) : [])));
  if (inner?.type === 'ArrayExpression') return new Set(inner.elements.flatMap((element) => (element ? (nameOfKey(element) ?? []) : [])));
  return new Set();
}

/** The fields of `z.object({ ... })`, those that are spread into it included. */
function fieldsOf(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression, depth: number): readonly SchemaMember[] {
  if (depth > maxDepth) return [];
  return object.properties.flatMap((property): readonly SchemaMember[] => {
    if (property.type === 'SpreadElement') {
      const spread = objectAt(analysis, property.argument);
      return spread ? fieldsOf(analysis, spread, depth + 1) : schemaMembers(analysis, property.argument, depth + 1);
    }
    const name = property.computed ? undefined : nameOfKey(property.key)?.replace(/\?$/, '');
    return name === undefined ? [] : [{ name, key: property.key, value: property.value }];
  });
}

function objectAt(analysis: ProgramAnalysis, node: Node): TSESTree.ObjectExpression | undefined {
  const inner = unwrap(node);
  if (inner.type === 'ObjectExpression') return inner;
  const init = inner.type === 'Identifier' ? initializerOf(analysis, inner) : undefined;
  return init?.type === 'ObjectExpression' ? init : undefined;
}

function initializerOf(analysis: ProgramAnalysis, identifier: TSESTree.Identifier): Node | undefined {
  const [definition] = analysis.evaluator.bindings.variableOf(identifier)?.defs ?? [];
  const declarator = definition?.type === 'Variable' ? (definition.node as TSESTree.VariableDeclarator) : undefined;
  return declarator?.init ? unwrap(declarator.init) : undefined;
}

function isJsonSchema(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some((property) => property.type === 'Property' && isSchemaKeyword(nameOfKey(property.key) ?? '', property.value));
}

function isSchemaKeyword(name: string, value: Node): boolean {
  if (name === 'type') return value.type === 'Literal' && /^(?:object|array|string|number|integer|boolean|null)$/.test(String(value.value));
  return /^(?:\$schema|\$ref|\$id)$/.test(name) || (/^(?:properties|allOf|anyOf|oneOf|items|\$defs|definitions|schema|body)$/.test(name) && /^(?:Object|Array)Expression$/.test(value.type));
}

/** `{ type: 'object', properties: { ... } }` and what is beside it. */
function jsonSchemaMembers(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression, depth: number): readonly SchemaMember[] {
  return object.properties.flatMap((property): readonly SchemaMember[] => {
    if (property.type === 'SpreadElement') return schemaMembers(analysis, property.argument, depth + 1);
    const name = property.computed ? undefined : nameOfKey(property.key);
    const { value } = property;
    if (name === 'properties') {
      const fields = objectAt(analysis, value);
      return fields ? fieldsOf(analysis, fields, depth + 1) : [];
    }
    if (name !== undefined && namedSubschemas.test(name) && value.type === 'ObjectExpression') return fieldsOf(analysis, value, depth + 1).flatMap((member) => schemaMembers(analysis, member.value, depth + 1));
    return name !== undefined && subschemas.test(name) ? schemaMembers(analysis, value, depth + 1) : [];
  });
}
