import type { TSESTree } from '@typescript-eslint/types';
import { defaultDetectorOptions, holdsPublicName } from '@submit-guard/core';
import type { Opaque } from '../folding/value.ts';
import { visitValues } from '../folding/visit-values.ts';
import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesSubmitKey, submitKeyName } from '../keys/key-names.ts';
import { namesOf } from '../origins/origin.ts';
import type { Node } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';
import { inlinedKeys } from './inlined-keys.ts';
import { servedKeys } from './served-keys.ts';

export interface ExposureOptions {
  /** Whether the file is browser code; asked only where it matters. */
  readonly isBrowser: () => boolean;
  /** Whether the file configures Next.js, where `env` is written into the bundle. */
  readonly nextConfig: boolean;
}

/** Modules of SvelteKit and Astro whose exports are environment variables; those that are private may be imported by servers only. */
const environmentModules = /^(?:\$env\/|astro:env\/)/;

/** Expressions by which a Submit key that is not a literal reaches the browser. */
export function exposures(analysis: ProgramAnalysis, options: ExposureOptions): readonly Node[] {
  const { index } = analysis;
  const named = index.members.length > 0 || index.patternProperties.length > 0 || index.imports.some(({ source }) => environmentModules.test(source.value));
  const matters = named || analysis.submitRequests.length > 0 || analysis.names.atomyx;
  const browser = matters && options.isBrowser();
  const found = [...environmentReads(analysis, browser), ...inlinedKeys(analysis, options.nextConfig), ...servedKeys(analysis)];
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
    if (holdsPublicName(name) || isPublicConfig(analysis, member.object) || (browser && isEnvironment(analysis, member.object))) found.push(member);
  }
  for (const property of index.patternProperties) {
    const name = staticName(property);
    const declarator = property.parent.parent;
    const source = declarator.type === 'VariableDeclarator' ? declarator.init : undefined;
    if (name !== undefined && counts(name) && (holdsPublicName(name) || (browser && source && isEnvironment(analysis, source)))) found.push(property.key);
  }
  for (const declaration of index.imports) {
    if (!environmentModules.test(declaration.source.value)) continue;
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

/** The part of Nuxt's runtime configuration that browsers get. */
function isPublicConfig(analysis: ProgramAnalysis, object: Node): boolean {
  return analysis.evaluator.evaluate(object).some((value) => value.kind === 'opaque' && /(?:^|\.)useRuntimeConfig\.public$/.test(namesOf(value.origin).join('.')));
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
