import type { TSESTree } from '@typescript-eslint/types';
import { knownText } from '../folding/text.ts';
import type { Evaluator } from '../folding/evaluator.ts';
import type { Node } from '../syntax/node.ts';
import { staticName } from '../syntax/property-name.ts';

/** Properties that hold what another one names, as they are called in definitions of parameters, secrets and variables. */
const valueProperties: ReadonlySet<string> = new Set(['value', 'Value', 'stringValue', 'StringValue', 'secretString', 'SecretString', 'secretValue', 'plaintextValue', 'default', 'defaultValue', 'content']);
const labelProperties: ReadonlySet<string> = new Set(['name', 'Name', 'key', 'id', 'parameterName', 'secretName', 'variableName', 'variable', 'label']);

/** The text beside a value that says what it is: `{ name: 'ATOMYX_API_KEY', value }`. */
export function labelBeside(evaluator: Evaluator, property: TSESTree.Property, name: string): { readonly name: string; readonly node: Node } | undefined {
  if (!valueProperties.has(name) || property.parent.type !== 'ObjectExpression') return undefined;
  for (const each of property.parent.properties) {
    if (each.type !== 'Property' || each === property || !labelProperties.has(staticName(each) ?? '')) continue;
    const text = knownText(evaluator.single(each.value));
    if (text !== undefined && /^[\w.:/-]{3,120}$/.test(text)) return { name: text, node: each.value };
  }
  return undefined;
}
