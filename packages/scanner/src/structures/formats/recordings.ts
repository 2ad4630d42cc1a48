import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import type { Text } from '../documents/text.ts';
import type { Credential } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { headerCredential, isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson, isYaml } from './format.ts';

const isDocument = (path: string): boolean => isJson(path) || isYaml(path);
const parse = (text: string, path: string): Node => (isYaml(path) ? parseYaml(text) : parseJson(text));

/** Cassettes of VCR for Ruby, PHP and R, and of vcr.py, which calls them `interactions` (github.com/vcr/vcr, github.com/kevin1024/vcrpy). */
export const vcr: Format = {
  name: 'VCR cassette',
  accepts: (path, text) => isDocument(path) && /^["'{ \t]*(?:http_)?interactions["']?\s*:/m.test(text) && /["']?\b(?:recorded_with|uri)["']?\s*:/.test(text),
  read(text, path) {
    const root = parse(text, path);
    const builder = new StructureBuilder();
    for (const [index, item] of [...itemsOf(root, 'http_interactions'), ...itemsOf(root, 'interactions')].entries()) {
      builder.place(item, `interaction ${index + 1} of a VCR cassette, ${wordsAt(item, 'request', 'method')} ${quoted(wordsAt(item, 'request', 'uri'))}`);
      builder.request(textOf(item, 'request', 'uri'), emptyScope, headersOf(childOf(item, 'request', 'headers')));
    }
    return builder;
  },
};

/** Recordings of nock: a list of calls with `scope` and `reqheaders` (https://github.com/nock/nock#recording). */
export const nock: Format = {
  name: 'nock recording',
  accepts: (path, text) => isJson(path) && /^\s*\[/.test(text) && /"scope"\s*:\s*"https?:/.test(text),
  read(text) {
    const builder = new StructureBuilder();
    for (const [index, call] of itemsOf(parseJson(text)).entries()) {
      builder.place(call, `call ${index + 1} of a nock recording, ${wordsAt(call, 'method')} ${quoted(`${wordsAt(call, 'scope')}${wordsAt(call, 'path')}`)}`);
      builder.request(textOf(call, 'scope'), emptyScope, headersOf(childOf(call, 'reqheaders')));
    }
    return builder;
  },
};

/** Mappings of WireMock: one stub, or `mappings` (https://wiremock.org/docs/stubbing/). */
export const wiremock: Format = {
  name: 'WireMock mapping',
  accepts: (path, text) => isJson(path) && /"request"\s*:\s*\{/.test(text) && /"(?:urlPath|urlPattern|urlPathPattern|urlPathTemplate|equalTo|bodyPatterns|proxyBaseUrl)"\s*:/.test(text),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    for (const stub of [root, ...itemsOf(root, 'mappings')]) {
      const address = ['url', 'urlPath', 'urlPattern', 'urlPathPattern', 'urlPathTemplate'].map((name) => wordsAt(stub, 'request', name)).find((url) => url !== '') ?? '';
      if (childOf(stub, 'request') !== undefined) builder.place(stub, `a WireMock mapping for ${quoted(address)}`);
      const host = textOf(stub, 'request', 'host', 'equalTo') ?? matched(childOf(stub, 'request', 'headers', 'Host')) ?? textOf(stub, 'response', 'proxyBaseUrl');
      const headers = entriesOf(stub, 'request', 'headers').map(({ name, value }) => headerCredential(name, matched(value)));
      builder.request(host, emptyScope, headers);
    }
    return builder;
  },
};

/** What a matcher of WireMock wants to see. */
function matched(matcher: Node | undefined): Text | undefined {
  return ['equalTo', 'contains', 'matches'].map((name) => textOf(matcher, name)).find((text) => text !== undefined);
}

/** Headers by name; each has one value or a list. */
function headersOf(node: Node | undefined): readonly Credential[] {
  return entriesOf(node).filter(({ name }) => isAuthorization(name)).flatMap(({ value }) => (value.kind === 'list' ? value.items : [value]))
    .flatMap((value) => (value.kind === 'text' ? [{ text: value.text, scheme: 'header' as const }] : []));
}
