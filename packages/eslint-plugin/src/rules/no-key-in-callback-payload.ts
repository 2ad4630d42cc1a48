import { payloadLeaks, rangeOf } from '@submit-guard/dataflow';
import { createRule } from '../create-rule.ts';
import { removeMember } from '../suggestions/remove-member.ts';
import { importedFields } from '../types/imported-fields.ts';

interface Options {
  readonly tokens: boolean;
  readonly types: boolean;
}

export const noKeyInCallbackPayload = createRule<Options>('no-key-in-callback-payload', {
  options: {
    tokens: { type: 'boolean', description: 'Whether fields that are called only `token` or `secret` count.' },
    types: { type: 'boolean', description: 'Whether fields of imported types count, where the parser gives type information.' },
  },
  defaults: { tokens: false, types: false },
  suggestions: { dropField: 'Drop the field {{ name }}.' },
  *check(file, { tokens, types }, context) {
    for (const match of file.matchesFor('no-key-in-callback-payload')) yield { range: match, data: match.data };
    if (!file.analysis) return;
    const options = { tokens, isCallbackType: file.settings.isCallbackType };
    for (const { name, key, value, member } of payloadLeaks(file.analysis, options)) {
      // A literal key is reported where it stands, by the rule of its surface.
      const written = value && file.keysWithin(rangeOf(value));
      if (!written) yield { range: rangeOf(key), data: { field: `"${name}"` }, suggestions: removeMember(file.text, member) };
    }
    if (!types) return;
    for (const { name, node } of importedFields(context, file.analysis, options)) yield { range: rangeOf(node), data: { field: `"${name}"` } };
  },
});
