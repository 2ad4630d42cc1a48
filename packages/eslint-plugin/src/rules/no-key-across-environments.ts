import { contradictions, rangeOf } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('no-key-across-environments');

export interface Options {
  readonly otherEnvironments: readonly string[];
}

export const noKeyAcrossEnvironments = createRule<[Options], 'found'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    schema: [
      {
        type: 'object',
        description: `Options of ${rule.id}.`,
        properties: {
          otherEnvironments: {
            type: 'array',
            items: { type: 'string' },
            uniqueItems: true,
            description: 'Further words in the name of a key that contradict the production API, such as `dev` and `test`.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ otherEnvironments: [] }],
    messages: { found: messageOf(rule) },
  },
  create: (context, [options]) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis) return;
      for (const { node, from, to } of contradictions(file.analysis, options)) yield { messageId: 'found', range: rangeOf(node), data: { from, to } };
    }),
});
