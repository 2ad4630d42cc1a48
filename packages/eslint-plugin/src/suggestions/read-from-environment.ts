import type { Match } from '@submit-guard/core';
import type { Node } from '@submit-guard/dataflow';
import type { Suggestion } from '../report-problems.ts';
import type { SourceFile } from '../files/source-file.ts';
import { environmentAt } from './environment-at.ts';

export const suggestionMessages = {
  readEnvironment: 'Read the key from {{ variable }}.',
  dropFallback: 'Drop the fallback, so that only the environment tells the key.',
};

/** Offers to read the key from the environment where a literal holds the key and nothing else, or `Bearer` and the key. */
export function environmentSuggestions(file: SourceFile, match: Match): readonly Suggestion<keyof typeof suggestionMessages>[] {
  const literal = file.analysis?.index.texts.find(({ range }) => range[0] <= match.start && range[1] >= match.end);
  // A member of an enum of texts cannot be read from anywhere.
  if (!literal || match.pieces || match.via.length > 0 || literal.parent.type === 'TSEnumMember') return [];
  const [start, end] = literal.range;
  const before = file.text.slice(start + 1, match.start);
  const whole = file.text.slice(match.end, end - 1) === '';
  const attribute = literal.parent.type === 'JSXAttribute';
  const fallback = leftOfFallback(literal);
  if (whole && before === '' && fallback) {
    const range = { start: fallback.end, end };
    return [{ messageId: 'dropFallback', range, text: '' }];
  }
  const environment = whole && /^(?:Bearer )?$/.test(before) ? environmentAt(file, literal) : undefined;
  if (environment === undefined) return [];
  const variable = `${environment}.ATOMYX_SUBMIT_API_KEY`;
  const text = before === '' ? (attribute ? `{${variable}}` : variable) : attribute ? `{\`Bearer \${${variable}}\`}` : `\`Bearer \${${variable}}\``;
  return [{ messageId: 'readEnvironment', data: { variable }, range: { start, end }, text }];
}

/** Where the left side of `environment ?? literal` ends. */
function leftOfFallback(literal: Node): { readonly end: number } | undefined {
  const { parent } = literal;
  return parent?.type === 'LogicalExpression' && parent.operator !== '&&' && parent.right === literal ? { end: parent.left.range[1] } : undefined;
}
