import type { Node as JsonNode, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';
import { MalformedError } from './malformed-error.ts';
import type { Node } from './node.ts';
import type { Text } from './text.ts';
import { mappedText, plainText } from './text.ts';

/**
 * Parses JSON; comments and trailing commas are allowed.
 *
 * @throws MalformedError where it is no JSON.
 */
export function parseJson(document: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(document, errors, { allowTrailingComma: true });
  const error = errors[0];
  if (root === undefined || error !== undefined) throw new MalformedError('JSON', document, error?.offset ?? 0);
  return toNode(root, document);
}

function toNode(node: JsonNode, document: string): Node {
  const range = { start: node.offset, end: node.offset + node.length };
  const children = node.children ?? [];
  if (node.type === 'array') return { kind: 'list', ...range, items: children.map((child) => toNode(child, document)) };
  if (node.type === 'object') {
    const entries = children.flatMap((property) => {
      const [name, value] = property.children ?? [];
      if (name === undefined || value === undefined) return [];
      return [{ name: String(name.value), place: { start: name.offset + 1, end: name.offset + name.length - 1 }, value: toNode(value, document) }];
    });
    return { kind: 'object', ...range, entries };
  }
  if (node.type === 'string') return { kind: 'text', ...range, text: stringText(document, range.start, range.end) };
  return { kind: 'plain', ...range, value: node.value as number | boolean | null };
}

/** The text of the string between two quotes. */
function stringText(document: string, start: number, end: number): Text {
  const raw = document.slice(start + 1, end - 1);
  if (!raw.includes('\\')) return plainText(raw, start + 1);
  const offsets = new Uint32Array(raw.length + 1);
  let value = '';
  for (let at = 0; at < raw.length; ) {
    const length = raw[at] !== '\\' ? 1 : raw[at + 1] === 'u' ? 6 : 2;
    offsets[value.length] = start + 1 + at;
    value += length === 1 ? (raw[at] ?? '') : unescape(raw.slice(at, at + length));
    at += length;
  }
  offsets[value.length] = end - 1;
  return mappedText(value, offsets.subarray(0, value.length + 1));
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function unescape(escape: string): string {
  const letter = escape[1] ?? '';
  return letter === 'u' ? String.fromCharCode(Number.parseInt(escape.slice(2), 16)) : (escapes[letter] ?? letter);
}
