import type { Match } from '@submit-guard/core';
import { describesSubmitCallback } from '@submit-guard/core';
import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import { SchemaWalk } from './schema-walk.ts';

const documents = /\.(?:jsonc?|ya?ml)$/;
const contracts = /["']?(?:\b(?:callbacks|webhooks|x-webhooks|asyncapi|pactSpecification(?:Version)?)|\$schema)["']?\s*:/;

/** Whether a file may describe the payload of a callback of Submit. */
export function mayBeContract(path: string, text: string): boolean {
  return documents.test(path) && contracts.test(text) && /atomyx|\bsubmit\b/i.test(text);
}

/**
 * The fields of callback payloads that are meant to hold a key: in OpenAPI 3 (`callbacks`, `webhooks`), AsyncAPI 2 and 3, JSON Schema, and
 * the messages of Pact, which Submit sends.
 *
 * @throws MalformedError where the file is neither JSON nor YAML.
 */
export function contractMatches(text: string, path: string): readonly Match[] {
  const root = /\.ya?ml$/.test(path) ? parseYaml(text) : parseJson(text);
  const isSubmits = describesSubmitCallback(text) || (/callback|webhook/.test(path) && /atomyx|submit/.test(path));
  const walk = new SchemaWalk(root);
  if (wordsAt(root, 'openapi') !== '') readOpenApi(root, walk);
  else if (wordsAt(root, 'asyncapi') !== '' && isSubmits) readAsyncApi(root, walk);
  else if (childOf(root, 'metadata', 'pactSpecification') !== undefined) readPact(root, walk);
  else if (wordsAt(root, '$schema') !== '' && isSubmits) walk.schema(root);
  return walk.fields;
}

function readOpenApi(root: Node, walk: SchemaWalk): void {
  for (const name of ['webhooks', 'x-webhooks']) for (const { value } of entriesOf(root, name)) readPathItem(value, walk);
  for (const { value } of entriesOf(root, 'components', 'callbacks')) readCallback(value, walk);
  for (const { value: path } of [...entriesOf(root, 'paths'), ...entriesOf(root, 'components', 'pathItems')]) {
    for (const { value: operation } of entriesOf(walk.resolve(path))) {
      for (const { value } of entriesOf(operation, 'callbacks')) readCallback(value, walk);
    }
  }
}

function readCallback(callback: Node, walk: SchemaWalk): void {
  for (const { value } of entriesOf(walk.resolve(callback))) readPathItem(value, walk);
}

function readPathItem(item: Node, walk: SchemaWalk): void {
  for (const { value: operation } of entriesOf(walk.resolve(item))) {
    const body = walk.resolve(childOf(operation, 'requestBody'));
    for (const { value: media } of entriesOf(body, 'content')) {
      walk.schema(childOf(media, 'schema'));
      walk.payload(childOf(media, 'example'));
      for (const { value: example } of entriesOf(media, 'examples')) walk.payload(childOf(walk.resolve(example), 'value'));
    }
  }
}

/** Version 2 has messages in the operations of channels, version 3 in the channels. */
function readAsyncApi(root: Node, walk: SchemaWalk): void {
  const messages = entriesOf(root, 'components', 'messages').map(({ value }) => value);
  for (const { value: channel } of entriesOf(root, 'channels')) {
    messages.push(...entriesOf(walk.resolve(channel), 'messages').map(({ value }) => value));
    for (const operation of ['publish', 'subscribe']) messages.push(...[childOf(channel, operation, 'message')].filter((message) => message !== undefined));
  }
  for (const message of messages.flatMap((node) => [node, ...itemsOf(node, 'oneOf')])) {
    const resolved = walk.resolve(message);
    const payload = childOf(resolved, 'payload');
    // A format of another language has its schema one level deeper.
    walk.schema(childOf(payload, 'schema') ?? payload);
    for (const example of itemsOf(resolved, 'examples')) walk.payload(childOf(example, 'payload'));
  }
}

/** Submit is the provider of messages, and the consumer of the endpoints that it calls back. */
function readPact(root: Node, walk: SchemaWalk): void {
  const isSubmit = (role: string): boolean => /atomyx|\bsubmit\b/i.test(wordsAt(root, role, 'name'));
  for (const message of [...itemsOf(root, 'messages'), ...itemsOf(root, 'interactions').filter((item) => /message/i.test(wordsAt(item, 'type')))]) {
    if (!isSubmit('provider')) continue;
    walk.payload(childOf(message, 'contents', 'content') ?? childOf(message, 'contents'));
  }
  if (isSubmit('consumer')) for (const interaction of itemsOf(root, 'interactions')) walk.payload(childOf(interaction, 'request', 'body', 'content') ?? childOf(interaction, 'request', 'body'));
}
