import type { Node } from '@submit-guard/dataflow';
import { unwrap } from '@submit-guard/dataflow';
import type { SourceFile } from '../files/source-file.ts';

type Handler = Extract<Node, { type: 'FunctionExpression' | 'ArrowFunctionExpression' }>;

/** Events that a module of Cloudflare Workers takes: https://developers.cloudflare.com/workers/runtime-apis/handlers/ */
const events = new Set(['fetch', 'scheduled', 'queue', 'email', 'tail', 'trace', 'tailStream']);

/**
 * What code at a place reads its environment from: `process.env`, `__ENV` in k6, and in a module of Cloudflare Workers, which has no other, the parameter of
 * the handler around it.
 *
 * @returns `undefined` where there is none.
 */
export function environmentAt(file: SourceFile, node: Node): string | undefined {
  if (/from ['"]k6\//.test(file.text)) return '__ENV';
  const handlers = handlersOf(file);
  if (!handlers.some((handler) => parameterOf(handler) !== undefined)) return 'process.env';
  for (let around = node.parent; around; around = around.parent) {
    const handler = handlers.find((each) => each === around);
    const name = handler && parameterOf(handler);
    // A variable of the same name may stand in between.
    if (handler !== undefined) return name !== undefined && isDeclaredBy(file, handler, name, node) ? name : undefined;
  }
  return undefined;
}

/** Functions of the object that a module exports by default, under the names of events. */
function handlersOf({ analysis }: SourceFile): readonly Handler[] {
  const exported = analysis?.program.body.find((statement) => statement.type === 'ExportDefaultDeclaration')?.declaration;
  const object = exported && objectOf(exported, analysis);
  return object?.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier' || property.computed || !events.has(property.key.name)) return [];
    return property.value.type === 'FunctionExpression' || property.value.type === 'ArrowFunctionExpression' ? [property.value] : [];
  }) ?? [];
}

type Analysis = NonNullable<SourceFile['analysis']>;

function objectOf(expression: Node, analysis: Analysis): Extract<Node, { type: 'ObjectExpression' }> | undefined {
  const plain = unwrap(expression);
  if (plain.type === 'ObjectExpression') return plain;
  const declared = plain.type === 'Identifier' ? analysis.evaluator.bindings.variableOf(plain)?.defs[0]?.node as Node | undefined : undefined;
  const value = declared?.type === 'VariableDeclarator' && declared.init !== null ? unwrap(declared.init) : undefined;
  return value?.type === 'ObjectExpression' ? value : undefined;
}

/** Bun has handlers of the same name, with its server as the second parameter. */
function parameterOf({ params: [, second] }: Handler): string | undefined {
  return second?.type === 'Identifier' && /^_?env$/i.test(second.name) ? second.name : undefined;
}

function isDeclaredBy({ analysis }: SourceFile, handler: Handler, name: string, node: Node): boolean {
  const variable = analysis?.evaluator.bindings.variableOf({ name, parent: node.parent } as Parameters<Analysis['evaluator']['bindings']['variableOf']>[0]);
  return variable?.defs.some((definition) => definition.type === 'Parameter' && definition.node === handler) === true;
}
