import type { Node } from '../documents/node.ts';
import { childOf, entriesOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { parseYaml } from '../documents/parse-yaml.ts';
import type { Credential, Environment, Scope, Variable } from '../structure.ts';
import { headerCredential, StructureBuilder } from '../structure-builder.ts';
import type { Text } from '../documents/text.ts';
import { joinTexts } from '../documents/text.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson, isYaml } from './format.ts';

/** Scripts of Artillery (https://www.artillery.io/docs/reference/test-script); `artillery-engine-http` reads them so. */
export const artillery: Format = {
  name: 'Artillery script',
  accepts: (path, text) => (isYaml(path) && /^config:/m.test(text) && /^[ \t]+target:/m.test(text) && /^scenarios:/m.test(text)) || (isJson(path) && /\{\s*"config"\s*:/.test(text) && /"target"\s*:/.test(text) && /"scenarios"\s*:/.test(text)),
  read(text, path) {
    const root = isYaml(path) ? parseYaml(text) : parseJson(text);
    const builder = new StructureBuilder();
    const config = childOf(root, 'config');
    const scope: Scope = { variables: variablesOf(builder, childOf(config, 'variables'), 'of an Artillery script') };
    for (const { name, value } of entriesOf(config, 'environments')) builder.environments.push(environmentOf(builder, name, value));
    const targets = [textOf(config, 'target'), ...entriesOf(config, 'environments').map(({ value }) => textOf(value, 'target'))].filter((target) => target !== undefined);
    const common = ['http', 'defaults'].flatMap((part) => headersOf(childOf(config, part, 'defaults') ?? childOf(config, part)));
    const steps = [...itemsOf(root, 'scenarios'), childOf(root, 'before'), childOf(root, 'after')].flatMap((scenario) => [...requestsIn(childOf(scenario, 'flow'))]);
    for (const target of targets) {
      for (const { words, request } of steps) readRequest(builder, request, target, { words, common, scope });
      if (steps.length === 0) builder.request(target, scope, common);
    }
    return builder;
  },
};

function readRequest(builder: StructureBuilder, request: Node, target: Text, { words, common, scope }: { readonly words: string; readonly common: readonly Credential[]; readonly scope: Scope }): void {
  builder.place(request, `the ${words}`);
  const own = headersOf(request);
  const url = textOf(request, 'url');
  const address = url === undefined || /^(?:https?:|\{\{)/.test(url.value) ? (url ?? target) : joinTexts([target, url]);
  builder.request(address, scope, own.length > 0 ? own : common);
}

/** Steps of a flow, also those in loops and branches. */
function* requestsIn(flow: Node | undefined): Generator<{ readonly words: string; readonly request: Node }> {
  for (const step of itemsOf(flow)) {
    for (const { name, value } of entriesOf(step)) {
      if (/^(?:get|post|put|patch|delete|head|options)$/.test(name)) yield { words: called(`Artillery step ${name}`, wordsAt(value, 'url')), request: value };
      else yield* requestsIn(value);
    }
  }
}

function headersOf(node: Node | undefined): readonly Credential[] {
  return entriesOf(node, 'headers').flatMap(({ name, value }) => (value.kind === 'text' ? (headerCredential(name, value.text) ?? []) : []));
}

function environmentOf(builder: StructureBuilder, name: string, node: Node): Environment {
  const words = called('Artillery environment', name);
  builder.place(node, `the ${words}`);
  return { name, variables: variablesOf(builder, childOf(node, 'variables'), `in the ${words}`) };
}

/** A variable has one value, or a list of which one is taken at a time. */
function variablesOf(builder: StructureBuilder, node: Node | undefined, where: string): readonly Variable[] {
  return entriesOf(node).flatMap(({ name, place, value }) => (value.kind === 'list' ? value.items : [value]).flatMap((item) => (item.kind === 'text' ? [builder.variable(name, place, item.text, `the value of ${quoted(name)} ${where}`)] : [])));
}
