import { wordsOf } from '@submit-guard/core';
import { childOf, entriesOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import type { Credential } from '../structure.ts';
import { emptyScope } from '../structure.ts';
import { isAuthorization, StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/** Contracts of Pact, versions 1 to 4 (https://github.com/pact-foundation/pact-specification). They name the provider and not its host. */
export const pact: Format = {
  name: 'Pact contract',
  accepts: (path, text) => isJson(path) && /"pactSpecification(?:Version)?"\s*:/.test(text),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    const provider = textOf(root, 'provider', 'name');
    const isOther = provider !== undefined && !wordsOf(provider.value).some((word) => word === 'atomyx' || word === 'submit' || word === 'api');
    for (const interaction of [...itemsOf(root, 'interactions'), ...itemsOf(root, 'messages')]) {
      builder.place(interaction, `the ${called('Pact interaction', wordsAt(interaction, 'description'))}`);
      const headers = entriesOf(interaction, 'request', 'headers').filter(({ name }) => isAuthorization(name));
      const credentials = headers.flatMap(({ value }): readonly Credential[] => {
        // Version 4 has a list of values, and matchers stand in objects.
        const texts = [value, childOf(value, 0), childOf(value, 'value')].map((node) => (node?.kind === 'text' ? node.text : undefined)).filter((text) => text !== undefined);
        return texts.map((text) => ({ text, scheme: 'header' }));
      });
      builder.request(provider, emptyScope, credentials, isOther);
    }
    return builder;
  },
};
