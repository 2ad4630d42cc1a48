import type { Element } from '../documents/parse-xml.ts';
import { elementsNamed, parseXml } from '../documents/parse-xml.ts';
import type { Text } from '../documents/text.ts';
import { joinTexts, plainText, rangeOfText } from '../documents/text.ts';
import type { Credential, Scope, Variable } from '../structure.ts';
import { headerCredential, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';

/**
 * Plans of JMeter (`SaveService` of github.com/apache/jmeter): each element of a `hashTree` is followed by the `hashTree` of what is under
 * it. Header managers and HTTP defaults are in force for all requests beside and under them.
 */
export const jmeter: Format = {
  name: 'JMeter plan',
  accepts: (path, text) => path.endsWith('.jmx') || (path.endsWith('.xml') && /<jmeterTestPlan\b/.test(text)),
  read(text) {
    const builder = new StructureBuilder();
    const root = parseXml(text);
    const variables = [...variablesIn(builder, root)];
    for (const plan of root.children) for (const tree of plan.children) readTree(builder, tree, { scope: { variables }, credentials: [], host: undefined });
    return builder;
  },
};

interface Surroundings {
  readonly scope: Scope;
  readonly credentials: readonly Credential[];
  readonly host: Text | undefined;
}

function readTree(builder: StructureBuilder, tree: Element, around: Surroundings): void {
  const elements = tree.children.filter(({ name }) => name !== 'hashTree');
  const own = elements.filter(({ name }) => name === 'HeaderManager').flatMap((manager) => credentialsOf(builder, manager));
  const credentials = own.length > 0 ? own : around.credentials;
  const defaults = elements.find((element) => attribute(element, 'guiclass') === 'HttpDefaultsGui');
  const host = (defaults && property(defaults, 'HTTPSampler.domain')) ?? around.host;
  for (const [index, element] of tree.children.entries()) {
    if (element.name === 'hashTree') continue;
    const under = tree.children[index + 1]?.name === 'hashTree' ? tree.children[index + 1] : undefined;
    if (element.name.startsWith("HTTPSampler")) readSampler(builder, element, under, { ...around, credentials, host });
    if (under !== undefined) readTree(builder, under, { ...around, credentials, host });
  }
}

function readSampler(builder: StructureBuilder, sampler: Element, under: Element | undefined, around: Surroundings): void {
  const own = (under?.children ?? []).filter(({ name }) => name === 'HeaderManager').flatMap((manager) => credentialsOf(builder, manager));
  const path = property(sampler, 'HTTPSampler.path');
  const domain = property(sampler, 'HTTPSampler.domain') ?? around.host;
  const protocol = property(sampler, 'HTTPSampler.protocol');
  const isWhole = path !== undefined && /^https?:/.test(path.value);
  if (domain === undefined && !isWhole) return;
  const address = isWhole ? path : joinTexts([...(protocol ? [protocol, plainText('://', 0)] : []), ...(domain ? [domain] : []), ...(path ? [plainText(path.value.startsWith('/') ? '' : '/', 0), path] : [])]);
  builder.request(address, around.scope, own.length > 0 ? own : around.credentials);
}

function credentialsOf(builder: StructureBuilder, manager: Element): readonly Credential[] {
  const words = called('JMeter header manager', attribute(manager, 'testname'));
  return [...elementsNamed(manager, 'elementProp')].flatMap((header) => {
    const [name, value] = [property(header, 'Header.name'), property(header, 'Header.value')];
    if (name === undefined || value === undefined) return [];
    builder.place(rangeOfText(value), `the header ${quoted(name.value)} of the ${words}`);
    return headerCredential(name.value, value) ?? [];
  });
}

/** User defined variables, of the plan and of its elements, wherever they stand. */
function* variablesIn(builder: StructureBuilder, root: Element): Generator<Variable> {
  for (const element of elementsNamed(root, 'elementProp')) {
    const [name, text] = [property(element, 'Argument.name'), property(element, 'Argument.value')];
    if (name === undefined || text === undefined) continue;
    yield builder.variable(name.value, rangeOfText(name), text, `the value of the JMeter variable ${quoted(name.value)}`);
  }
}

function attribute(element: Element, name: string): string {
  return element.attributes.get(name)?.value ?? '';
}

/** `<stringProp name="...">`; `undefined` where it is empty. */
function property(element: Element, name: string): Text | undefined {
  const text = element.children.find((child) => /^(?:string|int|long)Prop$/.test(child.name) && attribute(child, 'name') === name)?.text;
  return text?.value === '' ? undefined : text;
}
