import type { Node } from '../documents/node.ts';
import { childOf, isFlag, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import type { Credential } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson, isYaml } from './format.ts';
import { namedVariables } from './named-variables.ts';

/** Exports of Yaak, and the files of its folder sync, one model a file (`crates/yaak-models/src/models.rs` of github.com/mountain-loop/yaak). */
export const yaak: Format = {
  name: 'Yaak export',
  accepts: (path, text) => (isJson(path) && /"yaak(?:Version|Schema)"\s*:/.test(text))
    || ((isYaml(path) || path.endsWith('.yaak')) && /^type:\s*(?:http_request|environment|workspace|folder)\b/m.test(text) && /^model:|(?:^|\/)yaak\./m.test(`${path}\n${text}`)),
  read(text, path) {
    const root = isYaml(path) ? parseYaml(text) : parseJson(text);
    const builder = new StructureBuilder();
    const resources = childOf(root, 'resources');
    const isModel = (model: string): boolean => wordsAt(root, 'model') === model || wordsAt(root, 'type') === model;
    const environments = resources === undefined ? (isModel('environment') ? [root] : []) : itemsOf(resources, 'environments');
    const requests = resources === undefined ? (isModel('http_request') ? [root] : []) : itemsOf(resources, 'httpRequests');
    const inherited = new Map([...itemsOf(resources, 'folders'), ...itemsOf(resources, 'workspaces')].map((node) => [wordsAt(node, 'id'), node]));
    const scopes = environments.map((node) => {
      const name = wordsAt(node, 'name');
      const variables = namedVariables(builder, itemsOf(node, 'variables'), called('Yaak environment', name));
      return { name, isBase: isFlag(node, 'base') || wordsAt(node, 'parentModel') === 'workspace', variables };
    });
    builder.environments.push(...scopes);
    const base = { variables: scopes.filter(({ isBase }) => isBase).flatMap(({ variables }) => variables) };
    for (const request of requests) {
      builder.place(request, `the ${called('Yaak request', wordsAt(request, 'name'))}`);
      builder.request(textOf(request, 'url'), resources === undefined ? emptyScope : base, credentialsFor(request, inherited));
    }
    return builder;
  },
};

/** What a request sends, or else the folders around it; rings of folders end. */
function credentialsFor(request: Node, folders: ReadonlyMap<string, Node>): readonly Credential[] {
  let at: Node | undefined = request;
  for (let depth = 0; at !== undefined && depth < 50; depth++) {
    const own = credentialsOf(at);
    if (own.length > 0) return own;
    at = folders.get(wordsAt(at, 'folderId') || wordsAt(at, 'workspaceId'));
  }
  return [];
}

function credentialsOf(node: Node): readonly Credential[] {
  const token = textOf(node, 'authentication', 'token');
  const value = textOf(node, 'authentication', 'value');
  const type = wordsAt(node, 'authenticationType');
  return [
    ...(type === 'bearer' && token !== undefined ? [{ text: token, scheme: 'bearer' as const }] : []),
    ...(type === 'apikey' && value !== undefined && isAuthorization(wordsAt(node, 'authentication', 'key')) ? [{ text: value, scheme: 'header' as const }] : []),
    ...itemsOf(node, 'headers').flatMap((header) => headerCredential(wordsAt(header, 'name'), textOf(header, 'value')) ?? []),
  ];
}
