import { logLeaks, rangeOf } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('no-key-in-logs');

export const noKeyInLogs = createRule<[], 'found'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    schema: [],
    messages: { found: messageOf(rule) },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis) return;
      for (const node of logLeaks(file.analysis)) yield { messageId: 'found', range: rangeOf(node) };
    }),
});
