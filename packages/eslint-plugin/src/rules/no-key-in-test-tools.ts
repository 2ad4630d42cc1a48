import { createRule } from '../create-rule.ts';
import { environmentSuggestions, suggestionMessages } from '../suggestions/read-from-environment.ts';

export const noKeyInTestTools = createRule('no-key-in-test-tools', {
  defaults: {},
  suggestions: suggestionMessages,
  *check(file) {
    for (const match of file.matchesFor('no-key-in-test-tools')) yield { range: match, data: match.data, suggestions: environmentSuggestions(file, match) };
  },
});
