import { argumentsOf } from '../folding/arguments.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import { entriesOf } from '../folding/members.ts';
import type { Value } from '../folding/value.ts';
import { declaredTypeOf } from '../origins/declared-type.ts';
import type { Origin, Route } from '../origins/origin.ts';
import { namesOf, routeOf } from '../origins/origin.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { isClass } from '../syntax/node.ts';
import { errorName, logFunction, loggerModules, loggerName, loggerType, logMethods, scopeFunctions, spanMethods, spanName, traceModules } from '../tables/loggers.ts';

/** Superclasses that are looked through. */
const maxAncestors = 8;

/** Whether a call writes its arguments to a log, or into an error, which ends up in one. */
export function writesLog(evaluator: Evaluator, call: CallLike): boolean {
  if (call.callee.type === 'Super') return isErrorClass(evaluator, classAround(call));
  const name = calleeName(call);
  if (call.type === 'NewExpression') return evaluator.evaluate(call.callee).some((callee) => isError(evaluator, callee));
  if (name !== undefined && !isPlainCall(call) && !logMethods.has(name) && !spanMethods.has(name)) return false;
  return evaluator.evaluate(call.callee).some((callee) => callee.kind === 'opaque' && isLogFunction(evaluator, callee.origin));
}

function isLogFunction(evaluator: Evaluator, origin: Origin): boolean {
  const { root, steps } = routeOf(origin);
  const names = namesOf(origin);
  const method = names[names.length - 1] ?? '';
  const lastStep = steps[steps.length - 1];
  const called = lastStep !== undefined && 'call' in lastStep;
  if (isStandardStream(root, names)) return logMethods.has(method);
  if (root.kind === 'import' && loggerModules.has(root.module)) return !redacts(evaluator, steps) && (logMethods.has(method) || (root.module === 'debug' && called));
  if (called) return false;
  if (spanMethods.has(method) && (isSpan(names) || (root.kind === 'import' && traceModules.has(root.module)))) return true;
  if (names.length === 1 && logFunction.test(method) && root.kind !== 'parameter') return true;
  if (!logMethods.has(method)) return false;
  const receiver = names[names.length - 2] ?? '';
  return (loggerName.test(receiver) && !redacts(evaluator, steps)) || isMadeLogger(origin) || loggerType.test(declaredTypeOf(root) ?? '') || isScope(evaluator, root);
}

/** `console.log`, `process.stdout.write`, also of the modules `console` and `process`. */
function isStandardStream(root: Route['root'], names: readonly string[]): boolean {
  const path = names.join('.').replace(/^(?:globalThis|window|global|self)\./, '');
  if (root.kind === 'global') return /^(?:console\.\w+|process\.(?:stdout|stderr)\.write)$/.test(path);
  return root.kind === 'import' && /^(?:node:)?process$/.test(root.module) && /^(?:stdout|stderr)\.write$/.test(path);
}

/** What a member is taken of is called a span. A function of its own that is so called is none. */
function isSpan(names: readonly string[]): boolean {
  return names.length > 1 && spanName.test(names[names.length - 2] ?? '');
}

/** A logger that was made with a `redact` option is trusted to redact. */
function redacts(evaluator: Evaluator, steps: Route['steps']): boolean {
  return steps.some((step) => {
    if (!('call' in step) || !step.call) return false;
    return argumentsOf(evaluator, step.call, undefined).some((values) => values.some((value) => value.kind === 'record' && entriesOf(value, 'redact').length > 0));
  });
}

/** A method of `new Logger('Jobs')` of Nest. */
function isMadeLogger(origin: Origin): boolean {
  const { root, steps } = routeOf(origin);
  const first = steps[0];
  return root.kind === 'import' && root.module === '@nestjs/common' && first !== undefined && 'name' in first && loggerType.test(first.name);
}

/** The parameter of a function that Sentry calls with a scope. */
function isScope(evaluator: Evaluator, root: Route['root']): boolean {
  const call = root.kind === 'parameter' ? root.function.parent : undefined;
  if (call?.type !== 'CallExpression' || !scopeFunctions.has(calleeName(call) ?? '')) return false;
  const callee = evaluator.single(call.callee);
  const around = callee?.kind === 'opaque' ? routeOf(callee.origin).root : undefined;
  return around?.kind === 'import' && loggerModules.has(around.module);
}

/** An error of the platform or of another module, by its name; a class of this program without a constructor, by what it extends. */
function isError(evaluator: Evaluator, value: Value): boolean {
  if (value.kind === 'opaque') return errorName.test(namesOf(value.origin).at(-1) ?? '');
  if (value.kind !== 'class') return false;
  const constructs = value.node.body.body.some((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  return !constructs && isErrorClass(evaluator, value.node);
}

function isErrorClass(evaluator: Evaluator, node: Node | undefined): boolean {
  let current = node;
  for (let climbed = 0; climbed < maxAncestors && isClass(current) && current.superClass; climbed += 1) {
    const parent = evaluator.single(current.superClass);
    if (parent?.kind === 'opaque') return errorName.test(namesOf(parent.origin).at(-1) ?? '');
    current = parent?.kind === 'class' ? parent.node : undefined;
  }
  return false;
}

function classAround(node: Node): Node | undefined {
  for (let parent = node.parent; parent; parent = parent.parent) if (isClass(parent)) return parent;
  return undefined;
}
