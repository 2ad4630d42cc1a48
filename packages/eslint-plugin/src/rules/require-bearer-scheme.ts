import { rangeOf, schemeProblems } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

export const requireBearerScheme = createRule('require-bearer-scheme', {
  defaults: {},
  suggestions: { addBearer: 'Write Bearer and one space in front of the key.' },
  *check(file) {
    for (const match of file.matchesFor('require-bearer-scheme')) yield { range: match, data: match.data };
    if (!file.analysis) return;
    for (const { node, problem, bare } of schemeProblems(file.analysis)) {
      const range = rangeOf(node);
      const source = file.text.slice(range.start, range.end);
      const text = node.type === 'Literal' ? `${source.charAt(0)}Bearer ${source.slice(1)}` : `\`Bearer \${${source}}\``;
      yield { range, data: { problem }, suggestions: bare && node.type !== 'TemplateLiteral' ? [{ messageId: 'addBearer', range, text }] : [] };
    }
  },
});
