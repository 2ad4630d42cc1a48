import type { TSESTree } from '@typescript-eslint/types';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { decoratorsOf } from '../syntax/decorators.ts';
import type { FunctionNode, Node } from '../syntax/node.ts';
import { isFunction, outward, unwrap } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { walk } from '../syntax/walk.ts';
import { isCallbackName } from './callback-names.ts';

/** Names of things that verify: functions, middleware, guards, hooks. */
const verifying = /verif|genuine|authentic|timingSafeEqual|constructEvent|(?:check|validate|valid|assert|require|ensure|compare)\w*(?:signature|hmac|webhook|callback|sender|origin)|signature\w*(?:guard|check|valid|middleware|ok)|safeEqual|hmac/i;

/** Methods that read the body as the payload; the raw ones only read it. */
const parsing: ReadonlySet<string> = new Set(['json', 'formData', 'parseBody']);

const routeMethods: ReadonlySet<string> = new Set(['post', 'put', 'all', 'use', 'route', 'handle', 'on']);
const requestName = /^(?:_?req(?:uest)?|ctx|context|c|event|evt|e)$/;

/** In each handler of Submit callbacks that verifies nothing before, the first use of the payload. */
export function unverifiedUses(analysis: ProgramAnalysis, path: string): readonly Node[] {
  const { index, source } = analysis;
  const handlers = index.functions.filter((fn) => isHandler(analysis, fn, path));
  if (handlers.length === 0 || verifiesEverywhere(analysis)) return [];
  return handlers.flatMap((fn) => {
    if (wiredWithVerification(source, fn)) return [];
    const { use, verified } = firstUse(analysis, fn);
    return use && !(verified !== undefined && verified < use.range[0]) ? [use] : [];
  });
}

/** A function with something like a request for a parameter that its route, its name or its headers make a Submit callback's. */
function isHandler(analysis: ProgramAnalysis, fn: FunctionNode, path: string): boolean {
  if (fn.params.length === 0 || fn.params.length > 4) return false;
  const text = analysis.source.slice(fn.range[0], fn.range[1]);
  if (!/body|json\(|formData\(/i.test(text) && !hasBodyDecorator(fn)) return false;
  if (!fn.params.some((parameter) => isRequest(parameter)) && !hasBodyDecorator(fn)) return false;
  if (isInsideHandlerOfItsOwn(analysis, fn)) return false;
  if (/x-atomyx-(?:signature|event|delivery|timestamp)/i.test(text)) return true;
  return [nameOf(fn), routeOf(fn), isRouteFile(path) && /^(?:POST|PUT|handler|default)$/.test(nameOf(fn) ?? '') ? path : undefined].some(
    (name) => name !== undefined && isCallbackName(name.replace(/[/.:*-]+/g, ' ')),
  );
}

function isInsideHandlerOfItsOwn(analysis: ProgramAnalysis, fn: FunctionNode): boolean {
  for (let parent = fn.parent as Node | undefined; parent; parent = parent.parent) {
    if (isFunction(parent) && parent.params.some((parameter) => isRequest(parameter)) && /x-atomyx-/i.test(analysis.source.slice(parent.range[0], parent.range[1]))) return true;
  }
  return false;
}

function isRequest(parameter: Node): boolean {
  if (parameter.type === 'Identifier') return requestName.test(parameter.name) || typeSays(parameter, /Request|Context|APIGatewayProxy/);
  if (parameter.type === 'ObjectPattern') return parameter.properties.some((property) => property.type === 'Property' && /^(?:body|request|req)$/.test(nameOfKey(property.key) ?? ''));
  return false;
}

function typeSays(parameter: TSESTree.Identifier, pattern: RegExp): boolean {
  const type = parameter.typeAnnotation?.typeAnnotation;
  return type?.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && pattern.test(type.typeName.name);
}

function isRouteFile(path: string): boolean {
  return /(?:^|\/)(?:api|routes?|pages|webhooks?|callbacks?|functions|handlers?|server)\//.test(path);
}

function nameOf(fn: FunctionNode): string | undefined {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? 'default';
  const { parent } = outward(fn);
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'MethodDefinition' || parent?.type === 'Property' || parent?.type === 'PropertyDefinition') return staticName(parent);
  if (parent?.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression') return staticName(parent.left);
  return parent?.type === 'ExportDefaultDeclaration' ? 'default' : undefined;
}

/** The path under which a handler is registered, by a call or by decorators. */
function routeOf(fn: FunctionNode): string | undefined {
  const { parent } = outward(fn);
  if (parent?.type === 'CallExpression' && parent.callee.type === 'MemberExpression' && routeMethods.has(nameOfKey(parent.callee.property) ?? '')) {
    const [first] = parent.arguments;
    return first?.type === 'Literal' && typeof first.value === 'string' ? first.value : undefined;
  }
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression' && nameOfKey(parent.key) === 'handler') {
    const url = parent.parent.properties.find((property) => property.type === 'Property' && /^(?:url|path)$/.test(nameOfKey(property.key) ?? ''));
    return url?.type === 'Property' && url.value.type === 'Literal' ? String(url.value.value) : undefined;
  }
  if (parent?.type === 'MethodDefinition') {
    const decorators = [...decoratorsOf(parent), ...decoratorsOf(parent.parent.parent)];
    return decorators
      .flatMap(({ expression }) => (expression.type === 'CallExpression' ? expression.arguments : []))
      .flatMap((argument) => (argument.type === 'Literal' && typeof argument.value === 'string' ? [argument.value] : []))
      .join('/');
  }
  return undefined;
}

/** `app.use(verifySubmitCallback)`, `router.use('/x', verify)`. */
function verifiesEverywhere(analysis: ProgramAnalysis): boolean {
  return ['use', 'addHook', 'register', 'useGlobalGuards'].some((method) =>
    (analysis.index.callsByMethod.get(method) ?? []).some((call) => verifying.test(analysis.source.slice(call.range[0], call.range[1]).slice(0, 2_000))),
  );
}

/** Middleware in front of the handler, hooks among its options, guards among its decorators. */
function wiredWithVerification(source: string, fn: FunctionNode): boolean {
  const { node, parent } = outward(fn);
  const others: Node[] = [];
  if (parent?.type === 'CallExpression') others.push(...parent.arguments.filter((argument) => argument !== node), parent.callee);
  if (parent?.type === 'Property' && parent.parent.type === 'ObjectExpression') others.push(...parent.parent.properties.filter((property) => property !== parent));
  if (parent?.type === 'MethodDefinition') others.push(...decoratorsOf(parent), ...decoratorsOf(parent.parent.parent));
  return others.some((other) => verifying.test(source.slice(other.range[0], other.range[1])));
}

function hasBodyDecorator(fn: FunctionNode): boolean {
  return fn.params.some((parameter) => decoratorsOf(parameter).some((decorator) => isBodyDecorator(decorator)));
}

function isBodyDecorator({ expression }: TSESTree.Decorator): boolean {
  return expression.type === 'CallExpression' && expression.callee.type === 'Identifier' && expression.callee.name === 'Body';
}

/** The first place that trusts the payload, and where the first verification stands. */
function firstUse(analysis: ProgramAnalysis, fn: FunctionNode): { readonly use: Node | undefined; readonly verified: number | undefined } {
  const { source } = analysis;
  let use: Node | undefined;
  let verified: number | undefined;
  const bodyParameters = new Set(fn.params.flatMap((parameter) => (parameter.type === 'Identifier' && decoratorsOf(parameter).some((decorator) => isBodyDecorator(decorator)) ? [parameter.name] : [])));
  walk(fn.body, analysis.evaluator.keys, (node) => {
    if (node.type === 'CallExpression' && verifying.test(calleeText(source, node))) {
      verified ??= node.range[0];
      return !use;
    }
    const payload = use ? undefined : payloadAt(node, bodyParameters);
    if (payload && !isOnlyLookedAt(source, payload)) use = payload;
    return true;
  });
  return { use, verified };
}

function calleeText(source: string, call: TSESTree.CallExpression): string {
  const text = source.slice(call.callee.range[0], call.callee.range[1]);
  return text.slice(Math.max(0, text.length - 200));
}

/** `request.body`, `ctx.request.body`, `await request.json()`, a parameter with `@Body()`. */
function payloadAt(node: Node, bodyParameters: ReadonlySet<string>): Node | undefined {
  if (node.type === 'MemberExpression' && nameOfKey(node.property) === 'body' && /^(?:_?req(?:uest)?|ctx|context|c|event|evt|e)$/.test(rootName(node.object))) return node;
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && parsing.has(nameOfKey(node.callee.property) ?? '') && requestName.test(rootName(node.callee.object))) {
    const isBody = rootName(node.callee.object) !== 'c' && rootName(node.callee.object) !== 'ctx' ? true : innerName(node.callee.object).includes('req');
    return isBody && node.arguments.length === 0 ? (node.parent.type === 'AwaitExpression' ? node.parent : node) : undefined;
  }
  if (node.type === 'Identifier' && bodyParameters.has(node.name) && node.parent.type !== 'Property') return node;
  return undefined;
}

function rootName(node: Node): string {
  let current = unwrap(node);
  while (current.type === 'MemberExpression') current = unwrap(current.object);
  return current.type === 'Identifier' ? current.name : '';
}

function innerName(node: Node): string {
  const inner = unwrap(node);
  return inner.type === 'MemberExpression' ? (nameOfKey(inner.property) ?? '') : '';
}

/** The raw body on its way into the HMAC, or asked whether it is there. */
function isOnlyLookedAt(source: string, payload: Node): boolean {
  let node = payload;
  for (let climbed = 0; climbed < 12; climbed += 1) {
    const { node: inner, parent } = outward(node);
    if (!parent || parent.type.endsWith('Statement')) return parent?.type === 'IfStatement' && parent.test === inner;
    if (parent.type === 'UnaryExpression' && parent.operator !== '-') return true;
    if (parent.type === 'CallExpression' && parent.callee !== inner) {
      const callee = calleeText(source, parent);
      if (verifying.test(callee) || /(?:^|\.)(?:update|isBuffer)$/.test(callee)) return true;
      if (!/(?:^|\.)(?:from|String|stringify|concat|toString)$/.test(callee)) return false;
    }
    if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && /raw/i.test(parent.id.name)) return true;
    if (isFunction(parent)) return false;
    node = parent;
  }
  return false;
}
