import type { TSESTree } from '@typescript-eslint/types';
import type { PlacedRequest, ProgramAnalysis } from '../keys/analysis.ts';
import { nestedEntries, recordsIn } from '../folding/nested-entries.ts';
import { knownText, piecesOf } from '../folding/text.ts';
import type { Value } from '../folding/value.ts';
import { namesOf } from '../origins/origin.ts';
import { calleeName } from '../syntax/callee-name.ts';
import type { Node } from '../syntax/node.ts';
import { outward, unwrap } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import type { CallbackScope } from './callback-scope.ts';
import { callbackFunctionAround, callbackScopeOf, mentionsCallbacks } from './callback-scope.ts';
import { isKeyField } from './callback-names.ts';
import { declaredTypes, expectedTypes } from './expected-types.ts';
import { isCallbackRoute } from './handlers.ts';
import type { PayloadField } from './payload-field.ts';

/** Members of objects that are Submit callbacks: by their type, their variable, or because they are sent as one. */
export function objectFields(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const fields = [...typedObjects(analysis, scope), ...assignedMembers(analysis, scope), ...analysis.requests.flatMap((placed) => sentFields(placed))];
  const seen = new Set<Node>();
  return fields.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function typedObjects(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  const objects = analysis.index.objects.flatMap((object) => (isPayloadObject(analysis, object, scope) ? [object] : injectedPayload(analysis, object)));
  return fieldsIn(objects.flatMap((object) => analysis.evaluator.evaluate(object)));
}

function fieldsIn(values: readonly Value[], doubtful = false): readonly PayloadField[] {
  return recordsIn(values)
    .flatMap((record) => nestedEntries(record))
    .flatMap(({ entry }) => (entry.name === undefined ? [] : [{ name: entry.name, key: entry.key, value: entry.valueNode, doubtful }]));
}

function isPayloadObject(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression, scope: CallbackScope): boolean {
  const types = expectedTypes(analysis, object);
  if (types.some((name) => scope.isCallback(name, object))) return true;
  const { node, parent } = outward(object);
  if (parent?.type === 'CallExpression' && parent.arguments[0] === node) return isExpectedPayload(parent, scope);
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier' || types.length > 0) return false;
  // A variable that is called a callback may hold a schema or a table: what is delivered says so.
  return /payload|body|event$|callback$|webhook$/i.test(parent.id.name) && scope.isCallback(parent.id.name, parent.parent) && !isSchema(object);
}

function isSchema(object: TSESTree.ObjectExpression): boolean {
  return object.properties.some((property) => property.type === 'Property' && staticName(property) === 'properties');
}

/** `expect(submitCallbackBody).toEqual({ ... })`. */
function isExpectedPayload(call: TSESTree.CallExpression, scope: CallbackScope): boolean {
  if (call.callee.type !== 'MemberExpression' || !/^to(?:Strict|Match)?(?:Equal|Object|Be)?$/.test(nameOfKey(call.callee.property) ?? '')) return false;
  const expecting = unwrap(call.callee.object);
  const [subject] = expecting.type === 'CallExpression' && calleeName(expecting) === 'expect' ? expecting.arguments : [];
  const name = subject?.type === 'Identifier' ? subject.name : subject?.type === 'MemberExpression' ? nameOfKey(subject.property) : undefined;
  return name !== undefined && scope.isCallback(name, call);
}

/** `{ url: '/submit/callback', payload: { ... } }`, with which frameworks are tested. */
function injectedPayload(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression): readonly TSESTree.ObjectExpression[] {
  const member = (names: RegExp): Node | undefined => object.properties.find((property) => property.type === 'Property' && names.test(staticName(property) ?? ''));
  const [url, payload] = [member(/^(?:url|path)$/), member(/^(?:payload|body|data|json)$/)];
  if (url?.type !== 'Property' || payload?.type !== 'Property' || payload.value.type !== 'ObjectExpression' || isSchema(payload.value)) return [];
  return saysCallbackRoute(knownText(analysis.evaluator.single(url.value))) ? [payload.value] : [];
}

/** `payload.apiKey = key`, where the variable is declared as a callback. */
function assignedMembers(analysis: ProgramAnalysis, scope: CallbackScope): readonly PayloadField[] {
  return analysis.index.assignments.flatMap(({ left, right }): readonly PayloadField[] => {
    const name = left.type === 'MemberExpression' ? staticName(left) : undefined;
    if (left.type !== 'MemberExpression' || name === undefined) return [];
    let root = unwrap(left.object);
    while (root.type === 'MemberExpression') root = unwrap(root.object);
    const isCallback = root.type === 'Identifier' && declaredTypes(analysis, root).some((type) => scope.isCallback(type, root));
    return isCallback ? [{ name, key: left.property, value: right }] : [];
  });
}

/** The body of a request that is a callback: by its headers, its address, or the function that sends it. */
function sentFields({ request, destination }: PlacedRequest): readonly PayloadField[] {
  if (destination.kind === 'submit' || destination.kind === 'staging' || !request.body) return [];
  const says =
    request.headers.fields.some((field) => field.name.startsWith('x-atomyx-')) ||
    callbackFunctionAround(request.node) !== undefined ||
    (request.url?.values ?? []).some((value) => saysCallbackRoute(piecesOf(value).map((piece) => piece.text).join('/')));
  // Whose callbacks go to a `callbackUrl` is open: only what is surely a Submit key counts there.
  const doubtful = !says && (request.url?.values ?? []).some((value) => value.kind === 'opaque' && /^callback_?ur[li]$/i.test(namesOf(value.origin).at(-1) ?? ''));
  return says || doubtful ? fieldsIn(request.body.values, doubtful) : [];
}

/** Whether the path of a URL, as far as it is known, says that callbacks arrive there. */
function saysCallbackRoute(url: string | undefined): boolean {
  return url !== undefined && isCallbackRoute(url.replace(/^[a-z]+:\/\/[^/]*/i, ''));
}

/** Key fields of the callbacks of a program, gathered once: every literal key is looked for among them. */
const keyFields = new WeakMap<ProgramAnalysis, readonly PayloadField[]>();

/** The name of the field of a callback payload that a literal is the value of. */
export function callbackPayloadOf(analysis: ProgramAnalysis, literal: Node): string | undefined {
  if (!mentionsCallbacks(analysis)) return undefined;
  let fields = keyFields.get(analysis);
  if (!fields) keyFields.set(analysis, (fields = objectFields(analysis, callbackScopeOf(analysis)).filter(({ name }) => isKeyField(name, false))));
  const field = fields.find(({ value }) => value && value.range[0] <= literal.range[0] && value.range[1] >= literal.range[1]);
  return field?.name;
}
