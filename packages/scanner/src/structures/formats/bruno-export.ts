import type { Node } from '../documents/node.ts';
import { childOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Credential, Scope } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';
import { namedVariables } from './named-variables.ts';
import { variablesSetIn } from './script-variables.ts';

/** Collections that Bruno exports as one JSON file (`packages/bruno-schema` of github.com/usebruno/bruno; `@usebruno/converters` makes them). */
export const brunoExport: Format = {
  name: 'Bruno export',
  accepts: (path, text) => isJson(path) && /"type"\s*:\s*"(?:http|graphql|http-request|graphql-request)"/.test(text) && /"items"\s*:/.test(text) && /"request"\s*:/.test(text),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    const collection = childOf(root, 'collection') ?? root;
    for (const environment of itemsOf(collection, 'environments')) {
      const name = wordsAt(environment, 'name');
      builder.environments.push({ name, variables: namedVariables(builder, itemsOf(environment, 'variables'), called('Bruno environment', name)) });
    }
    readItem(builder, collection, called('Bruno collection', wordsAt(collection, 'name')), emptyScope, undefined);
    return builder;
  },
};

/** A request, or a folder or the collection, whose own settings are the request of its `root`. */
function readItem(builder: StructureBuilder, item: Node, words: string, parent: Scope, inherited: readonly Credential[] | undefined): void {
  builder.place(item, `the ${words}`);
  const settings = childOf(item, 'root', 'request') ?? childOf(item, 'request');
  const scripts = [textOf(settings, 'script', 'req'), textOf(settings, 'script', 'res'), textOf(settings, 'tests')].filter((script) => script !== undefined);
  for (const script of scripts) builder.place(rangeOfText(script), `the script of the ${words}`);
  builder.passages.push(...scripts);
  const variables = [...namedVariables(builder, itemsOf(settings, 'vars', 'req'), words), ...scripts.flatMap(variablesSetIn)];
  const scope = variables.length === 0 ? parent : { variables, parent };
  const own = credentialsOf(settings);
  const credentials = own.length > 0 ? own : inherited;
  builder.request(textOf(item, 'request', 'url'), scope, credentials ?? []);
  for (const child of itemsOf(item, 'items')) {
    const kind = childOf(child, 'items') === undefined ? 'Bruno request' : 'Bruno folder';
    readItem(builder, child, called(kind, wordsAt(child, 'name')), scope, credentials);
  }
}

function credentialsOf(request: Node | undefined): readonly Credential[] {
  const token = textOf(request, 'auth', 'bearer', 'token');
  const value = textOf(request, 'auth', 'apikey', 'value');
  const isHeader = isAuthorization(wordsAt(request, 'auth', 'apikey', 'key'));
  return [
    ...(token === undefined ? [] : [{ text: token, scheme: 'bearer' as const }]),
    ...(isHeader && value !== undefined ? [{ text: value, scheme: 'header' as const }] : []),
    ...itemsOf(request, 'headers').flatMap((header) => headerCredential(wordsAt(header, 'name'), textOf(header, 'value')) ?? []),
  ];
}
