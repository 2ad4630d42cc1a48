import type { Evaluator } from '../folding/evaluator.ts';
import type { Frame } from '../folding/frame.ts';
import { factsOf } from '../folding/variable-facts.ts';
import { declaredTypeOf } from '../origins/declared-type.ts';
import type { Origin, Route, Step } from '../origins/origin.ts';
import { namesOf, routeOf } from '../origins/origin.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { unwrap } from '../syntax/node.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';
import type { ArgumentRole, RequestClient } from '../tables/request-clients.ts';
import { requestClients } from '../tables/request-clients.ts';

/** A call of a known client. */
export interface ClientCall {
  readonly client: RequestClient;
  readonly kind: 'request' | 'instance';
  readonly roles: readonly ArgumentRole[];
  /** Calls that made the instance, outermost first: their options are its defaults. */
  readonly instances: readonly CallLike[];
}

const byModule = new Map<string, RequestClient[]>();
const byGlobal = new Map<string, RequestClient>();
const byType = new Map<string, RequestClient>();
for (const client of requestClients) {
  for (const module of client.modules ?? []) byModule.set(module, [...(byModule.get(module) ?? []), client]);
  for (const name of client.globals ?? []) byGlobal.set(name, client);
  for (const name of client.types ?? []) byType.set(name, client);
}

/** Last names of all functions of all clients: what is called otherwise is no client. */
const leaves: ReadonlySet<string> = new Set(
  requestClients.flatMap((client) => [...Object.keys(client.calls), ...Object.keys(client.factories ?? {}), ...(client.globals ?? []), 'default'].map((path) => path.split('.').pop() ?? '')),
);

/** What a call does, where its callee is a client, a member of one, or an instance made by one. */
export function clientCallOf(evaluator: Evaluator, call: CallLike, frame?: Frame): ClientCall | undefined {
  const name = calleeName(call);
  if (!isPlainCall(call) && name !== undefined && (!leaves.has(name) || isOfHolder(evaluator, call))) return undefined;
  for (const callee of evaluator.evaluate(call.callee, frame)) {
    if (callee.kind !== 'opaque') continue;
    const found = clientCallAt(callee.origin, evaluator);
    if (found) return found;
  }
  return undefined;
}

/** What `get` and `delete` are methods of far more often than of clients. */
const holders: ReadonlySet<string> = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'URLSearchParams', 'FormData', 'Headers']);

/** Whether a call is one of a variable that holds a map or the like, as its declaration alone tells. */
function isOfHolder(evaluator: Evaluator, call: CallLike): boolean {
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? callee.object : undefined;
  const variable = object?.type === 'Identifier' ? evaluator.bindings.variableOf(object) : undefined;
  const declarator = variable?.defs[0]?.node as Node | undefined;
  const init = declarator?.type === 'VariableDeclarator' ? declarator.init : undefined;
  return init?.type === 'NewExpression' && init.callee.type === 'Identifier' && holders.has(init.callee.name) && variable?.defs.length === 1 && factsOf(variable).writes.length === 0;
}

function clientCallAt(origin: Origin, evaluator: Evaluator): ClientCall | undefined {
  const { root, steps } = routeOf(origin);
  if (root.kind === 'global') {
    const rest = globalAliases.has(root.name) && steps[0] && 'name' in steps[0] ? { name: steps[0].name, steps: steps.slice(1) } : { name: root.name, steps };
    const client = byGlobal.get(rest.name);
    return client && matchSteps(client, rest.steps);
  }
  if (root.kind === 'import') {
    for (const client of byModule.get(root.module) ?? []) {
      const found = matchSteps(client, steps);
      if (found) return found;
    }
  }
  return typedCall(root, steps, evaluator);
}

const globalAliases: ReadonlySet<string> = new Set(['window', 'globalThis', 'self', 'global']);

/** Follows `create().extend()` to the function that is called. */
function matchSteps(client: RequestClient, steps: readonly Step[], instances: readonly CallLike[] = []): ClientCall | undefined {
  const at = steps.findIndex((step) => 'call' in step);
  const names = pathOf(at === -1 ? steps : steps.slice(0, at));
  if (at === -1) {
    const factory = own(client.factories, names);
    if (factory && (names !== '' || instances.length === 0)) return { client, kind: 'instance', roles: factory, instances };
    const roles = own(client.calls, names);
    return roles && { client, kind: 'request', roles, instances };
  }
  if (own(client.factories, names) === undefined) return undefined;
  const step = steps[at];
  const call = step && 'call' in step ? step.call : undefined;
  return matchSteps(client, built(client, steps.slice(at + 1)), call ? [...instances, call] : instances);
}

/** The steps behind calls that only go on building an instance: `agent().set(...).post`. */
function built(client: RequestClient, steps: readonly Step[]): readonly Step[] {
  const [first, second] = steps;
  const goesOn = first && 'name' in first && second && 'call' in second && own(client.builders, first.name) !== undefined;
  return goesOn ? built(client, steps.slice(2)) : steps;
}

function pathOf(steps: readonly Step[]): string {
  return steps.flatMap((step) => ('name' in step ? [step.name] : [])).join('.');
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Instances that only a type, an injection or a test fixture tells. */
function typedCall(root: Route['root'], steps: readonly Step[], evaluator: Evaluator): ClientCall | undefined {
  if (root.kind === 'import' && root.module === '@angular/core') {
    const [injected, call] = steps;
    if (injected && 'name' in injected && injected.name === 'inject' && call && 'call' in call) {
      const argument = call.call?.arguments[0];
      const injectable = argument?.type === 'Identifier' ? byType.get(argument.name) : undefined;
      return injectable && matchSteps(injectable, steps.slice(2));
    }
  }
  const client = byType.get(declaredTypeOf(root) ?? '');
  if (client) return matchSteps(client, steps);
  if (root.kind === 'parameter') {
    const fixture = isPlaywrightTest(root.function, evaluator) && playwright;
    const at = steps.findIndex((step) => 'name' in step && step.name === 'request');
    if (fixture && at !== -1) return matchSteps(fixture, steps.slice(at + 1));
  }
  return undefined;
}

const playwright = requestClients.find((client) => client.name === 'playwright');

/** Whether a function is the body of a Playwright test or hook. */
function isPlaywrightTest(fn: Node, evaluator: Evaluator): boolean {
  const call = fn.parent;
  if (call?.type !== 'CallExpression') return false;
  const callee = evaluator.single(unwrap(call.callee));
  if (callee?.kind !== 'opaque') return false;
  const { root } = routeOf(callee.origin);
  return root.kind === 'import' && root.module.includes('playwright') && namesOf(callee.origin).includes('test');
}
