import type { TSESTree } from '@typescript-eslint/types';
import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import { namesOf } from '../origins/origin.ts';
import type { Node } from '../syntax/node.ts';
import { outward } from '../syntax/node.ts';
import { nameOfKey, staticName } from '../syntax/property-name.ts';

/** Properties that hold what another one names, as they are called in definitions of parameters, secrets and variables. */
const valueProperties: ReadonlySet<string> = new Set(['value', 'Value', 'stringValue', 'StringValue', 'secretString', 'SecretString', 'secretValue', 'plaintextValue', 'default', 'defaultValue', 'content', 'useValue', 'useFactory', 'asValue']);
const labelProperties: ReadonlySet<string> = new Set(['name', 'Name', 'key', 'id', 'parameterName', 'secretName', 'variableName', 'variable', 'label', 'provide']);

/** A text that says what a value is. */
export interface Label {
  readonly name: string;
  readonly node: Node;
}

/** The text beside a value that says what it is: `{ name: 'ATOMYX_API_KEY', value }`. */
export function labelBeside(evaluator: Evaluator, property: TSESTree.Property, name: string): Label | undefined {
  if (!valueProperties.has(name) || property.parent.type !== 'ObjectExpression') return undefined;
  for (const each of property.parent.properties) {
    if (each.type !== 'Property' || each === property || !labelProperties.has(staticName(each) ?? '')) continue;
    const label = labelAt(evaluator, each.value);
    if (label) return label;
  }
  return undefined;
}

/**
 * What the call around a value says that it is: the text in front of its options, `register('ATOMYX_API_KEY', { useValue })`, `option('atomyx-api-key', { default })`,
 * or the name under which its result is kept, `ATOMYX_API_KEY: str({ default })`.
 */
export function labelAround(evaluator: Evaluator, property: TSESTree.Property, name: string): Label | undefined {
  if (!valueProperties.has(name) || property.parent.type !== 'ObjectExpression') return undefined;
  const { node: options, parent: call } = outward(property.parent);
  if ((call?.type !== 'CallExpression' && call?.type !== 'NewExpression') || call.callee === options) return undefined;
  const [before] = call.arguments.slice(0, call.arguments.findIndex((argument) => argument === options)).reverse();
  if (before) return before.type === 'SpreadElement' ? undefined : labelAt(evaluator, before);
  const { node: made, parent } = outward(call);
  return parent?.type === 'Property' && parent.value === made && !parent.computed ? { name: nameOfKey(parent.key) ?? '', node: parent.key } : undefined;
}

/** A text, or a symbol that stands for one. */
function labelAt(evaluator: Evaluator, node: Node): Label | undefined {
  const value = evaluator.single(node);
  const symbol = value?.kind === 'opaque' && value.origin.kind === 'call' && /^Symbol(?:\.for)?$/.test(namesOf(value.origin.callee).join('.')) ? value.origin.node : undefined;
  const described = symbol?.type === 'CallExpression' ? symbol.arguments[0] : undefined;
  const text = described && described.type !== 'SpreadElement' ? knownText(evaluator.single(described)) : knownText(value);
  return text !== undefined && /^[\w.:/-]{3,120}$/.test(text) ? { name: text, node } : undefined;
}
