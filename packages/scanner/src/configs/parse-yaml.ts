import type { Document, Node, YAMLError } from 'yaml';
import type { LocatedEntry, LocatedNode, ParsedDocument, Problem } from './located-node.ts';
import { printableName } from './printable-name.ts';

/** What the error codes of `yaml` mean. Its own messages quote the text, which may hold a key. */
const meanings: Readonly<Record<string, string>> = {
  BAD_INDENT: 'is not indented as YAML wants it here, or a bracket before this does not close',
  BAD_SCALAR_START: 'has a character here that plain text cannot start with; put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'has one `:` too many before this',
  BLOCK_IN_FLOW: 'starts a block inside of brackets here',
  DUPLICATE_KEY: 'has a name twice here; keep one',
  TAB_AS_INDENT: 'is indented with a tab here; use spaces',
  MISSING_CHAR: 'lacks a character here: a quote, a bracket, a `:` or a `,`',
  MULTILINE_IMPLICIT_KEY: 'has a name that goes over several lines here',
  TAG_RESOLVE_FAILED: 'has a tag here; tags are not supported, write the plain value',
  UNEXPECTED_TOKEN: 'has something unexpected here',
  MULTIPLE_DOCS: 'holds more than one document; keep one',
};

/**
 * Parses YAML 1.2 as plain data: no aliases, no merge keys, no tags, one document.
 *
 * @param text - without a byte-order mark.
 */
export async function parseYaml(text: string): Promise<ParsedDocument> {
  const yaml = await import('yaml');
  const document: Document = yaml.parseDocument(text, { version: '1.2', schema: 'core', merge: false, prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const faults: readonly YAMLError[] = [...document.errors, ...document.warnings];
  const problems: Problem[] = faults.slice(0, 1).map(({ code, pos }) => ({ offset: pos[0], message: meanings[code] ?? 'is no YAML here' }));
  if (problems.length > 0 || document.contents === null) return { root: undefined, problems };
  const root = toLocated(document.contents, yaml, problems);
  const isEmpty = root.kind === 'scalar' && root.value === null;
  return { root: isEmpty ? undefined : root, problems };
}

type Yaml = typeof import('yaml');

function toLocated(node: Node, yaml: Yaml, problems: Problem[]): LocatedNode {
  const offset = node.range?.[0] ?? 0;
  if (!yaml.isAlias(node) && node.tag !== undefined) problems.push({ offset, message: meanings['TAG_RESOLVE_FAILED'] ?? '' });
  if (yaml.isSeq(node)) return { kind: 'list', offset, items: node.items.map((item) => toLocated(item as Node, yaml, problems)) };
  if (yaml.isMap(node)) {
    const entries = new Map<string, LocatedEntry>();
    for (const { key: keyNode, value } of node.items as readonly { key: Node; value: Node | null }[]) {
      const keyOffset = keyNode.range?.[0] ?? offset;
      const name = yaml.isScalar(keyNode) ? keyNode.value : null;
      const key = isPlain(name) && name !== null ? String(name) : undefined;
      if (key === undefined) problems.push({ offset: keyOffset, message: 'has a name here that is no plain text' });
      else if (entries.has(key)) problems.push({ offset: keyOffset, message: `has ${printableName(key) ?? 'a name'} twice; keep one` });
      else entries.set(key, { key, keyOffset, value: value === null ? { kind: 'scalar', offset: keyOffset, value: null } : toLocated(value, yaml, problems) });
    }
    return { kind: 'map', offset, entries: [...entries.values()] };
  }
  if (yaml.isAlias(node)) problems.push({ offset, message: 'has an alias here; aliases are not supported, write the value out' });
  const value: unknown = yaml.isScalar(node) ? node.value : null;
  return { kind: 'scalar', offset, value: isPlain(value) ? value : null };
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
