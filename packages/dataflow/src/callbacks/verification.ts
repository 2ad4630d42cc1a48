import type { ProgramAnalysis } from '../keys/analysis.ts';
import { routeOf } from '../origins/origin.ts';
import type { CallLike, FunctionNode, Node } from '../syntax/node.ts';
import { isFunction } from '../syntax/node.ts';
import { nameOfKey } from '../syntax/property-name.ts';
import { walk } from '../syntax/walk.ts';

/** Names of things that verify: functions, middleware, guards, hooks, the modules that they come from. */
const verifying =
  /verif|genuine|authentic|timingSafeEqual|constructEvent|(?:check|validate|valid|assert|require|ensure|compare|with)\w*(?:signature|hmac|webhook|callback|sender|origin)|signature\w*(?:guard|check|valid|middleware|ok)|(?:safe|secure|constantTime)(?:Equal|Compare)|hmac/i;

/** Functions inside functions that are looked into. */
const maxDepth = 3;

/** `app.use(verifySubmitCallback)`, `fastify.addHook('preHandler', verify)`. */
export function verifiesEverywhere(analysis: ProgramAnalysis): boolean {
  return ['use', 'addHook', 'register', 'useGlobalGuards', 'onRequest'].some((method) =>
    (analysis.index.callsByMethod.get(method) ?? []).some((call) => call.arguments.some((argument) => mentionsVerification(analysis, argument))),
  );
}

/** Whether a call verifies: by the name of what is called, or because the function of this program that it calls does. */
export function verifies(analysis: ProgramAnalysis, call: CallLike, depth = 0): boolean {
  if (namesIn(call.callee).some((name) => verifying.test(name))) return true;
  return functionVerifies(analysis, call.callee, depth);
}

/** Whether something that is handed over, such as middleware or a guard, verifies. */
export function mentionsVerification(analysis: ProgramAnalysis, node: Node, depth = 0): boolean {
  let found = false;
  walk(node, analysis.evaluator.keys, (inner) => {
    if (found) return false;
    // `verify` is also the name of the option with which body parsers hand the raw body on: its function decides.
    if (inner.type === 'Property' && isFunction(inner.value)) {
      found = mentionsVerification(analysis, inner.value.body, depth);
      return false;
    }
    if (inner.type === 'Identifier' || inner.type === 'PrivateIdentifier') found = verifying.test(inner.name) || functionVerifies(analysis, inner, depth);
    return !found;
  });
  return found;
}

function functionVerifies(analysis: ProgramAnalysis, callee: Node, depth: number): boolean {
  if (depth >= maxDepth || (callee.type !== 'Identifier' && callee.type !== 'MemberExpression')) return false;
  return analysis.evaluator.evaluate(callee).some((value) => {
    if (value.kind === 'function') return bodyVerifies(analysis, value.node, depth);
    if (value.kind !== 'opaque') return false;
    const { root } = routeOf(value.origin);
    return root.kind === 'import' && verifying.test(root.module.replace(/^.*\//, ''));
  });
}

function bodyVerifies(analysis: ProgramAnalysis, fn: FunctionNode, depth: number): boolean {
  let found = false;
  walk(fn.body, analysis.evaluator.keys, (inner) => {
    if (!found && (inner.type === 'CallExpression' || inner.type === 'NewExpression')) found = verifies(analysis, inner, depth + 1);
    return !found;
  });
  return found;
}

/** The names in a callee, outermost last: `this.verifier.check` is `verifier`, `check`. */
function namesIn(callee: Node): readonly string[] {
  if (callee.type === 'Identifier') return [callee.name];
  if (callee.type === 'MemberExpression') return [...namesIn(callee.object), nameOfKey(callee.property) ?? ''];
  return callee.type === 'CallExpression' || callee.type === 'NewExpression' ? namesIn(callee.callee) : [];
}
