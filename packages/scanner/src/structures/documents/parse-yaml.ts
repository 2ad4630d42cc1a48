import type { Node as YamlNode } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, Scalar } from 'yaml';
import { MalformedError } from './malformed-error.ts';
import type { Entry, Node } from './node.ts';
import type { Text } from './text.ts';
import { joinTexts, plainText } from './text.ts';

/** Aliases that are followed; more of them are an attack. */
const mostAliases = 200;

/**
 * Parses YAML, of which only the first document counts. Every scalar is a text, as it stands: a key may read like a number.
 *
 * @throws MalformedError where it is no YAML.
 */
export function parseYaml(document: string): Node {
  const [first] = parseAllDocuments(document, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent', uniqueKeys: false, stringKeys: false });
  const error = first !== undefined && 'errors' in first ? first.errors[0] : undefined;
  if (first === undefined || error !== undefined || !('contents' in first)) throw new MalformedError('YAML', document, error?.pos[0] ?? 0);
  let aliases = 0;
  const toNode = (node: YamlNode | null | undefined): Node => {
    const [start = 0, end = start] = node?.range ?? [];
    if (isAlias(node)) {
      const target = ++aliases > mostAliases ? undefined : node.resolve(first);
      // An alias to what it stands in has no end.
      return target === undefined || contains(target, start) ? { kind: 'plain', start, end, value: null } : toNode(target);
    }
    if (isSeq(node)) return { kind: 'list', start, end, items: node.items.map((item) => toNode(item as YamlNode)) };
    if (isMap(node)) {
      const entries = node.items.flatMap(({ key, value }): Entry[] => {
        if (!isScalar(key)) return [];
        const text = textOfScalar(key, document);
        return [{ name: text.value, place: text.locate(0, text.value.length), value: toNode(value as YamlNode | null) }];
      });
      return { kind: 'object', start, end, entries };
    }
    return isScalar(node) ? { kind: 'text', start, end, text: textOfScalar(node, document) } : { kind: 'plain', start, end, value: null };
  };
  return toNode(first.contents);
}

function contains(node: YamlNode, offset: number): boolean {
  const [start = 0, end = 0] = node.range ?? [];
  return offset >= start && offset < end && !isScalar(node);
}

/** The text of a scalar, line by line: quotes, indentation and folds stand between. */
function textOfScalar(scalar: Scalar, document: string): Text {
  const value = typeof scalar.value === 'string' ? scalar.value : '';
  const [start = 0, end = start] = scalar.range ?? [];
  const isBlock = scalar.type === Scalar.BLOCK_FOLDED || scalar.type === Scalar.BLOCK_LITERAL;
  let at = isBlock ? document.indexOf('\n', start) + 1 : start;
  const at0 = document.indexOf(value, at);
  if (at0 !== -1 && at0 + value.length <= end) return plainText(value, at0);
  const lines = value.split(/(?<=[\n ])/).map((line) => {
    const words = line.trim();
    const found = document.indexOf(words, at);
    const from = found === -1 || found > end ? at : found;
    at = Math.min(end, from + words.length);
    const indent = line.indexOf(words);
    const offset = from - indent;
    return {
      value: line,
      // What folding put in place of a line end has no place of its own.
      locate: (first: number, last: number) => ({ start: Math.max(start, offset + Math.min(first, indent + words.length)), end: Math.max(start, offset + Math.min(last, indent + words.length)) }),
    };
  });
  return joinTexts(lines);
}
