import { jobLeaks, rangeOf } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';
import { removalMessages, removeMember } from '../suggestions/remove-member.ts';

const rule = ruleById('no-key-in-job-fields');

export const noKeyInJobFields = createRule<[], 'found' | keyof typeof removalMessages>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [],
    messages: { found: messageOf(rule), ...removalMessages },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis) return;
      for (const { node, field } of jobLeaks(file.analysis)) {
        const property = node.parent?.type === 'Property' && node.parent.value === node ? node.parent : undefined;
        yield { messageId: 'found', range: rangeOf(node), data: { field }, suggest: removeMember(file.text, property) };
      }
    }),
});
