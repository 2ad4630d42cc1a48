import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, isFlag, itemsOf, linesAt, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import type { Text } from '../documents/text.ts';
import { joinTexts, rangeOfText } from '../documents/text.ts';
import type { Credential, Scope } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { credentialInLines, headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';
import { environmentOf, variablesOf } from './postman-environment.ts';
import { variablesSetIn } from './script-variables.ts';

/**
 * Collections of Postman 2.0 and 2.1 (https://schema.getpostman.com/json/collection/v2.1.0/collection.json), of version 1 as they stand in
 * a dump of all data, and the reports of Newman, whose executions are items with the requests that were sent.
 */
export const postmanCollection: Format = {
  name: 'Postman collection',
  accepts: (path, text) => /\.postman_(?:collection|dump|test_run)\.json$/.test(path) || (isJson(path) && signs.some((words) => words.every((word) => word.test(text)))),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    // The data API wraps a collection once more.
    readCollection(builder, childOf(root, 'collection') ?? root);
    for (const environment of itemsOf(root, 'environments')) readEnvironment(builder, environment);
    readEnvironment(builder, childOf(root, 'environment'));
    for (const collection of itemsOf(root, 'collections')) readCollection(builder, collection);
    readExecutions(builder, root);
    return builder;
  },
};

/** What collections, reports and collections of version 1 hold. */
const signs: readonly (readonly RegExp[])[] = [
  [/"schema"\s*:\s*"https:\/\/schema\.(?:get)?postman\.com|"_postman_id"\s*:/],
  [/"run"\s*:/, /"executions"\s*:/],
  [/"collection(?:Id|_id)"\s*:/, /"(?:currentHelper|rawModeData|headerData)"\s*:/],
];

function readEnvironment(builder: StructureBuilder, node: Node | undefined): void {
  if (childOf(node, 'values') !== undefined) builder.environments.push(environmentOf(builder, node, 'Postman environment'));
}

function readCollection(builder: StructureBuilder, collection: Node): void {
  const words = called('Postman collection', wordsAt(collection, 'info', 'name') || wordsAt(collection, 'name'));
  builder.place(collection, `the ${words}`);
  const item = { words, auth: authOf(builder, collection, words), scope: scopeOf(builder, collection, emptyScope, words) };
  for (const child of itemsOf(collection, 'item')) readItem(builder, child, item);
  for (const request of itemsOf(collection, 'requests')) readOldRequest(builder, request, item.scope);
}

/** What an item hands down to those in it. */
interface Surroundings {
  readonly words: string;
  /** `undefined` where nothing is said. */
  readonly auth: readonly Credential[] | undefined;
  readonly scope: Scope;
}

function readItem(builder: StructureBuilder, node: Node, around: Surroundings): void {
  const isFolder = childOf(node, 'item') !== undefined;
  const words = called(isFolder ? 'Postman folder' : 'Postman request', wordsAt(node, 'name'));
  builder.place(node, `the ${words}`);
  const scope = scopeOf(builder, node, around.scope, words);
  const auth = authOf(builder, node, words) ?? around.auth;
  for (const child of itemsOf(node, 'item')) readItem(builder, child, { words, auth, scope });
  readRequest(builder, childOf(node, 'request'), { words, auth, scope });
  for (const response of itemsOf(node, 'response')) {
    const saved = `${called('saved response', wordsAt(response, 'name'))} of the ${words}`;
    builder.place(response, `the ${saved}`);
    readRequest(builder, childOf(response, 'originalRequest'), { words: saved, auth: undefined, scope });
  }
}

function readRequest(builder: StructureBuilder, request: Node | undefined, around: Surroundings): void {
  if (request === undefined) return;
  const url = textOf(request, 'url') ?? textOf(request, 'url', 'raw') ?? partsOf(childOf(request, 'url'));
  const headers = itemsOf(request, 'header').filter((header) => !isFlag(header, 'disabled'));
  for (const header of itemsOf(request, 'header')) builder.place(header, `the ${called('header', wordsAt(header, 'key'))} of the ${around.words}`);
  const own = [...headers.map((header) => headerCredential(wordsAt(header, 'key'), textOf(header, 'value'))), credentialInLines(textOf(request, 'header'))];
  const auth = authOf(builder, request, around.words) ?? around.auth ?? [];
  builder.request(url, around.scope, own.some((credential) => credential !== undefined) ? own : auth);
  // What a switched-off header holds is shared all the same; where it goes is where the request goes.
  const off = itemsOf(request, 'header').filter((header) => isFlag(header, 'disabled'));
  builder.request(url, around.scope, off.map((header) => headerCredential(wordsAt(header, 'key'), textOf(header, 'value'))));
}

/** An address that stands in parts: Newman writes no `raw`. */
function partsOf(url: Node | undefined): ReturnType<typeof textOf> {
  const host = linesAt(url, 'host');
  return host.length === 0 ? undefined : joinTexts([joinTexts(host, '.'), ...linesAt(url, 'path')], '/');
}

/** Requests of version 1, as dumps have them. */
function readOldRequest(builder: StructureBuilder, request: Node, scope: Scope): void {
  const words = called('Postman request', wordsAt(request, 'name'));
  builder.place(request, `the ${words}`);
  const headers = itemsOf(request, 'headerData').map((header) => headerCredential(wordsAt(header, 'key'), textOf(header, 'value')));
  builder.request(textOf(request, 'url'), scope, [...headers, credentialInLines(textOf(request, 'headers')), ...(authOf(builder, request, words) ?? [])]);
}

/** What `auth` sends; `undefined` where it is not set. Version 2.0 has an object where 2.1 has a list of pairs. */
function authOf(builder: StructureBuilder, node: Node, words: string): readonly Credential[] | undefined {
  const auth = childOf(node, 'auth');
  if (auth?.kind !== 'object') return undefined;
  const type = wordsAt(auth, 'type');
  builder.place(auth, `the authorization of the ${words}`);
  const settings = new Map(entriesOf(auth, type).map(({ name, value }) => [name, value.kind === 'text' ? value.text : undefined]));
  for (const pair of itemsOf(auth, type)) settings.set(wordsAt(pair, 'key'), textOf(pair, 'value'));
  if (type === 'bearer' || type === 'oauth2') {
    const text = settings.get('token') ?? settings.get('accessToken');
    return text === undefined ? [] : [{ text, scheme: 'bearer' }];
  }
  const value = settings.get('value');
  const isHeader = type === 'apikey' && isAuthorization(settings.get('key')?.value ?? '') && settings.get('in')?.value !== 'query';
  return isHeader && value !== undefined ? [{ text: value, scheme: 'header' }] : [];
}

/** The variables of a collection, a folder or a request, and those that its scripts set. */
function scopeOf(builder: StructureBuilder, node: Node, parent: Scope, words: string): Scope {
  const scripts = itemsOf(node, 'event').flatMap((event) => {
    const lines = linesAt(event, 'script', 'exec');
    if (lines.length === 0) return [];
    const script = joinTexts(lines, '\n');
    builder.place(rangeOfText(script), `the ${wordsAt(event, 'listen') === 'test' ? 'post-response' : 'pre-request'} script of the ${words}`);
    builder.passages.push(script);
    return variablesSetIn(script);
  });
  const variables = [...variablesOf(builder, [...itemsOf(node, 'variable'), ...itemsOf(node, 'variables')], `of the ${words}`), ...scripts];
  return variables.length === 0 ? parent : { variables, parent };
}

/** What a report of Newman says that was sent. */
function readExecutions(builder: StructureBuilder, root: Node): void {
  for (const execution of itemsOf(root, 'run', 'executions')) {
    const words = `${called('request', wordsAt(execution, 'item', 'name'))} in a Newman report`;
    builder.place(execution, `the ${words}`);
    readRequest(builder, childOf(execution, 'request'), { words, auth: undefined, scope: emptyScope });
    const body = bytesOf(childOf(execution, 'response', 'stream'));
    if (body === undefined) continue;
    builder.place(rangeOfText(body), `the body of the response to the ${words}`);
    builder.passages.push(body);
  }
}

/** A body as Node writes its bytes: `{ "type": "Buffer", "data": [123, 125] }`. What is no ASCII in it is no part of a key. */
function bytesOf(stream: Node | undefined): Text | undefined {
  const bytes = itemsOf(stream, 'data');
  if (wordsAt(stream, 'type') !== 'Buffer' || bytes.length === 0) return undefined;
  const codes = bytes.map((byte) => (byte.kind === 'plain' && typeof byte.value === 'number' ? byte.value & 0xff : 0x20));
  return { value: Buffer.from(codes).toString('latin1'), locate: (start, end) => ({ start: bytes[start]?.start ?? 0, end: bytes[Math.max(start, end - 1)]?.end ?? 0 }) };
}
