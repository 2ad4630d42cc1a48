import type { Node } from '../documents/node.ts';
import { childOf, isFlag, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Credential, Scope } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';
import { variablesOf } from './postman-environment.ts';
import { variablesSetIn } from './script-variables.ts';

/** Collections and environments of Hoppscotch, one or a list (`packages/hoppscotch-data` of github.com/hoppscotch/hoppscotch). */
export const hoppscotch: Format = {
  name: 'Hoppscotch export',
  accepts: (path, text) => isJson(path) && (/(?:^|\/)hoppscotch[^/]*$/.test(path) || /"preRequestScript"\s*:|"authType"\s*:/.test(text)),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    for (const node of root.kind === 'list' ? root.items : [root]) {
      if (childOf(node, 'requests') !== undefined || childOf(node, 'folders') !== undefined) readCollection(builder, node, emptyScope, undefined);
      else if (childOf(node, 'endpoint') !== undefined) readRequest(builder, node, emptyScope, undefined);
      else {
        const name = wordsAt(node, 'name');
        builder.environments.push({ name, variables: variablesOf(builder, itemsOf(node, 'variables'), `in the ${called('Hoppscotch environment', name)}`) });
      }
    }
    return builder;
  },
};

function readCollection(builder: StructureBuilder, node: Node, parent: Scope, inherited: Credential | undefined): void {
  const words = called('Hoppscotch collection', wordsAt(node, 'name'));
  builder.place(node, `the ${words}`);
  const scope = { variables: variablesOf(builder, itemsOf(node, 'variables'), `in the ${words}`), parent };
  const credential = credentialOf(node) ?? inherited;
  for (const folder of itemsOf(node, 'folders')) readCollection(builder, folder, scope, credential);
  for (const request of itemsOf(node, 'requests')) readRequest(builder, request, scope, credential);
}

function readRequest(builder: StructureBuilder, node: Node, scope: Scope, inherited: Credential | undefined): void {
  const words = called('Hoppscotch request', wordsAt(node, 'name'));
  builder.place(node, `the ${words}`);
  const scripts = [textOf(node, 'preRequestScript'), textOf(node, 'testScript')].filter((script) => script !== undefined && script.value !== '') as NonNullable<ReturnType<typeof textOf>>[];
  for (const script of scripts) builder.place(rangeOfText(script), `the script of the ${words}`);
  builder.passages.push(...scripts);
  builder.request(textOf(node, 'endpoint'), { variables: scripts.flatMap(variablesSetIn), parent: scope }, [credentialOf(node) ?? inherited]);
}

function credentialOf(node: Node): Credential | undefined {
  const auth = childOf(node, 'auth');
  const token = textOf(auth, 'token');
  const value = textOf(auth, 'value');
  if (/^(?:bearer|oauth-2)$/.test(wordsAt(auth, 'authType')) && token !== undefined) return { text: token, scheme: 'bearer' };
  if (wordsAt(auth, 'authType') === 'api-key' && value !== undefined && isAuthorization(wordsAt(auth, 'key'))) return { text: value, scheme: 'header' };
  const header = itemsOf(node, 'headers').find((item) => isAuthorization(wordsAt(item, 'key')) && isFlag(item, 'active'));
  return header && headerCredential(wordsAt(header, 'key'), textOf(header, 'value'));
}
