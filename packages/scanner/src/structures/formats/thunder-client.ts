import type { Node } from '../documents/node.ts';
import { childOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Credential, Variable } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/** Collections and environments of Thunder Client (https://docs.thunderclient.com: exports, and the files of its git sync). */
export const thunderClient: Format = {
  name: 'Thunder Client export',
  accepts: (path, text) => isJson(path) && (/(?:^|\/)(?:thunder-(?:collection|environment)_|thunder-tests\/)/.test(path) || /"client(?:Name)?"\s*:\s*"Thunder Client"/.test(text)),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    for (const node of root.kind === 'list' ? root.items : [root]) readExport(builder, node);
    return builder;
  },
};

function readExport(builder: StructureBuilder, node: Node): void {
  const words = called('Thunder Client collection', wordsAt(node, 'collectionName') || wordsAt(node, 'colName'));
  if (childOf(node, 'requests') !== undefined) builder.place(node, `the ${words}`);
  if (childOf(node, 'data') !== undefined) readEnvironment(builder, node);
  for (const environment of itemsOf(node, 'environments')) readEnvironment(builder, environment);
  const settings = new Map(itemsOf(node, 'folders').map((folder) => [wordsAt(folder, '_id'), credentialsOf(childOf(folder, 'settings'))]));
  const common = credentialsOf(childOf(node, 'settings'));
  for (const request of itemsOf(node, 'requests')) {
    builder.place(request, `the ${called('Thunder Client request', wordsAt(request, 'name'))}`);
    const candidates = [credentialsOf(request), settings.get(wordsAt(request, 'containerId')) ?? [], common];
    builder.request(textOf(request, 'url'), emptyScope, candidates.find((credentials) => credentials.length > 0) ?? []);
  }
}

function readEnvironment(builder: StructureBuilder, node: Node): void {
  const name = wordsAt(node, 'name');
  const variables = itemsOf(node, 'data').flatMap((item): readonly Variable[] => {
    const [key, text] = [textOf(item, 'name'), textOf(item, 'value')];
    if (key === undefined || text === undefined) return [];
    return [builder.variable(key.value, rangeOfText(key), text, `the value of ${quoted(key.value)} in the ${called('Thunder Client environment', name)}`)];
  });
  builder.environments.push({ name, variables });
}

function credentialsOf(node: Node | undefined): readonly Credential[] {
  const auth = childOf(node, 'auth');
  const bearer = textOf(auth, 'bearer');
  const headers = itemsOf(node, 'headers').flatMap((header) => headerCredential(wordsAt(header, 'name'), textOf(header, 'value')) ?? []);
  return [...(wordsAt(auth, 'type') === 'bearer' && bearer !== undefined ? [{ text: bearer, scheme: 'bearer' as const }] : []), ...headers.filter(({ text }) => !isAuthorization(text.value))];
}
