import { originProblems, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

export const requireSubmitOrigin = createRule('require-submit-origin', {
  defaults: {},
  suggestions: { useHttps: 'Write https:// in place of http://.' },
  *check(file) {
    for (const match of file.matchesFor('require-submit-origin')) yield { range: match, data: match.data };
    if (!file.analysis) return;
    for (const { node, origin } of originProblems(file.analysis)) {
      const range = rangeOf(node);
      const scheme = file.text.slice(range.start, range.end).indexOf('http://submit.');
      const start = range.start + scheme;
      yield { range, data: { origin }, suggestions: scheme === -1 ? [] : [{ messageId: 'useHttps', range: { start, end: start + 'http'.length }, text: 'https' }] };
    }
  },
});
