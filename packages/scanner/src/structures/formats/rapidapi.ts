import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, isFlag, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import type { Text } from '../documents/text.ts';
import { joinTexts, rangeOfText } from '../documents/text.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/**
 * Requests of RapidAPI for Mac, once Paw, as it writes them in JSON (github.com/luckymarmot/pawprint-specs): one request, a list of them, or an
 * object with such lists. Its own documents are binary property lists of no published structure, which are read as what these hold.
 */
export const rapidApi: Format = {
  name: 'RapidAPI request',
  accepts: (path, text) => (path.endsWith('.paw') && /^\s*[[{]/.test(text)) || (isJson(path) && /"local_uuid"\s*:|"identifier"\s*:\s*"com\.luckymarmot\./.test(text)),
  read(text) {
    const builder = new StructureBuilder();
    readRequests(builder, parseJson(text), 0);
    return builder;
  },
};

/** Lists in lists that are followed. */
const deepest = 20;

function readRequests(builder: StructureBuilder, node: Node, depth: number): void {
  if (childOf(node, 'url') !== undefined) readRequest(builder, node);
  if (depth === deepest) return;
  for (const item of itemsOf(node)) readRequests(builder, item, depth + 1);
  for (const { value } of entriesOf(node)) if (value.kind !== 'text') readRequests(builder, value, depth + 1);
}

function readRequest(builder: StructureBuilder, request: Node): void {
  const words = called('RapidAPI request', wordsAt(request, 'name'));
  builder.place(request, `the ${words}`);
  const send = (headers: readonly Node[]): void => {
    builder.request(attributed(builder, childOf(request, 'url')), emptyScope, headers.map((header) => headerCredential(wordsAt(header, 'name'), attributed(builder, childOf(header, 'value')))));
  };
  const headers = itemsOf(request, 'headers');
  for (const header of headers) builder.place(header, `the header ${quoted(wordsAt(header, 'name'))} of the ${words}`);
  // What is switched off is shared all the same.
  const isOff = (header: Node): boolean => isFlag(header, 'disabled') || isOffByFlag(header);
  send(headers.filter((header) => !isOff(header)));
  send(headers.filter(isOff));
}

function isOffByFlag(header: Node): boolean {
  const enabled = childOf(header, 'enabled');
  return enabled?.kind === 'plain' && enabled.value === false;
}

/** An *attributed string*: a text, or a list of texts and of dynamic values with what they came to; their `data` says what they refer to. */
function attributed(builder: StructureBuilder, node: Node | undefined): Text | undefined {
  if (node?.kind === 'text') return node.text;
  for (const item of itemsOf(node)) for (const { value } of entriesOf(item, 'data')) if (value.kind === 'text') builder.identifiers.push(rangeOfText(value.text));
  const parts = itemsOf(node).flatMap((item) => (item.kind === 'text' ? [item.text] : (textOf(item, 'evaluated') ?? [])));
  return parts.length === 0 ? undefined : joinTexts(parts);
}
