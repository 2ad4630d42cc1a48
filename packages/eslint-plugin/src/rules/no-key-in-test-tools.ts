import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';
import { environmentSuggestions, suggestionMessages } from '../suggestions/read-from-environment.ts';

const rule = ruleById('no-key-in-test-tools');

export const noKeyInTestTools = createRule<[], 'found'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [],
    messages: { found: messageOf(rule), ...suggestionMessages },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data, suggest: environmentSuggestions(file, match) };
    }),
});
