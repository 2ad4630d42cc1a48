import { rangeOf, secretLeaks } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

export const noKeyAsCallbackSecret = createRule('no-key-as-callback-secret', {
  defaults: {},
  suggestions: { callbackSecret: 'Read the callback secret from process.env.ATOMYX_CALLBACK_SECRET.' },
  *check(file) {
    if (!file.analysis) return;
    for (const node of secretLeaks(file.analysis)) {
      const range = rangeOf(node);
      const read = node.type === 'MemberExpression' && file.text.slice(range.start, range.end).startsWith('process.env.');
      yield { range, suggestions: read ? [{ messageId: 'callbackSecret', range, text: 'process.env.ATOMYX_CALLBACK_SECRET' }] : [] };
    }
  },
});
