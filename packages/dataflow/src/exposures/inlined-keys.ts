import type { TSESTree } from '@typescript-eslint/types';
import { knownText } from '../folding/text.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesSubmitKey } from '../keys/key-names.ts';
import { namesOf, routeOf } from '../origins/origin.ts';
import { calleeName, isPlainCall } from '../syntax/callee-name.ts';
import type { CallLike, Node } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { keysIn } from './keys-in.ts';

/**
 * Keys in what build tools write into the bundle: `define`, `DefinePlugin`, `env` of Next.js.
 *
 * @param nextConfig - whether the file configures Next.js.
 */
export function inlinedKeys(analysis: ProgramAnalysis, nextConfig: boolean): readonly Node[] {
  const found: Node[] = [];
  for (const object of analysis.index.objects) {
    for (const property of object.properties) {
      if (property.type !== 'Property' || property.computed) continue;
      const name = nameOfKey(property.key);
      const exposes =
        name === 'define' ||
        name === 'publicRuntimeConfig' ||
        (name === 'env' && nextConfig) ||
        (name === 'public' && isMemberOf(object, 'runtimeConfig')) ||
        (name === 'extra' && isExpoConfig(analysis, object));
      if (exposes) found.push(...keysIn(analysis, property.value));
      if (name === 'envPrefix') found.push(...prefixesIn(property.value));
    }
  }
  const replaces = analysis.source.includes('@rollup/plugin-replace');
  for (const call of analysis.index.calls) {
    const plugin = call.type === 'NewExpression' || replaces ? pluginOf(analysis, call) : undefined;
    if (plugin === 'DefinePlugin' || plugin === 'replace') found.push(...call.arguments.flatMap((argument) => keysIn(analysis, argument)));
    if (plugin === 'EnvironmentPlugin') found.push(...call.arguments.flatMap((argument) => namedVariables(analysis, argument)));
  }
  return found;
}

/** Which plugin a call makes that writes values into bundles: of webpack, Rspack and Rollup. */
function pluginOf(analysis: ProgramAnalysis, call: CallLike): string | undefined {
  if (call.type === 'NewExpression') {
    if (!(calleeName(call) ?? '').endsWith('Plugin')) return undefined;
    const callee = analysis.evaluator.single(call.callee);
    return callee?.kind === 'opaque' ? namesOf(callee.origin).at(-1) : undefined;
  }
  if (!isPlainCall(call)) return undefined;
  const callee = analysis.evaluator.single(call.callee);
  const root = callee?.kind === 'opaque' ? routeOf(callee.origin).root : undefined;
  return root?.kind === 'import' && root.module === '@rollup/plugin-replace' ? 'replace' : undefined;
}

/** An object in the configuration of Expo, whose `extra` is part of the app. */
function isExpoConfig(analysis: ProgramAnalysis, object: TSESTree.ObjectExpression): boolean {
  if (isMemberOf(object, 'expo') || /['"](?:@expo\/config(?:-types)?|expo\/config)['"]/.test(analysis.source)) return true;
  return object.properties.some((property) => property.type === 'Property' && nameOfKey(property.key) === 'slug');
}

function isMemberOf(object: Node, name: string): boolean {
  return object.parent?.type === 'Property' && nameOfKey(object.parent.key) === name;
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
