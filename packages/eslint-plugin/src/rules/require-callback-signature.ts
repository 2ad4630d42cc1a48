import { rangeOf, signatureProblems } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';

const rule = ruleById('require-callback-signature');

export const requireCallbackSignature = createRule<[], 'found' | 'safeCompare'>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [],
    messages: { found: messageOf(rule), safeCompare: 'Compare with timingSafeEqual, which must be imported from node:crypto.' },
  },
  create: (context) =>
    reportProblems(context, rule, function* (file) {
      if (!file.analysis) return;
      for (const { node, problem, compared } of signatureProblems(file.analysis, file.path)) {
        const range = rangeOf(node);
        const side = (inner: NonNullable<typeof compared>['left']): string => file.text.slice(...inner.range);
        const text = compared && `${compared.operator.startsWith('!') ? '!' : ''}timingSafeEqual(Buffer.from(${side(compared.left)}), Buffer.from(${side(compared.right)}))`;
        yield { messageId: 'found', range, data: { problem }, suggest: text === undefined ? [] : [{ messageId: 'safeCompare', range, text }] };
      }
    }),
});
