import { originProblems, rangeOf } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('require-submit-origin');

export const requireSubmitOrigin = createRule<[], 'found' | 'useHttps'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [],
    messages: { found: messageOf(rule), useHttps: 'Write https:// in place of http://.' },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis) return;
      for (const { node, origin } of originProblems(file.analysis)) {
        const range = rangeOf(node);
        const scheme = file.text.slice(range.start, range.end).indexOf('http://submit.');
        const start = range.start + scheme;
        yield { messageId: 'found', range, data: { origin }, suggest: scheme === -1 ? [] : [{ messageId: 'useHttps', range: { start, end: start + 'http'.length }, text: 'https' }] };
      }
    }),
});
