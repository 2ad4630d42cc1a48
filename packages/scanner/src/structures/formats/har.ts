import type { Node } from '../documents/node.ts';
import { childOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, StructureBuilder } from '../structure-builder.ts';
import { quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), as browsers, proxies, Playwright and Polly.JS write it. */
export const har: Format = {
  name: 'HAR recording',
  accepts: (path, text) => path.endsWith('.har') || (isJson(path) && /"log"\s*:\s*\{[\s\S]{0,4000}?"version"\s*:\s*"1\.\d"/.test(text)),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    for (const [index, entry] of itemsOf(root, 'log', 'entries').entries()) readEntry(builder, entry, index + 1);
    return builder;
  },
};

function readEntry(builder: StructureBuilder, entry: Node, number: number): void {
  const address = wordsAt(entry, 'request', 'url').replace(/[?#][\s\S]*$/, '');
  const words = `entry ${number} of a HAR recording, ${wordsAt(entry, 'request', 'method')} ${quoted(address)}`;
  for (const [part, name] of [['request', 'the request'], ['response', 'the response']] as const) {
    const node = childOf(entry, part);
    if (node === undefined) continue;
    builder.place(node, `${name} in ${words}`);
    for (const header of itemsOf(node, 'headers')) builder.place(header, `the header ${quoted(wordsAt(header, 'name'))} of ${name} in ${words}`);
  }
  const [posted, content] = [childOf(entry, 'request', 'postData'), childOf(entry, 'response', 'content')];
  if (posted !== undefined) builder.place(posted, `the post data in ${words}`);
  if (content !== undefined) builder.place(content, `the body of the response in ${words}`);
  const headers = itemsOf(entry, 'request', 'headers').map((header) => headerCredential(wordsAt(header, 'name'), textOf(header, 'value')));
  builder.request(textOf(entry, 'request', 'url'), emptyScope, headers);
}
