import type { ProgramAnalysis } from '../keys/analysis.ts';
import { namesSubmitKey } from '../keys/key-names.ts';
import type { Node } from '../syntax/node.ts';
import { callbackScopeOf, mentionsCallbacks } from './callback-scope.ts';
import { isKeyField } from './callback-names.ts';
import { objectFields } from './payload-objects.ts';
import { schemaFields } from './schema-fields.ts';
import { typeFields } from './type-fields.ts';

export interface PayloadOptions {
  /** Whether fields that are called `token` or `secret` and nothing else count. */
  readonly tokens: boolean;
  /** Names that the settings declare as callbacks, instead of the built-in reading. */
  readonly isCallbackType: ((name: string) => boolean) | undefined;
}

export interface PayloadLeak {
  readonly name: string;
  /** Where the name of the field is written. */
  readonly key: Node;
  /** The property or member around it, where taking it out is a matter of taking that out. */
  readonly member: Node | undefined;
  readonly value?: Node | undefined;
}

/** Fields of Submit callbacks that are meant to hold a Submit key, or do. */
export function payloadLeaks(analysis: ProgramAnalysis, options: PayloadOptions): readonly PayloadLeak[] {
  if (!options.isCallbackType && !mentionsCallbacks(analysis)) return [];
  const scope = callbackScopeOf(analysis, options.isCallbackType);
  const declared = [...typeFields(analysis, scope), ...schemaFields(analysis, scope)].filter(({ name }) => isKeyField(name, options.tokens));
  const put = objectFields(analysis, scope).filter(({ name, value, doubtful }) => (doubtful ? namesSubmitKey([name], analysis.names) : isKeyField(name, options.tokens)) || holdsKey(analysis, value));
  const seen = new Set<Node>();
  return [...declared, ...put]
    .filter(({ key }) => !seen.has(key) && seen.add(key))
    .map(({ name, key, value }) => ({ name, key, value, member: key.parent && /^(?:Property|TSPropertySignature|PropertyDefinition)$/.test(key.parent.type) ? key.parent : undefined }));
}

/** The value itself, not an object around it, is a key. */
function holdsKey(analysis: ProgramAnalysis, value: Node | undefined): boolean {
  if (!value || value.type === 'ObjectExpression' || value.type === 'ArrayExpression') return false;
  const values = analysis.evaluator.evaluate(value).filter((one) => one.kind !== 'record' && one.kind !== 'list');
  return analysis.taint.find(values)?.part.kind === 'opaque';
}
