import type { TSESTree } from '@typescript-eslint/types';
import { defaultDetectorOptions, holdsPublicName } from '@submit-guard/core';
import { knownText } from '../folding/text.ts';
import type { Opaque } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesSubmitKey, submitKeyName } from '../keys/key-names.ts';
import { namesOf } from '../origins/origin.ts';
import { functionName } from '../folding/calls.ts';
import type { Node } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';

export interface ExposureOptions {
  /** Whether the file is browser code; asked only where it matters. */
  readonly isBrowser: () => boolean;
  /** Whether the file configures Next.js, where `env` is written into the bundle. */
  readonly nextConfig: boolean;
}

/** Expressions by which a Submit key that is not a literal reaches the browser. */
export function exposures(analysis: ProgramAnalysis, options: ExposureOptions): readonly Node[] {
  const { index } = analysis;
  const named = index.members.length > 0 || index.patternProperties.length > 0 || index.imports.some(({ source }) => source.value.startsWith('$env/'));
  const matters = named || analysis.submitRequests.length > 0 || analysis.names.atomyx;
  const browser = matters && options.isBrowser();
  const read = environmentReads(analysis, browser);
  const found = [...read, ...inlined(analysis, options)];
  if (browser) found.push(...sent(analysis, found));
  return [...new Set(found)];
}

/** Variables that the build tool shows to browsers, and in browser code every variable that holds the key. */
function environmentReads(analysis: ProgramAnalysis, browser: boolean): readonly Node[] {
  const { index, names, evaluator } = analysis;
  const found: Node[] = [];
  const counts = (name: string): boolean => namesSubmitKey([name], names);
  for (const member of index.members) {
    const name = staticName(member);
    if (name === undefined || !counts(name) || isTarget(member)) continue;
    if (holdsPublicName(name) || (browser && isEnvironment(analysis, member.object))) found.push(member);
  }
  for (const property of index.patternProperties) {
    const name = staticName(property);
    const declarator = property.parent.parent;
    const source = declarator.type === 'VariableDeclarator' ? declarator.init : undefined;
    if (name !== undefined && counts(name) && (holdsPublicName(name) || (browser && source && isEnvironment(analysis, source)))) found.push(property.key);
  }
  for (const declaration of index.imports) {
    if (!declaration.source.value.startsWith('$env/')) continue;
    for (const specifier of declaration.specifiers) {
      const name = specifier.type === 'ImportSpecifier' ? nameOfKey(specifier.imported) : undefined;
      if (name !== undefined && counts(name) && (holdsPublicName(name) || browser)) found.push(specifier);
    }
  }
  for (const call of index.calls) {
    if (!browser || call.type !== 'CallExpression' || call.arguments[0]?.type !== 'Literal' || !/atomyx|submit/i.test(String(call.arguments[0].value))) continue;
    const value = evaluator.single(call);
    if (value?.kind === 'opaque' && /env/i.test(namesOf(value.origin).join('.')) && submitKeyName(value, names, evaluator) !== undefined) found.push(call);
  }
  return found;
}

function isTarget(member: TSESTree.MemberExpression): boolean {
  const { parent } = member;
  return (parent.type === 'AssignmentExpression' && parent.left === member) || (parent.type === 'UnaryExpression' && parent.operator === 'delete');
}

function isEnvironment(analysis: ProgramAnalysis, object: Node): boolean {
  return analysis.evaluator.evaluate(object).some((value) => value.kind === 'opaque' && /(?:^|\.)env$/.test(namesOf(value.origin).join('.')));
}

/** Keys in what build tools write into the bundle. */
function inlined(analysis: ProgramAnalysis, { nextConfig }: ExposureOptions): readonly Node[] {
  const found: Node[] = [];
  for (const object of analysis.index.objects) {
    for (const property of object.properties) {
      if (property.type !== 'Property' || property.computed) continue;
      const name = nameOfKey(property.key);
      const exposes =
        name === 'define' ||
        name === 'publicRuntimeConfig' ||
        (name === 'env' && nextConfig) ||
        (name === 'public' && isRuntimeConfig(object));
      if (exposes) found.push(...keysIn(analysis, property.value));
      if (name === 'envPrefix') found.push(...prefixesIn(property.value));
    }
  }
  for (const call of analysis.index.calls) {
    if (call.type !== 'NewExpression') continue;
    const callee = analysis.evaluator.single(call.callee);
    const leaf = callee?.kind === 'opaque' ? (functionName(callee.origin).split(/[.:]/).pop() ?? '') : '';
    if (leaf === 'DefinePlugin') found.push(...call.arguments.flatMap((argument) => keysIn(analysis, argument)));
    if (leaf === 'EnvironmentPlugin') found.push(...call.arguments.flatMap((argument) => namedVariables(analysis, argument)));
  }
  return found;
}

function isRuntimeConfig(object: Node): boolean {
  return object.parent?.type === 'Property' && nameOfKey(object.parent.key) === 'runtimeConfig';
}

function keysIn(analysis: ProgramAnalysis, node: Node): readonly Node[] {
  const found: Opaque[] = [];
  visitValues(analysis.evaluator.evaluate(node), {
    opaque: (opaque) => {
      if (submitKeyName(opaque, analysis.names, analysis.evaluator) !== undefined) found.push(opaque);
    },
  });
  return found.map((opaque) => opaque.node);
}

/** `new EnvironmentPlugin(['SUBMIT_API_KEY'])`. */
function namedVariables(analysis: ProgramAnalysis, argument: Node): readonly Node[] {
  const isName = (text: string | undefined): boolean => text !== undefined && namesSubmitKey([text], analysis.names);
  if (argument.type === 'ArrayExpression') return argument.elements.flatMap((element) => (element && isName(knownText(analysis.evaluator.single(element))) ? [element] : []));
  if (argument.type === 'ObjectExpression') return argument.properties.flatMap((property) => (property.type === 'Property' && isName(staticName(property)) ? [property.key] : []));
  return isName(knownText(analysis.evaluator.single(argument))) ? [argument] : [];
}

/** `envPrefix: 'ATOMYX_'` makes every variable of that prefix public. */
function prefixesIn(node: Node): readonly Node[] {
  if (node.type === 'ArrayExpression') return node.elements.flatMap((element) => (element ? prefixesIn(element) : []));
  return node.type === 'Literal' && typeof node.value === 'string' && /^(?:ATOMYX|SUBMIT_?(?:API)?)_?$/.test(node.value) ? [node] : [];
}

/** `Authorization` headers that browser code sends to Submit, where what they hold was not reported yet. */
function sent(analysis: ProgramAnalysis, reported: readonly Node[]): readonly Node[] {
  return analysis.submitRequests.flatMap(({ destination, credentials }) => {
    if (destination.host === undefined || !defaultDetectorOptions.hosts.includes(destination.host)) return [];
    return credentials.flatMap((field) => {
      const opaques: Opaque[] = [];
      visitValues(field.values, { opaque: (opaque) => void opaques.push(opaque) });
      const known = opaques.some(({ node }) => reported.some((other) => other === node || (other.range[0] <= node.range[0] && other.range[1] >= node.range[1])));
      return opaques.length > 0 && !known ? [field.node] : [];
    });
  });
}
