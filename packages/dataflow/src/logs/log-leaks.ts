import type { Evaluator } from '../folding/evaluator.ts';
import type { Value } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesOf, routeOf } from '../origins/origin.ts';
import { entriesOf } from '../folding/members.ts';
import { argumentsOf } from '../folding/calls.ts';
import { callSitesOf } from '../requests/call-sites.ts';
import type { CallLike, FunctionNode, Node } from '../syntax/node.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';
import { errorNames, logFunction, loggerModules, loggerName, logMethods } from '../tables/loggers.ts';

/** Calls of functions that hand on to loggers that are looked at. */
const maxLooks = 200;

/** Arguments of loggers, and of errors, in which a Submit key can be read. */
export function logLeaks(analysis: ProgramAnalysis): readonly Node[] {
  const { evaluator, index, taint } = analysis;
  const leaks: Node[] = [];
  let looked = 0;
  const relays = new Map<FunctionNode, Set<number>>();
  const look = (call: CallLike, positions?: ReadonlySet<number>): void => {
    for (const [at, argument] of call.arguments.entries()) {
      if (positions && !positions.has(at)) continue;
      const node = argument.type === 'SpreadElement' ? argument.argument : argument;
      const values = evaluator.evaluate(node);
      const sighting = taint.find(values);
      // A literal key that stands in the argument itself is reported where it stands.
      if (sighting && !(sighting.part.kind === 'piece' && isInside(sighting.part.node, node))) leaks.push(node);
      for (const { fn, position } of parametersIn(values)) relays.set(fn, (relays.get(fn) ?? new Set()).add(position));
    }
  };
  for (const call of index.calls) if (writesLog(evaluator, call)) look(call);
  // Functions of the program that hand a parameter on to a logger are loggers too, and so are those that call them.
  for (const [fn, positions] of relays) {
    if (looked > maxLooks) break;
    for (const site of callSitesOf(evaluator, index, fn)) {
      look(site, positions);
      looked += 1;
    }
  }
  return [...new Set(leaks)];
}

function isInside(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** Parameters of functions around, whose values are in `values` as they are. */
function parametersIn(values: readonly Value[]): readonly { readonly fn: FunctionNode; readonly position: number }[] {
  const found: { fn: FunctionNode; position: number }[] = [];
  visitValues(values, {
    opaque: ({ origin }) => {
      if (origin.kind === 'parameter') found.push({ fn: origin.function, position: origin.index });
    },
  });
  return found;
}

function writesLog(evaluator: Evaluator, call: CallLike): boolean {
  const name = calleeName(call);
  if (name !== undefined && !isPlainCall(call) && !logMethods.has(name)) return false;
  for (const callee of evaluator.evaluate(call.callee)) {
    if (callee.kind !== 'opaque') continue;
    const { root, steps } = routeOf(callee.origin);
    const names = namesOf(callee.origin);
    const method = names[names.length - 1] ?? '';
    if (call.type === 'NewExpression') {
      if (root.kind === 'global' && errorNames.has(method)) return true;
      continue;
    }
    const path = names.join('.').replace(/^(?:globalThis|window|global|self)\./, '');
    if (root.kind === 'global' && /^(?:console\.\w+|process\.(?:stdout|stderr)\.write)$/.test(path)) return logMethods.has(method);
    const lastStep = steps[steps.length - 1];
    const told = root.kind === 'import' && loggerModules.has(root.module);
    if (told) return !redacts(evaluator, steps) && (logMethods.has(method) || (root.module === 'debug' && lastStep !== undefined && 'call' in lastStep));
    if (steps.length > 0 && lastStep && 'call' in lastStep) continue;
    if (names.length === 1 && logFunction.test(method) && root.kind !== 'parameter') return true;
    const receiver = names[names.length - 2] ?? '';
    if (loggerName.test(receiver) && logMethods.has(method) && !redacts(evaluator, steps)) return true;
    if (callee.origin.kind === 'member' && logMethods.has(method) && isNestLogger(callee.origin.base)) return true;
  }
  return false;
}

/** A logger that was made with a `redact` option is trusted to redact. */
function redacts(evaluator: Evaluator, steps: ReturnType<typeof routeOf>['steps']): boolean {
  return steps.some((step) => {
    if (!('call' in step) || !step.call) return false;
    return argumentsOf(evaluator, step.call, undefined).some((values) => values.some((value) => value.kind === 'record' && entriesOf(value, 'redact').length > 0));
  });
}

/** `new Logger('Jobs')` of Nest. */
function isNestLogger(origin: Parameters<typeof routeOf>[0]): boolean {
  const { root, steps } = routeOf(origin);
  const first = steps[0];
  return root.kind === 'import' && root.module === '@nestjs/common' && first !== undefined && 'name' in first && first.name === 'Logger';
}
