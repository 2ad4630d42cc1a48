import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import type { Variable } from '../scopes/scope-manager.ts';
import { calleeName } from '../syntax/callee-name.ts';
import { decoratorsOf } from '../syntax/decorators.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { walk } from '../syntax/walk.ts';

/** A place at which a handler gets hold of the payload. */
export interface PayloadRead {
  /** The expression that reads it. */
  readonly node: Node;
  /** The variable it is kept in, where it is kept as a whole; nothing is trusted before that is used. */
  readonly variable?: Variable;
  /** It came as a parameter: there is no expression that reads it. */
  readonly parameter?: boolean;
}

/** Methods of requests that give the payload, parsed or raw. */
const bodyMethods: ReadonlySet<string> = new Set(['json', 'formData', 'parseBody', 'text', 'arrayBuffer', 'blob', 'bytes', 'valid']);

/** Functions of h3 and its like that do, of the event. */
const bodyFunctions: ReadonlySet<string> = new Set(['readBody', 'readValidatedBody', 'readRawBody', 'readFormData', 'readMultipartFormData']);

/** Objects of frameworks that hold a request: their own `body` is the response. */
const contextName = /^(?:ctx|context|c)$/;
const requestName = /^(?:_?req(?:uest)?|event|evt|e)$/;

/** Every place at which a handler reads the payload, in the order of the text. */
export function payloadReads(analysis: ProgramAnalysis, fn: FunctionNode): readonly PayloadRead[] {
  const requests = new Set(fn.params.flatMap((parameter, at) => (parameter.type === 'Identifier' && at === 0 && decoratorsOf(parameter).length === 0 && !contextName.test(parameter.name) ? [parameter.name] : [])));
  const reads: PayloadRead[] = fn.params.flatMap((parameter) => parameterReads(analysis, parameter));
  walk(fn.body, analysis.evaluator.keys, (node) => {
    if (node.type === 'ObjectPattern') {
      const bound = destructuredBody(node, requests);
      const variable = bound && analysis.evaluator.bindings.variableOf(bound);
      if (bound && variable) reads.push({ node: bound, variable });
    } else if (isPayload(node, requests)) {
      reads.push(keptRead(analysis, node.parent?.type === 'AwaitExpression' ? node.parent : node));
    }
    return true;
  });
  return reads;
}

/** `@Body() dto`, `@Body() { status }`, `({ body }) => ...`. */
function parameterReads(analysis: ProgramAnalysis, parameter: Node): readonly PayloadRead[] {
  const decorated = decoratorsOf(parameter).some(({ expression }) => expression.type === 'CallExpression' && calleeName(expression) === 'Body');
  const names: TSESTree.Identifier[] = [];
  if (decorated && parameter.type === 'Identifier') names.push(parameter);
  if (parameter.type === 'ObjectPattern') {
    for (const property of parameter.properties) {
      if (property.type === 'Property' && property.value.type === 'Identifier' && (decorated || nameOfKey(property.key) === 'body')) names.push(property.value);
    }
  }
  return names.flatMap((name) => {
    const variable = analysis.evaluator.bindings.variableOf(name);
    return variable ? [{ node: name, variable, parameter: true }] : [];
  });
}

/** The name that `const { body } = request` binds. */
function destructuredBody(pattern: TSESTree.ObjectPattern, requests: ReadonlySet<string>): TSESTree.Identifier | undefined {
  const { parent } = pattern;
  const source = parent.type === 'VariableDeclarator' && parent.init ? unwrap(parent.init) : undefined;
  if (!source || !isRequest(source, requests)) return undefined;
  for (const property of pattern.properties) {
    if (property.type === 'Property' && nameOfKey(property.key) === 'body' && property.value.type === 'Identifier') return property.value;
  }
  return undefined;
}

/** `request.body`, `ctx.request.body`, `request.json()`, `readBody(event)`. */
function isPayload(node: Node, requests: ReadonlySet<string>): boolean {
  if (node.type === 'MemberExpression') {
    if (!/^(?:body|rawBody)$/.test(nameOfKey(node.property) ?? '') || !isRequest(unwrap(node.object), requests)) return false;
    return !(node.parent.type === 'AssignmentExpression' && node.parent.left === node);
  }
  if (node.type !== 'CallExpression') return false;
  if (node.callee.type === 'Identifier') return bodyFunctions.has(node.callee.name);
  if (node.callee.type !== 'MemberExpression' || !bodyMethods.has(nameOfKey(node.callee.property) ?? '')) return false;
  const about = nameOfKey(node.callee.property) === 'valid' ? node.arguments[0] : undefined;
  if (about ? about.type === 'Literal' && !/^(?:json|form)$/.test(String(about.value)) : node.arguments.length > 0) return false;
  return isRequest(unwrap(node.callee.object), requests);
}

function isRequest(node: Node, requests: ReadonlySet<string>): boolean {
  if (node.type === 'Identifier') return requests.has(node.name) || requestName.test(node.name);
  return node.type === 'MemberExpression' && /^(?:req|request)$/.test(nameOfKey(node.property) ?? '');
}

/** A read with the variable that keeps its result: `const body = await request.json()`. */
function keptRead(analysis: ProgramAnalysis, node: Node): PayloadRead {
  const { node: whole, parent } = outward(node);
  const id = parent?.type === 'VariableDeclarator' && parent.init === whole && parent.id.type === 'Identifier' ? parent.id : undefined;
  const variable = id && analysis.evaluator.bindings.variableOf(id);
  return variable ? { node, variable } : { node };
}
