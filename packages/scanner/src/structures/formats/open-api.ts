import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import { StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson, isYaml } from './format.ts';
import { addRequests } from './open-api-requests.ts';

/** OpenAPI 3 and Swagger 2 (https://spec.openapis.org/oas/latest.html), from which tools send requests: examples, defaults and extensions. */
export const openApi: Format = {
  name: 'OpenAPI description',
  accepts: (path, text) => (isYaml(path) && /^["']?(?:openapi|swagger)["']?\s*:/m.test(text)) || (isJson(path) && /"(?:openapi|swagger)"\s*:\s*"[23]\./.test(text)),
  read(text, path) {
    const root = isYaml(path) ? parseYaml(text) : parseJson(text);
    const builder = new StructureBuilder();
    for (const { name, value } of entriesOf(root, 'paths')) builder.place(value, `the path ${quoted(name)} of an OpenAPI description`);
    placeParts(builder, root, 'an OpenAPI description');
    addRequests(builder, root);
    return builder;
  },
};

/** Says of each part in which parameter, scheme, example or extension it stands. */
function placeParts(builder: StructureBuilder, root: Node, outer: string): void {
  const waiting = [{ node: root, words: outer }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, words } = next;
    const name = wordsAt(node, 'name');
    const own = name !== '' && childOf(node, 'in') !== undefined ? `the ${called('parameter', name)} of ${outer}` : words;
    if (own !== words) builder.place(node, own);
    waiting.push(...itemsOf(node).map((item) => ({ node: item, words: own })));
    for (const entry of entriesOf(node)) {
      const kind = entry.name.startsWith("x-") ? `the extension ${quoted(entry.name)}` : /^(?:examples?|default)$/.test(entry.name) ? `the ${entry.name === 'default' ? 'default' : 'example'}` : undefined;
      const inner = kind === undefined ? own : `${kind} in ${own}`;
      if (kind !== undefined) builder.place(entry.value, inner);
      waiting.push({ node: entry.value, words: kind === undefined ? own : inner });
    }
  }
}
