import type { TSESTree } from '@typescript-eslint/types';
import { knownText } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { calleeName } from '../syntax/callee-name.ts';
import { decoratorsOf } from '../syntax/decorators.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { isFunction, outward, unwrap } from '../syntax/node.ts';
import { nameOfFunction } from '../syntax/function-name.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { callbackHeader, receivesCallbacks } from './callback-names.ts';

/** A function that is called with Submit callbacks. */
export interface Handler {
  readonly fn: FunctionNode;
  /** What stands around it where it is registered and may verify: middleware, hooks, guards, functions that wrap it. */
  readonly wiring: readonly Node[];
}

const routeMethods = ['post', 'put', 'patch', 'all', 'use', 'route', 'handle', 'on'] as const;

/** Names under which files of routes export what answers a `POST`. Next, Remix, SvelteKit, Astro, Lambda, Netlify. */
const routeExports: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'ALL', 'action', 'handler', 'default']);

/** Folders whose files are routes by their paths. What is in front of the last of them says nothing of the route. */
const routeFolder = /^(?:.*\/)?(?:api|routes?|pages|functions|handlers?|server)\/(?=.)|^.*?(?=(?:webhooks?|callbacks?)\/)/;

/** Every handler of Submit callbacks in a program, told by its route, its decorators, its file, its name or the headers it reads. */
export function callbackHandlers(analysis: ProgramAnalysis, path: string): readonly Handler[] {
  const handlers = new Map<FunctionNode, Node[]>();
  const add = (fn: FunctionNode, wiring: readonly Node[]): void => void handlers.set(fn, [...(handlers.get(fn) ?? []), ...wiring]);
  for (const { fn, wiring } of [...registered(analysis), ...described(analysis), ...exported(analysis, path)]) add(fn, wiring);
  for (const fn of analysis.index.functions) {
    const route = decoratedRoute(fn);
    if (route !== undefined && isCallbackRoute(route)) add(fn, decoratorsAround(fn));
    else if (fn.params.some((parameter) => isRequest(parameter)) && saysCallback(analysis, fn)) add(fn, wiringOf(fn));
  }
  return [...handlers].map(([fn, wiring]) => ({ fn, wiring }));
}

/** `app.post('/submit/callback', verify, handler)`, `app.route('/submit/callback').post(handler)`. */
function registered({ evaluator, index }: ProgramAnalysis): readonly Handler[] {
  return routeMethods.flatMap((method) =>
    (index.callsByMethod.get(method) ?? []).flatMap((call): readonly Handler[] => {
      const receiver = call.callee.type === 'MemberExpression' ? unwrap(call.callee.object) : undefined;
      const outer = receiver?.type === 'CallExpression' && calleeName(receiver) === 'route' ? receiver.arguments[0] : undefined;
      const first = outer ?? call.arguments[0];
      if (!first || !routesIn(evaluator.evaluate(first)).some((route) => isCallbackRoute(route))) return [];
      const rest = outer ? call.arguments : call.arguments.slice(1);
      return rest.flatMap((argument) => functionsAt(evaluator.evaluate(argument)).map((fn) => ({ fn, wiring: rest.filter((other) => other !== argument) })));
    }),
  );
}

/** The object literals among the arguments of calls that register handlers of callbacks. */
export function callbackRouteOptions(analysis: ProgramAnalysis): readonly TSESTree.ObjectExpression[] {
  const { evaluator, index } = analysis;
  return routeMethods.flatMap((method) =>
    (index.callsByMethod.get(method) ?? []).flatMap((call) => {
      const [first, ...rest] = call.arguments;
      const route = first?.type === 'ObjectExpression' ? first.properties.find((property) => property.type === 'Property' && /^(?:url|path)$/.test(staticName(property) ?? '')) : first;
      const values = route && evaluator.evaluate(route.type === 'Property' ? route.value : route);
      if (!values || !routesIn(values).some((text) => isCallbackRoute(text))) return [];
      return (first?.type === 'ObjectExpression' ? [first] : rest).filter((argument) => argument.type === 'ObjectExpression');
    }),
  );
}

function routesIn(values: readonly Value[]): readonly string[] {
  return values.flatMap((value) => (value.kind === 'list' ? value.items.slice(0, 16).flatMap((item) => routesIn(item)) : (knownText(value) ?? [])));
}

function functionsAt(values: readonly Value[]): readonly FunctionNode[] {
  return values.flatMap((value) => {
    if (value.kind === 'function') return [value.node];
    return value.kind === 'list' ? value.items.slice(0, 16).flatMap((item) => functionsAt(item)) : [];
  });
}

/** `{ method: 'POST', url: '/submit/callback', preHandler, handler }`. */
function described({ evaluator, index }: ProgramAnalysis): readonly Handler[] {
  return index.objects.flatMap((object): readonly Handler[] => {
    const member = (names: RegExp): Node | undefined => object.properties.find((property) => property.type === 'Property' && names.test(staticName(property) ?? ''));
    const [handler, route] = [member(/^handler$/), member(/^(?:url|path)$/)];
    if (handler?.type !== 'Property' || route?.type !== 'Property') return [];
    if (!routesIn(evaluator.evaluate(route.value)).some((text) => isCallbackRoute(text))) return [];
    const wiring = object.properties.filter((property) => property !== handler);
    return functionsAt(evaluator.evaluate(handler.value)).map((fn) => ({ fn, wiring }));
  });
}

/** What a file of routes exports: `POST`, `action`, `default`, functions in calls around it included. */
function exported(analysis: ProgramAnalysis, path: string): readonly Handler[] {
  const route = path.replace(routeFolder, '');
  if (route === path || !isCallbackRoute(route.replace(/\.\w+$/, ''))) return [];
  return analysis.program.body.flatMap((statement): readonly Handler[] => {
    if (statement.type === 'ExportDefaultDeclaration') return handlersAt(analysis, statement.declaration);
    if (statement.type === 'ExportNamedDeclaration') {
      const { declaration } = statement;
      if (declaration?.type === 'FunctionDeclaration') return routeExports.has(declaration.id?.name ?? '') ? [{ fn: declaration, wiring: [] }] : [];
      if (declaration?.type === 'VariableDeclaration') {
        return declaration.declarations.flatMap(({ id, init }) => (id.type === 'Identifier' && init && routeExports.has(id.name) ? handlersAt(analysis, init) : []));
      }
      return statement.specifiers.flatMap(({ exported: name, local }) => (routeExports.has(nameOfKey(name) ?? '') ? handlersAt(analysis, local) : []));
    }
    const assignment = statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression : undefined;
    const name = assignment?.left.type === 'MemberExpression' ? staticName(assignment.left) : undefined;
    return assignment && name !== undefined && (name === 'exports' || routeExports.has(name)) ? handlersAt(analysis, assignment.right) : [];
  });
}

function handlersAt(analysis: ProgramAnalysis, node: Node, wiring: readonly Node[] = []): readonly Handler[] {
  const inner = unwrap(node);
  if (inner.type !== 'CallExpression') return functionsAt(analysis.evaluator.evaluate(inner)).map((fn) => ({ fn, wiring }));
  if (wiring.length > 4) return [];
  return inner.arguments.flatMap((argument) => handlersAt(analysis, argument, [...wiring, inner.callee, ...inner.arguments.filter((other) => other !== argument)]));
}

/** The path that the decorators of a method and its class spell; `undefined` for methods that answer no `POST`. */
function decoratedRoute(fn: FunctionNode): string | undefined {
  const decorators = decoratorsAround(fn);
  if (!decorators.some(({ expression }) => expression.type === 'CallExpression' && /^(?:Post|Put|Patch|All)$/.test(calleeName(expression) ?? ''))) return undefined;
  return decorators
    .flatMap(({ expression }) => (expression.type === 'CallExpression' && /^(?:Post|Put|Patch|All|Controller|JsonController)$/.test(calleeName(expression) ?? '') ? expression.arguments : []))
    .flatMap((argument) => (argument.type === 'Literal' && typeof argument.value === 'string' ? [argument.value] : []))
    .join('/');
}

function decoratorsAround(fn: FunctionNode): ReturnType<typeof decoratorsOf> {
  const method = fn.parent;
  return method.type === 'MethodDefinition' ? [...decoratorsOf(method), ...decoratorsOf(method.parent.parent)] : [];
}

/** Whether a function of a request says by its name, or by the headers it reads, that it handles callbacks. */
function saysCallback(analysis: ProgramAnalysis, fn: FunctionNode): boolean {
  const name = nameOfFunction(fn);
  if (name !== undefined && receivesCallbacks(name)) return true;
  return analysis.index.texts.some((text) => text.range[0] > fn.range[0] && text.range[1] <= fn.range[1] && readsCallbackHeader(text, fn));
}

/** A header of callbacks that is read in a function itself: not one that is set, nor one that a function of a request in it reads. */
function readsCallbackHeader(text: Node, fn: FunctionNode): boolean {
  if (text.type !== 'Literal' || typeof text.value !== 'string' || !callbackHeader.test(text.value)) return false;
  const { parent } = text;
  if (parent.type === 'Property' && parent.parent.type === 'ObjectExpression') return false;
  if (parent.type === 'CallExpression' && /^(?:set|append|setHeader|setRequestHeader|header)$/.test(calleeName(parent) ?? '') && parent.arguments.length > 1) return false;
  for (let around: Node | undefined = parent; around && around !== fn; around = around.parent) {
    if (isFunction(around) && around.params.some((parameter) => isRequest(parameter))) return false;
  }
  return true;
}

const requestName = /^(?:_?req(?:uest)?|ctx|context|c|event|evt|e)$/;

function isRequest(parameter: Node): boolean {
  if (parameter.type === 'Identifier') return requestName.test(parameter.name) || isTypedRequest(parameter.typeAnnotation?.typeAnnotation) || decoratorsOf(parameter).some(({ expression }) => isBody(expression));
  if (parameter.type === 'ObjectPattern') return parameter.properties.some((property) => property.type === 'Property' && /^(?:body|request|req)$/.test(nameOfKey(property.key) ?? ''));
  return false;
}

function isBody(expression: Node): boolean {
  return expression.type === 'CallExpression' && calleeName(expression) === 'Body';
}

function isTypedRequest(type: Node | undefined): boolean {
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && /Request|Context|APIGatewayProxy/.test(type.typeName.name);
}

/** Middleware in front of a function that is an argument, hooks beside one that is an option, guards among decorators. */
function wiringOf(fn: FunctionNode): readonly Node[] {
  const { node, parent } = outward(fn);
  if (parent?.type === 'CallExpression') return [parent.callee, ...parent.arguments.filter((argument) => argument !== node)];
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression') return parent.parent.properties.filter((property) => property !== parent);
  return decoratorsAround(fn);
}

/** Whether a path says Submit and callback, as {@link receivesCallbacks} reads its words. */
export function isCallbackRoute(route: string): boolean {
  return route.length < 300 && receivesCallbacks(route.replace(/[^A-Za-z0-9]+/g, ' '));
}
