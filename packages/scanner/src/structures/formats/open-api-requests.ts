import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import type { Text } from '../documents/text.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential } from '../structure-builder.ts';
import type { StructureBuilder } from '../structure-builder.ts';

const methods = /^(?:get|put|post|delete|options|head|patch|trace|query)$/;

/** The requests of an OpenAPI description: each operation goes to its own servers, or else those of its path or of all. */
export function addRequests(builder: StructureBuilder, root: Node): void {
  for (const { value: path } of entriesOf(root, 'paths')) {
    for (const { name, value: operation } of entriesOf(path)) {
      if (!methods.test(name)) continue;
      const parameters = [...itemsOf(path, 'parameters'), ...itemsOf(operation, 'parameters')].map((parameter) => referredTo(root, parameter));
      const credentials = parameters.flatMap((parameter) => (wordsAt(parameter, 'in') === 'header' ? examplesOf(parameter).map((text) => headerCredential(wordsAt(parameter, 'name'), text)) : []));
      const servers = [operation, path, root].map(serversOf).find((found) => found.length > 0) ?? [];
      for (const server of servers) builder.request(server, emptyScope, credentials);
    }
  }
}

function serversOf(node: Node): readonly Text[] {
  return [...itemsOf(node, 'servers').map((server) => textOf(server, 'url')), textOf(node, 'host')].filter((url) => url !== undefined);
}

/** The parameter that a reference within the description leads to. */
function referredTo(root: Node, node: Node): Node {
  const name = /^#\/(?:components\/)?parameters\/([\w.-]+)$/.exec(wordsAt(node, '$ref'))?.[1];
  return name === undefined ? node : (childOf(root, 'components', 'parameters', name) ?? childOf(root, 'parameters', name) ?? node);
}

/** What a parameter may be, by its examples. */
function examplesOf(parameter: Node): readonly Text[] {
  const single = [parameter, childOf(parameter, 'schema')].flatMap((node) => (node === undefined ? [] : [textOf(node, 'example'), textOf(node, 'default')]));
  return [...single, ...entriesOf(parameter, 'examples').map(({ value }) => textOf(value, 'value'))].filter((text) => text !== undefined);
}
