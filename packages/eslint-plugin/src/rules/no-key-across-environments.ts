import { contradictions, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

interface Options {
  readonly otherEnvironments: readonly string[];
}

export const noKeyAcrossEnvironments = createRule<Options>('no-key-across-environments', {
  options: {
    otherEnvironments: {
      type: 'array',
      items: { type: 'string' },
      uniqueItems: true,
      description: 'Further words in the name of a key that contradict the production API, such as `dev` and `test`.',
    },
  },
  defaults: { otherEnvironments: [] },
  *check(file, options) {
    for (const match of file.matchesFor('no-key-across-environments')) yield { range: match, data: match.data };
    if (!file.analysis) return;
    for (const { node, from, to } of contradictions(file.analysis, options)) yield { range: rangeOf(node), data: { from, to } };
  },
});
