import { logLeaks, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

export const noKeyInLogs = createRule('no-key-in-logs', {
  defaults: {},
  *check(file) {
    for (const match of file.matchesFor('no-key-in-logs')) yield { range: match, data: match.data };
    if (!file.analysis) return;
    for (const node of logLeaks(file.analysis)) yield { range: rangeOf(node) };
  },
});
