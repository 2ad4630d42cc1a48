import { jobLeaks, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';
import { removeMember } from '../suggestions/remove-member.ts';

export const noKeyInJobFields = createRule('no-key-in-job-fields', {
  defaults: {},
  suggestions: { dropField: 'Drop the field {{ name }}.' },
  *check(file) {
    for (const match of file.matchesFor('no-key-in-job-fields')) yield { range: match, data: match.data };
    if (!file.analysis) return;
    for (const { node, field } of jobLeaks(file.analysis)) {
      const property = node.parent?.type === 'Property' && node.parent.value === node ? node.parent : undefined;
      yield { range: rangeOf(node), data: { field }, suggestions: removeMember(file.text, property) };
    }
  },
});
