import type { TSESTree } from '@typescript-eslint/types';
import { classifyName, wordsOf } from '@submit-guard/core';
import { routeOf } from '../origins/origin.ts';
import { knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { Node } from '../syntax/node.ts';
import { enclosingFunction, isFunction, outward } from '../syntax/node.ts';
import type { ProgramAnalysis } from './analysis.ts';

/** Whether it is known of every request to Submit that its key is read from the environment or another module. */
export function comesFromElsewhere(analysis: ProgramAnalysis): boolean {
  return everyCredential(analysis, isFromElsewhere);
}

/** Answers given before: every doubtful value of a program asks. */
const accounts = new WeakMap<ProgramAnalysis, boolean>();

/** Whether every request to Submit has a key of which it is known where it is: written in the program, or elsewhere. */
function isAccountedFor(analysis: ProgramAnalysis): boolean {
  let known = accounts.get(analysis);
  if (known === undefined) {
    known = everyCredential(analysis, (value) => isFromElsewhere(value) || (value.kind === 'text' && value.parts.every((part) => part.kind === 'piece')));
    accounts.set(analysis, known);
  }
  return known;
}

function everyCredential({ submitRequests }: ProgramAnalysis, test: (value: Value) => boolean): boolean {
  return submitRequests.length > 0 && submitRequests.every(({ credentials }) => credentials.length > 0 && credentials.every(({ values }) => values.every(test)));
}

function isFromElsewhere(value: Value): boolean {
  const holes = value.kind === 'text' ? value.parts.filter((part) => part.kind === 'opaque') : value.kind === 'opaque' ? [value] : [];
  return holes.length > 0 && holes.every(({ origin, carries }) => !carries && /^(?:global|import)$/.test(routeOf(origin).root.kind));
}

/**
 * Whether a literal that has a generic name, `accessToken`, is another service's: the keys of all requests to Submit are known, and the literal is set into
 * something else that says nothing of Submit, `createClient({ space, accessToken })`; or what stands beside it names that service, `{ provider: 'rollbar', accessToken }`.
 * A variable of its own may be a key that was left over.
 */
export function isOtherCredential(analysis: ProgramAnalysis, literal: Node): boolean {
  const property = outward(literal).parent;
  if (property?.type === 'Property' && property.parent.type === 'ObjectExpression' && namesOtherService(property.parent)) return true;
  const receiver = receiverOf(literal);
  return receiver !== undefined && !/atomyx|submit/i.test(analysis.source.slice(...receiver.range)) && isAccountedFor(analysis);
}

/**
 * Whether a literal is the credential that the program itself demands of who calls it, `request.headers.authorization !== 'Bearer ...'`, while the keys of its own
 * requests to Submit are known. A handler that stands for Submit demands Submit's: `http.post('https://submit.atomyx.io/api/jobs', handler)`.
 */
export function isDemanded(analysis: ProgramAnalysis, literal: Node): boolean {
  const { source, evaluator } = analysis;
  const { node, parent: comparison } = outward(literal);
  if (comparison?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(comparison.operator)) return false;
  const given = source.slice(...(comparison.left === node ? comparison.right : comparison.left).range);
  if (!/^(?:req|request|ctx|context|c|event|headers?)\b/.test(given) || !/authori[sz]ation/i.test(given)) return false;
  for (let fn = enclosingFunction(comparison); fn; fn = enclosingFunction(fn)) {
    const { node: handler, parent } = outward(fn);
    if (parent?.type !== 'CallExpression' || parent.callee === handler) continue;
    const [route] = parent.arguments;
    const where = route && route !== handler && route.type !== 'SpreadElement' ? (knownText(evaluator.single(route)) ?? '') : '';
    if (/atomyx|submit/i.test(source.slice(parent.range[0], fn.range[0]) + where)) return false;
  }
  return isAccountedFor(analysis);
}

function namesOtherService(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some((property) => {
    if (property.type !== 'Property' || property.value.type !== 'Literal' || typeof property.value.value !== 'string') return false;
    const { value } = property.value;
    return /^[\w@/ -]{3,40}$/.test(value) && !wordsOf(value).includes('atomyx') && classifyName('key', [value]) === 'other-key';
  });
}

/** The call, or the assignment to a member, that the object around a literal is made for. */
function receiverOf(literal: Node): Node | undefined {
  for (let { node, parent } = outward(literal); parent && !isFunction(parent); { node, parent } = outward(parent)) {
    if (parent.type === 'NewExpression' || parent.type === 'CallExpression') return parent.callee === node || /^(?:freeze|stringify)$/.test(calleeName(parent) ?? '') ? undefined : parent;
    if (parent.type === 'AssignmentExpression') return parent.left.type === 'MemberExpression' ? parent : undefined;
    if (parent.type !== 'Property' && parent.type !== 'ObjectExpression' && parent.type !== 'ArrayExpression') return undefined;
  }
  return undefined;
}
