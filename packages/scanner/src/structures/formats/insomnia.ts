import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, isFlag, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Credential, Scope, Variable } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson, isYaml } from './format.ts';
import { variablesSetIn } from './script-variables.ts';

/**
 * Exports of Insomnia: version 4 is a flat list of resources with parents, in JSON or YAML; version 5 a tree in YAML. The shapes are those
 * that `inso` reads (`packages/insomnia-data` and `insomnia-schema` of github.com/Kong/insomnia).
 */
export const insomnia: Format = {
  name: 'Insomnia export',
  accepts: (path, text) => (isJson(path) && /"__export_format"\s*:|"_type"\s*:\s*"export"/.test(text))
    || (isYaml(path) && /^(?:type:\s*["']?[\w.]+\.insomnia\.rest\/|_type:\s*["']?export\b)/m.test(text)),
  read(text, path) {
    const root = isYaml(path) ? parseYaml(text) : parseJson(text);
    const builder = new StructureBuilder();
    if (childOf(root, 'resources') !== undefined) readResources(builder, itemsOf(root, 'resources'));
    else readTree(builder, root);
    return builder;
  },
};

/** Version 4. */
function readResources(builder: StructureBuilder, resources: readonly Node[]): void {
  const byId = new Map(resources.map((resource) => [wordsAt(resource, '_id'), resource]));
  const environments = resources.filter((resource) => wordsAt(resource, '_type') === 'environment');
  // The base environment stands under the workspace, and its sub-environments under it: any of those may be the one in force.
  for (const environment of environments) builder.environments.push(environmentOf(builder, environment));
  const base = environments.filter((environment) => wordsAt(byId.get(wordsAt(environment, 'parentId')), '_type') !== 'environment');
  const baseScope: Scope = { variables: base.flatMap((environment) => environmentOf(builder, environment).variables) };
  for (const resource of resources) {
    if (!/^(?:request|websocket_request|grpc_request)$/.test(wordsAt(resource, '_type'))) continue;
    readRequest(builder, resource, folderScope(builder, byId, wordsAt(resource, 'parentId'), baseScope));
  }
}

/** The variables of the folders around a request; parents that go round in a ring end. */
function folderScope(builder: StructureBuilder, byId: ReadonlyMap<string, Node>, parent: string, base: Scope): Scope {
  const folders: Node[] = [];
  for (let folder = byId.get(parent); folder !== undefined && folders.length < 50; folder = byId.get(wordsAt(folder, 'parentId'))) folders.push(folder);
  return folders.reduceRight((scope: Scope, folder): Scope => ({ variables: dataOf(builder, childOf(folder, 'environment'), `in the ${called('Insomnia folder', wordsAt(folder, 'name'))}`), parent: scope }), base);
}

/** Version 5. */
function readTree(builder: StructureBuilder, root: Node): void {
  const environments = childOf(root, 'environments') ?? (wordsAt(root, 'type').startsWith("environment.") ? root : undefined);
  const base = environments === undefined ? emptyScope : environmentOf(builder, environments);
  if (environments !== undefined) builder.environments.push(environmentOf(builder, environments));
  for (const environment of itemsOf(environments, 'subEnvironments')) builder.environments.push(environmentOf(builder, environment));
  readItems(builder, itemsOf(root, 'collection'), base, undefined);
}

function readItems(builder: StructureBuilder, items: readonly Node[], parent: Scope, inherited: Credential | undefined): void {
  for (const item of items) {
    const children = childOf(item, 'children');
    if (children === undefined) {
      readRequest(builder, item, parent, inherited);
      continue;
    }
    const words = called('Insomnia folder', wordsAt(item, 'name'));
    builder.place(item, `the ${words}`);
    const scope = { variables: dataOf(builder, childOf(item, 'environment'), `in the ${words}`), parent };
    readItems(builder, itemsOf(item, 'children'), scope, authenticationOf(item) ?? inherited);
  }
}

function readRequest(builder: StructureBuilder, request: Node, scope: Scope, inherited?: Credential): void {
  const words = called('Insomnia request', wordsAt(request, 'name'));
  builder.place(request, `the ${words}`);
  const scripts = [textOf(request, 'preRequestScript'), textOf(request, 'afterResponseScript'), textOf(request, 'scripts', 'preRequest'), textOf(request, 'scripts', 'afterResponse')].filter((script) => script !== undefined);
  for (const script of scripts) builder.place(rangeOfText(script), `the script of the ${words}`);
  builder.passages.push(...scripts);
  const headers = itemsOf(request, 'headers').map((header) => headerCredential(wordsAt(header, 'name'), textOf(header, 'value')));
  const own = [...headers, authenticationOf(request)].filter((credential) => credential !== undefined);
  builder.request(textOf(request, 'url'), { variables: scripts.flatMap(variablesSetIn), parent: scope }, own.length > 0 ? own : [inherited]);
}

function authenticationOf(node: Node): Credential | undefined {
  const authentication = childOf(node, 'authentication');
  if (isFlag(authentication, 'disabled')) return undefined;
  const token = textOf(authentication, 'token');
  if (wordsAt(authentication, 'type') === 'bearer' && token !== undefined) return { text: token, scheme: 'bearer' };
  const value = textOf(authentication, 'value');
  return isAuthorization(wordsAt(authentication, 'key')) && value !== undefined ? { text: value, scheme: 'header' } : undefined;
}

function environmentOf(builder: StructureBuilder, node: Node): { readonly name: string; readonly variables: readonly Variable[] } {
  const name = wordsAt(node, 'name');
  const where = `in the ${called('Insomnia environment', name)}`;
  const pairs = itemsOf(node, 'kvPairData').flatMap((pair): readonly Variable[] => {
    const [key, text] = [textOf(pair, 'name'), textOf(pair, 'value')];
    return key === undefined || text === undefined ? [] : [builder.variable(key.value, rangeOfText(key), text, `the value of ${quoted(key.value)} ${where}`)];
  });
  return { name, variables: [...dataOf(builder, childOf(node, 'data'), where), ...pairs] };
}

/** The texts in an object of variables, also those in objects within it: `{{ _.submit.key }}`. */
function dataOf(builder: StructureBuilder, data: Node | undefined, where: string, prefix = ''): readonly Variable[] {
  return entriesOf(data).flatMap(({ name, place, value }) => {
    const path = `${prefix}${name}`;
    if (value.kind === 'object') return dataOf(builder, value, where, `${path}.`);
    return value.kind === 'text' ? [builder.variable(path, place, value.text, `the value of ${quoted(path)} ${where}`)] : [];
  });
}
