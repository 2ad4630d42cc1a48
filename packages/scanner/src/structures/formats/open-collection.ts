import type { Node } from '../documents/node.ts';
import { childOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Credential, Scope, Variable } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson, isYaml } from './format.ts';
import { namedVariables } from './named-variables.ts';
import { variablesSetIn } from './script-variables.ts';

/** Bruno's collections in YAML: one file, or a folder of them (https://spec.opencollection.com; `@opencollection/types` on npm). */
export const openCollection: Format = {
  name: 'OpenCollection',
  accepts: (path, text) => (isYaml(path) && (/^opencollection:/m.test(text) || (/^info:[ \t]*\r?$/m.test(text) && /^http:[ \t]*\r?$/m.test(text) && /^[ \t]+type:[ \t]*["']?http\b/m.test(text)) || (/(?:^|\/)environments\//.test(path) && /^variables:[ \t]*\r?$/m.test(text))))
    || (isJson(path) && /\{\s*"opencollection"\s*:/.test(text)),
  read(text, path) {
    const root = isYaml(path) ? parseYaml(text) : parseJson(text);
    const builder = new StructureBuilder();
    const isEnvironment = childOf(root, 'info') === undefined && childOf(root, 'variables') !== undefined;
    for (const environment of [...itemsOf(root, 'config', 'environments'), ...(isEnvironment ? [root] : [])]) {
      const name = wordsAt(environment, 'name') || path.replace(/^.*\/|\.\w+$/g, '');
      builder.environments.push({ name, variables: variablesOf(builder, itemsOf(environment, 'variables'), called('Bruno environment', name)) });
    }
    readItem(builder, root, emptyScope, []);
    return builder;
  },
};

function readItem(builder: StructureBuilder, item: Node, parent: Scope, inherited: readonly Credential[]): void {
  const kind = childOf(item, 'http') !== undefined ? 'Bruno request' : childOf(item, 'opencollection') !== undefined ? 'Bruno collection' : 'Bruno folder';
  const words = called(kind, wordsAt(item, 'info', 'name') || wordsAt(item, 'name'));
  builder.place(item, `the ${words}`);
  const runtime = [childOf(item, 'runtime'), childOf(item, 'request')];
  const variables = runtime.flatMap((node) => [...variablesOf(builder, itemsOf(node, 'variables'), words), ...itemsOf(node, 'scripts').flatMap((script) => scriptVariables(builder, script, words))]);
  const scope = { variables, parent };
  const settings = childOf(item, 'http') ?? childOf(item, 'request');
  const own = [authOf(childOf(settings, 'auth')), ...itemsOf(settings, 'headers').map((header) => headerCredential(wordsAt(header, 'name'), textOf(header, 'value')))].filter((credential) => credential !== undefined);
  const credentials = own.length > 0 ? own : inherited;
  builder.request(textOf(item, 'http', 'url'), scope, credentials);
  for (const child of itemsOf(item, 'items')) readItem(builder, child, scope, credentials);
}

function authOf(auth: Node | undefined): Credential | undefined {
  const type = wordsAt(auth, 'type');
  const token = textOf(auth, 'token');
  if (type === 'bearer' && token !== undefined) return { text: token, scheme: 'bearer' };
  const value = textOf(auth, 'value');
  return type === 'apikey' && value !== undefined && isAuthorization(wordsAt(auth, 'key')) ? { text: value, scheme: 'header' } : undefined;
}

/** A value is a text, or an object with the text in `data`. */
function variablesOf(builder: StructureBuilder, nodes: readonly Node[], words: string): readonly Variable[] {
  return namedVariables(builder, nodes, words, (node) => textOf(node, 'value') ?? textOf(node, 'value', 'data') ?? textOf(node, 'default'));
}

function scriptVariables(builder: StructureBuilder, node: Node, words: string): readonly Variable[] {
  const script = textOf(node, 'code');
  if (script === undefined) return [];
  builder.place(rangeOfText(script), `the ${wordsAt(node, 'type')} script of the ${words}`);
  builder.passages.push(script);
  return variablesSetIn(script);
}
