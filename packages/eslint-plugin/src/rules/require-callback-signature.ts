import { rangeOf, signatureProblems } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';

export const requireCallbackSignature = createRule('require-callback-signature', {
  defaults: {},
  suggestions: { safeCompare: 'Compare with timingSafeEqual, which must be imported from node:crypto.' },
  *check(file) {
    if (!file.analysis) return;
    for (const { node, problem, compared } of signatureProblems(file.analysis, file.path)) {
      const range = rangeOf(node);
      const side = (inner: NonNullable<typeof compared>['left']): string => file.text.slice(...inner.range);
      const text = compared && `${compared.operator.startsWith('!') ? '!' : ''}timingSafeEqual(Buffer.from(${side(compared.left)}), Buffer.from(${side(compared.right)}))`;
      yield { range, data: { problem }, suggestions: text === undefined ? [] : [{ messageId: 'safeCompare', range, text }] };
    }
  },
});
