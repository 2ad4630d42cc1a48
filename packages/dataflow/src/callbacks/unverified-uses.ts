import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesOf } from '../origins/origin.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { CallLike, FunctionNode, Node } from '../syntax/node.ts';
import { isFunction, outward } from '../syntax/node.ts';
import { walk } from '../syntax/walk.ts';
import { callbackHandlers } from './handlers.ts';
import type { PayloadRead } from './payload-reads.ts';
import { payloadReads } from './payload-reads.ts';
import { mentionsVerification, verifies, verifiesEverywhere } from './verification.ts';

/** In each handler of Submit callbacks that verifies nothing before, the first use of the payload. */
export function unverifiedUses(analysis: ProgramAnalysis, path: string): readonly Node[] {
  const handlers = callbackHandlers(analysis, path);
  if (handlers.length === 0 || verifiesEverywhere(analysis)) return [];
  const found = handlers.flatMap(({ fn, wiring }) => {
    if (wiring.some((node) => mentionsVerification(analysis, node))) return [];
    return firstUse(analysis, fn, 0) ?? [];
  });
  return [...new Set(found)];
}

/** Functions that hand the request on to others that are followed. */
const maxHandedOn = 3;

/** The first use of the payload in a function, or in those of this program that it hands its request to, if nothing verifies before. */
function firstUse(analysis: ProgramAnalysis, fn: FunctionNode, depth: number): Node | undefined {
  const verified = firstVerification(analysis, fn);
  for (const read of payloadReads(analysis, fn)) {
    const use = usesOf(read).find((node) => !isOnlyLookedAt(analysis, node));
    // What comes first decides: uses behind a verification are what it is for.
    if (use) return verified < use.range[0] ? undefined : read.parameter ? use : read.node;
  }
  if (depth >= maxHandedOn) return undefined;
  for (const { call, callee } of handedTo(analysis, fn)) {
    const use = call.range[0] < verified ? firstUse(analysis, callee, depth + 1) : undefined;
    if (use) return use;
  }
  return undefined;
}

/** Calls of functions of this program that get the request as a whole, in the order of the text. */
function handedTo(analysis: ProgramAnalysis, fn: FunctionNode): readonly { readonly call: Node; readonly callee: FunctionNode }[] {
  const [request] = fn.params;
  const variable = request?.type === 'Identifier' ? analysis.evaluator.bindings.variableOf(request) : undefined;
  return (variable?.references ?? []).flatMap((reference) => {
    const { node, parent } = outward(reference.identifier as Node);
    if (parent?.type !== 'CallExpression' || parent.arguments[0] !== node) return [];
    return analysis.evaluator.evaluate(parent.callee).flatMap((value) => (value.kind === 'function' && value.node !== fn ? [{ call: parent, callee: value.node }] : []));
  });
}

/** Where a payload that was read is used: where its variable is, if it is kept in one. */
function usesOf(read: PayloadRead): readonly Node[] {
  if (!read.variable) return [read.node];
  return read.variable.references.filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node);
}

/** Offset of the first call that verifies; `Infinity` where there is none. */
function firstVerification(analysis: ProgramAnalysis, fn: FunctionNode): number {
  let first = Infinity;
  walk(fn.body, analysis.evaluator.keys, (node) => {
    if (first === Infinity && node.type === 'CallExpression' && verifies(analysis, node)) first = node.range[0];
    return first === Infinity;
  });
  return first;
}

/** Calls that hand the bytes of a payload on without trusting what they say. */
const carrying: ReadonlySet<string> = new Set(['from', 'String', 'stringify', 'concat', 'toString', 'encode', 'trim', 'slice']);

/** Whether a call of `update` is that of an HMAC, and not that of a database. */
function updatesDigest({ evaluator, source }: ProgramAnalysis, { callee }: CallLike): boolean {
  if (callee.type !== 'MemberExpression') return false;
  const made = evaluator.evaluate(callee.object).some((value) => value.kind === 'opaque' && /^create(?:Hmac|Hash)$|hmac|digest/i.test(namesOf(value.origin).at(-1) ?? ''));
  return made || /h(?:mac|ash)|\bmac|digest|sign|sha\d|verif|crypto/i.test(source.slice(...callee.object.range));
}

/** The payload on its way into the HMAC or into what verifies, or asked whether it is there. */
function isOnlyLookedAt(analysis: ProgramAnalysis, payload: Node): boolean {
  let node = payload;
  for (let climbed = 0; climbed < 12; climbed += 1) {
    const { node: inner, parent } = outward(node);
    if (!parent || parent.type.endsWith('Statement')) return parent?.type === 'IfStatement' && parent.test === inner;
    if (parent.type === 'UnaryExpression' && parent.operator !== '-') return true;
    if (parent.type === 'ConditionalExpression' && parent.test === inner) return true;
    if (parent.type === 'CallExpression' && parent.callee !== inner) {
      const callee = calleeName(parent) ?? '';
      if (callee === 'isBuffer' || (callee === 'update' && updatesDigest(analysis, parent)) || verifies(analysis, parent)) return true;
      if (!carrying.has(callee)) return false;
    }
    if (parent.type === 'VariableDeclarator') return false;
    if (isFunction(parent)) return false;
    node = parent;
  }
  return false;
}
