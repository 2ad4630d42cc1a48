import type { Node, ParseError } from 'jsonc-parser';
import type { LocatedEntry, LocatedNode, ParsedDocument, Problem } from './located-node.ts';
import { printableName } from './printable-name.ts';

/** What jsonc-parser's error codes mean, by their names; none of its messages quotes the text. */
const meanings: Readonly<Record<string, string>> = {
  InvalidSymbol: 'has something here that is no JSON',
  InvalidNumberFormat: 'has a number here that is none',
  PropertyNameExpected: 'lacks the name of an option, in double quotes, here',
  ValueExpected: 'lacks a value here',
  ColonExpected: 'lacks a `:` here',
  CommaExpected: 'lacks a `,` here',
  CloseBraceExpected: 'lacks a `}` here',
  CloseBracketExpected: 'lacks a `]` here',
  EndOfFileExpected: 'goes on after its end here',
  UnexpectedEndOfComment: 'has a comment here that does not end',
  UnexpectedEndOfString: 'has a text here that does not end',
  InvalidUnicode: 'has an escape here that is no character',
  InvalidEscapeCharacter: 'has an escape here that JSON does not have',
  InvalidCharacter: 'has a control character here',
};

/**
 * Parses JSON with comments and trailing commas, for a file with either ending.
 *
 * @param text - without a byte-order mark.
 */
export async function parseJson(text: string): Promise<ParsedDocument> {
  const { parseTree, printParseErrorCode } = await import('jsonc-parser');
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const problems: Problem[] = errors.slice(0, 1).map(({ error, offset }) => ({
    offset,
    message: meanings[printParseErrorCode(error)] ?? 'is no JSON here',
  }));
  if (tree === undefined || problems.length > 0) return { root: undefined, problems };
  const root = toLocated(tree, problems);
  return { root, problems };
}

function toLocated(node: Node, problems: Problem[]): LocatedNode {
  const { offset } = node;
  if (node.type === 'array') return { kind: 'list', offset, items: (node.children ?? []).map((item) => toLocated(item, problems)) };
  if (node.type !== 'object') return { kind: 'scalar', offset, value: node.value as string | number | boolean | null };
  const entries = new Map<string, LocatedEntry>();
  for (const { children } of node.children ?? []) {
    const [name, value] = children ?? [];
    if (name === undefined || value === undefined) continue;
    const key = String(name.value);
    if (entries.has(key)) problems.push({ offset: name.offset, message: `has ${printableName(key) ?? 'a name'} twice; keep one` });
    else entries.set(key, { key, keyOffset: name.offset, value: toLocated(value, problems) });
  }
  return { kind: 'map', offset, entries: [...entries.values()] };
}
