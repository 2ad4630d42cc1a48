import { createRule } from '../create-rule.ts';
import { environmentSuggestions, suggestionMessages } from '../suggestions/read-from-environment.ts';

export const noHardcodedKey = createRule('no-hardcoded-key', {
  defaults: {},
  suggestions: suggestionMessages,
  *check(file) {
    for (const match of file.matchesFor('no-hardcoded-key')) yield { range: match, data: match.data, suggestions: environmentSuggestions(file, match) };
  },
});
