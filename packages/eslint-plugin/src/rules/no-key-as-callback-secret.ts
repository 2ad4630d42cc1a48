import { rangeOf, secretLeaks } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('no-key-as-callback-secret');

export const noKeyAsCallbackSecret = createRule<[], 'found' | 'callbackSecret'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [],
    messages: { found: messageOf(rule), callbackSecret: 'Read the callback secret from process.env.ATOMYX_CALLBACK_SECRET.' },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      if (!file.analysis) return;
      for (const node of secretLeaks(file.analysis)) {
        const range = rangeOf(node);
        const read = node.type === 'MemberExpression' && file.text.slice(range.start, range.end).startsWith('process.env.');
        yield { messageId: 'found', range, suggest: read ? [{ messageId: 'callbackSecret', range, text: 'process.env.ATOMYX_CALLBACK_SECRET' }] : [] };
      }
    }),
});
