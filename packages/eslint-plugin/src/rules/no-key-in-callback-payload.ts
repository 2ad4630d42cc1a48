import { payloadLeaks, rangeOf } from '@submit-guard/dataflow';
import { ruleById } from '@submit-guard/rules';
import { createRule, docsOf, messageOf } from '../create-rule.ts';
import { reportProblems } from '../report-problems.ts';
import { removalMessages, removeMember } from '../suggestions/remove-member.ts';
import { importedFields } from '../types/imported-fields.ts';

const rule = ruleById('no-key-in-callback-payload');

export interface Options {
  readonly tokens: boolean;
  readonly types: boolean;
}

export const noKeyInCallbackPayload = createRule<[Options], 'found' | keyof typeof removalMessages>({
  name: rule.id,
  meta: {
    type: 'problem',
    docs: docsOf(rule),
    hasSuggestions: true,
    schema: [
      {
        type: 'object',
        description: `Options of ${rule.id}.`,
        properties: {
          tokens: { type: 'boolean', description: 'Whether fields that are called only `token` or `secret` count.' },
          types: { type: 'boolean', description: 'Whether fields of imported types count, where the parser gives type information.' },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ tokens: false, types: false }],
    messages: { found: messageOf(rule), ...removalMessages },
  },
  create: (context, [{ tokens, types }]) =>
    reportProblems(context, rule, function* (file) {
      for (const match of file.matchesFor(rule.id)) yield { messageId: 'found', range: match, data: match.data };
      if (!file.analysis) return;
      const options = { tokens, isCallbackType: file.settings.isCallbackType };
      for (const { name, key, value, member } of payloadLeaks(file.analysis, options)) {
        // A literal key is reported where it stands, by the rule of its surface.
        const written = value && file.keysWithin(rangeOf(value));
        if (!written) yield { messageId: 'found', range: rangeOf(key), data: { field: `"${name}"` }, suggest: removeMember(file.text, member) };
      }
      if (!types) return;
      for (const { name, node } of importedFields(context.sourceCode.parserServices, file.analysis, options)) yield { messageId: 'found', range: rangeOf(node), data: { field: `"${name}"` } };
    }),
});
