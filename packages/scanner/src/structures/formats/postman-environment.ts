import type { Node } from '../documents/node.ts';
import { childOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Environment, Variable } from '../structure.ts';
import { StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/** How Postman and Hoppscotch name the values of a variable, and what their windows call them. */
const values = [
  { property: 'value', words: 'value' },
  { property: 'initialValue', words: 'initial value' },
  { property: 'currentValue', words: 'current value' },
  { property: 'sessionValue', words: 'current value' },
] as const;

/** Environments, globals and vaults of Postman; the shape is that of `VariableScope` in `postman-collection` (npm), and of exports. */
export const postmanEnvironment: Format = {
  name: 'Postman environment',
  accepts: (path, text) => /\.postman_(?:environment|globals|vault)\.json$/.test(path) || (isJson(path) && /"_postman_variable_scope"\s*:\s*"(?!collection")/.test(text)),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    const scope = wordsAt(root, '_postman_variable_scope');
    const kind = scope === 'globals' ? 'Postman globals' : scope === 'vault' ? 'Postman vault' : 'Postman environment';
    builder.environments.push(environmentOf(builder, childOf(root, 'environment') ?? root, kind));
    return builder;
  },
};

/** The environment that a node with `name` and `values` is. */
export function environmentOf(builder: StructureBuilder, node: Node | undefined, kind: string): Environment {
  const name = wordsAt(node, 'name');
  const words = kind === 'Postman globals' ? kind : called(kind, name);
  return { name, variables: variablesOf(builder, itemsOf(node, 'values'), `in the ${words}`) };
}

/** Variables as pairs of `key` (once `id`) and values. */
export function variablesOf(builder: StructureBuilder, nodes: readonly Node[], where: string): readonly Variable[] {
  return nodes.flatMap((node) => {
    const name = textOf(node, 'key') ?? textOf(node, 'id') ?? textOf(node, 'name');
    if (name === undefined) return [];
    return values.flatMap(({ property, words }) => {
      const text = textOf(node, property);
      return text === undefined ? [] : [builder.variable(name.value, rangeOfText(name), text, `the ${words} of ${quoted(name.value)} ${where}`)];
    });
  });
}
