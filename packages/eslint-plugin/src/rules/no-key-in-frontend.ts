import { exposures, rangeOf } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('no-key-in-frontend');

export interface Options {
  readonly environmentReads: boolean;
}

export const noKeyInFrontend = createRule<[Options], 'found'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    schema: [
      {
        type: 'object',
        description: `Options of ${rule.id}.`,
        properties: {
          environmentReads: {
            type: 'boolean',
            description: 'Whether environment variables that are named for a Submit key are reported where browser code or a public prefix exposes them.',
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ environmentReads: true }],
    messages: { found: messageOf(rule) },
  },
  create: (context, [{ environmentReads }]) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis || !environmentReads) return;
      const nextConfig = /(?:^|\/)next\.config\.\w+$/.test(file.path);
      for (const node of exposures(file.analysis, { isBrowser: () => file.surface === 'frontend', nextConfig })) yield { messageId: 'found', range: rangeOf(node) };
    }),
});
