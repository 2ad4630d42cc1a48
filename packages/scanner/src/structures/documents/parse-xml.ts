import { Parser } from 'htmlparser2';
import { MalformedError } from './malformed-error.ts';
import type { Text } from './text.ts';
import { joinTexts, plainText } from './text.ts';

/** An element of an XML document. */
export interface Element {
  /** With its prefix: `con:property`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Text>;
  readonly children: readonly Element[];
  /** What stands right in it, character references replaced. */
  readonly text: Text;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, Text>;
  readonly children: OpenElement[];
  readonly texts: Text[];
}

/** Elements within elements; more of them are an attack. */
const deepest = 400;

/**
 * Parses XML as far as test tools write it. Entities of its own are not replaced.
 *
 * @returns an element without a name that holds the root.
 * @throws MalformedError where an element is not closed, or another one is.
 */
export function parseXml(document: string): Element {
  const root: OpenElement = { name: '', attributes: new Map(), children: [], texts: [] };
  const open = [root];
  let attributes = new Map<string, Text>();
  let fault: number | undefined;
  const innermost = (): OpenElement => open[open.length - 1] ?? root;
  const parser = new Parser({
    onopentagname() {
      attributes = new Map();
    },
    onattribute(name, value) {
      const at = document.indexOf(value, parser.startIndex + name.length);
      attributes.set(name, at === -1 ? joinTexts([]) : plainText(value, at));
    },
    onopentag(name) {
      const element: OpenElement = { name, attributes, children: [], texts: [] };
      innermost().children.push(element);
      if (open.length < deepest) open.push(element);
      else fault ??= parser.startIndex;
    },
    ontext(data) {
      innermost().texts.push(sourceText(data, parser.startIndex, parser.endIndex + 1));
    },
    onclosetag(name, isImplied) {
      // Implied is also the end of `<a/>`, whose element is the one that was opened last.
      if (isImplied && document.charAt(parser.endIndex - 1) !== '/') fault ??= parser.startIndex;
      if (innermost().name === name) open.pop();
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.write(document);
  parser.end();
  if (fault !== undefined || root.children.length === 0) throw new MalformedError('XML', document, fault ?? 0);
  return closed(root);
}

/** A text as it stands, or a character reference. */
function sourceText(data: string, start: number, end: number): Text {
  if (data.length === end - start) return plainText(data, start);
  return { value: data, locate: () => ({ start, end }) };
}

function closed({ name, attributes, children, texts }: OpenElement): Element {
  return { name, attributes, children: children.map(closed), text: joinTexts(texts) };
}

/** All elements in and under one that have a name. */
export function* elementsNamed(element: Element, name: string): Generator<Element> {
  if (element.name === name) yield element;
  for (const child of element.children) yield* elementsNamed(child, name);
}
