import type { Text } from '../documents/text.ts';
import { plainText, rangeOfText } from '../documents/text.ts';
import { MalformedError } from '../documents/malformed-error.ts';
import type { Credential, Variable } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { variablesSetIn } from './script-variables.ts';

/** Files of Bruno: requests, `collection.bru`, `folder.bru` and environments (https://docs.usebruno.com/bru-lang/overview). */
export const bruno: Format = {
  name: 'Bruno file',
  accepts: (path) => path.endsWith('.bru'),
  read(text, path) {
    const blocks = blocksIn(text);
    const builder = new StructureBuilder();
    const name = namesOf(blocks, 'meta').find((pair) => pair.name === 'name')?.text.value ?? path.replace(/^.*\/|\.bru$/g, '');
    const isEnvironment = /(?:^|\/)environments\/[^/]*$/.test(path);
    const words = isEnvironment ? called('Bruno environment', name) : /(?:^|\/)(?:collection|folder)\.bru$/.test(path) ? called('Bruno collection', name) : called('Bruno request', name);
    builder.place({ start: 0, end: text.length }, `the ${words}`);
    const variables = [
      ...['vars', 'vars:pre-request', 'vars:post-response'].flatMap((block) => namesOf(blocks, block)).map((pair): Variable => builder.variable(pair.name, pair.place, pair.text, `the value of ${quoted(pair.name)} in the ${words}`)),
      ...scriptsOf(builder, blocks, words).flatMap(variablesSetIn),
    ];
    if (isEnvironment) builder.environments.push({ name, variables });
    const method = blocks.find((block) => /^(?:get|post|put|patch|delete|head|options|http|trace|connect)$/.test(block.name));
    const url = method && pairsIn(method).find((pair) => pair.name === 'url')?.text;
    const credentials = credentialsOf(blocks);
    // What a collection sends goes where its own variables lead.
    const address = url ?? variables.find(({ text: value }) => /^https?:\/\//.test(value.value))?.text;
    builder.request(address, { variables }, credentials);
    if (method === undefined) builder.handedDown.push(...credentials.filter((credential) => credential !== undefined));
    return builder;
  },
};

interface Block {
  readonly name: string;
  readonly body: Text;
}

interface Pair {
  readonly name: string;
  readonly place: { readonly start: number; readonly end: number };
  readonly text: Text;
}

/** Blocks begin with `name {` or `name [` at the beginning of a line and end with a bracket there. */
function blocksIn(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const opening = /^([\w:-]+)[ \t]*([{[])[ \t]*\r?$/gm;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const end = text.indexOf(match[2] === '{' ? '\n}' : '\n]', start);
    if (end === -1) throw new MalformedError('text of blocks', text, match.index);
    blocks.push({ name: match[1] ?? '', body: plainText(text.slice(start, end + 1), start) });
    opening.lastIndex = end + 1;
  }
  return blocks;
}

/** `name: value` lines; a `~` switches one off, which shares it all the same. */
function pairsIn({ body }: Block): readonly Pair[] {
  return [...body.value.matchAll(/^([ \t]*[~@]{0,3}["']?)([^\s:"'~@][^:\n"']*)["']?:([^\n]*)$/gm)].map((match) => {
    const name = match[2] ?? '';
    const value = (match[3] ?? '').trim();
    const at = match.index + (match[1] ?? '').length;
    const end = match.index + match[0].trimEnd().length;
    const { start } = body.locate(at, at + name.length);
    return { name, place: { start, end: start + name.length }, text: plainText(value, body.locate(end - value.length, end).start) };
  });
}

const namesOf = (blocks: readonly Block[], name: string): readonly Pair[] => blocks.filter((block) => block.name === name).flatMap(pairsIn);

function credentialsOf(blocks: readonly Block[]): readonly (Credential | undefined)[] {
  const headers = namesOf(blocks, 'headers').map(({ name, text }) => headerCredential(name, text));
  const tokens = namesOf(blocks, 'auth:bearer').map(({ name, text }): Credential | undefined => (name === 'token' ? { text, scheme: 'bearer' } : undefined));
  const keys = namesOf(blocks, 'auth:apikey');
  const value = keys.find(({ name }) => name === 'value')?.text;
  const isHeader = isAuthorization(keys.find(({ name }) => name === 'key')?.text.value ?? '');
  return [...headers, ...tokens, ...(isHeader && value !== undefined ? [{ text: value, scheme: 'header' as const }] : [])];
}

function scriptsOf(builder: StructureBuilder, blocks: readonly Block[], words: string): readonly Text[] {
  const scripts = blocks.filter(({ name }) => name.startsWith('script:') || name === 'tests');
  for (const { name, body } of scripts) {
    builder.place(rangeOfText(body), `the ${name.replace('script:', '')} script of the ${words}`);
    builder.passages.push(body);
  }
  return scripts.map(({ body }) => body);
}
