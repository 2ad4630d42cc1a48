import { rangeOf, schemeProblems } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('require-bearer-scheme');

export const requireBearerScheme = createRule<[], 'found' | 'addBearer'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [],
    messages: { found: messageOf(rule), addBearer: 'Write Bearer and one space in front of the key.' },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis) return;
      for (const { node, problem, bare } of schemeProblems(file.analysis)) {
        const range = rangeOf(node);
        const source = file.text.slice(range.start, range.end);
        const text = node.type === 'Literal' ? `${source.charAt(0)}Bearer ${source.slice(1)}` : `\`Bearer \${${source}}\``;
        yield { messageId: 'found', range, data: { problem }, suggest: bare && node.type !== 'TemplateLiteral' ? [{ messageId: 'addBearer', range, text }] : [] };
      }
    }),
});
