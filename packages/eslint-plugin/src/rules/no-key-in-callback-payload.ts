import { payloadLeaks, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';
import { removeMember } from '../suggestions/remove-member.ts';

interface Options {
  readonly tokens: boolean;
}

export const noKeyInCallbackPayload = createRule<Options>('no-key-in-callback-payload', {
  options: {
    tokens: { type: 'boolean', description: 'Whether fields that are called only `token` or `secret` count.' },
  },
  defaults: { tokens: false },
  suggestions: { dropField: 'Drop the field {{ name }}.' },
  *check(file, { tokens }) {
    const literal = file.matchesFor('no-key-in-callback-payload');
    for (const match of literal) yield { range: match, data: match.data };
    if (!file.analysis) return;
    for (const { name, key, value, member } of payloadLeaks(file.analysis, { tokens, isCallbackType: file.settings.isCallbackType })) {
      // A literal key is reported where it stands, by the rule of its surface.
      const written = value && file.keysWithin(rangeOf(value));
      if (!written) yield { range: rangeOf(key), data: { field: name }, suggestions: removeMember(file.text, member) };
    }
  },
});
