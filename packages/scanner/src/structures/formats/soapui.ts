import type { Element } from '../documents/parse-xml.ts';
import { elementsNamed, parseXml } from '../documents/parse-xml.ts';
import type { Text } from '../documents/text.ts';
import { rangeOfText } from '../documents/text.ts';
import type { Scope, Variable } from '../structure.ts';
import { headerCredential, StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';

/** Projects of SoapUI and ReadyAPI (`soapui.xsd` in github.com/SmartBear/soapui). Its properties are referred to as `${#Project#name}`. */
export const soapui: Format = {
  name: 'SoapUI project',
  accepts: (path, text) => path.endsWith('.xml') && /<(?:con:)?soapui-project\b/.test(text),
  read(text) {
    const root = parseXml(text);
    const builder = new StructureBuilder();
    const scope: Scope = { variables: [...variablesIn(builder, root)] };
    for (const request of elementsUnder(root, /^(?:con:)?(?:request|restRequest|httpRequest)$/)) {
      const words = called('SoapUI request', request.attributes.get('name')?.value ?? '');
      const endpoint = textIn(request, 'endpoint') ?? textIn(root, 'endpoint');
      const entries = [...elementsNamed(request, 'con:entry'), ...elementsNamed(request, 'con:parameter')];
      const credentials = entries.map(({ attributes }) => {
        const [name, value] = [attributes.get('key') ?? attributes.get('name'), attributes.get('value')];
        if (name !== undefined && value !== undefined) builder.place(rangeOfText(value), `${quoted(name.value)} of the ${words}`);
        return headerCredential(name?.value ?? '', value);
      });
      builder.request(endpoint, scope, credentials);
    }
    return builder;
  },
};

function* variablesIn(builder: StructureBuilder, root: Element): Generator<Variable> {
  for (const property of elementsNamed(root, 'con:property')) {
    const [name, text] = [textIn(property, 'name'), textIn(property, 'value')];
    if (name === undefined || text === undefined) continue;
    yield builder.variable(name.value, rangeOfText(name), text, `the value of the SoapUI property ${quoted(name.value)}`);
  }
}

function* elementsUnder(element: Element, name: RegExp): Generator<Element> {
  for (const child of element.children) {
    if (name.test(child.name)) yield child;
    yield* elementsUnder(child, name);
  }
}

/** The text of the first element of a name, wherever it stands. */
function textIn(element: Element, name: string): Text | undefined {
  const [first] = elementsUnder(element, new RegExp(`^(?:con:)?${name}$`));
  return first === undefined || first.text.value === '' ? undefined : first.text;
}
