import { entriesOf } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import type { Variable } from '../structure.ts';
import { StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';

/** Environments of JetBrains' HTTP Client: an object of variables for each (https://www.jetbrains.com/help/idea/http-client-variables.html). */
export const httpEnvironment: Format = {
  name: 'environment of the HTTP Client',
  accepts: (path) => /(?:^|\/)(?:http-client|rest-client)(?:\.private)?\.env\.json$/.test(path),
  read(text) {
    const builder = new StructureBuilder();
    for (const { name, value } of entriesOf(parseJson(text))) {
      const words = called('HTTP Client environment', name);
      builder.place(value, `the ${words}`);
      const variables = entriesOf(value).flatMap((entry): readonly Variable[] =>
        entry.value.kind === 'text' ? [builder.variable(entry.name, entry.place, entry.value.text, `the value of ${quoted(entry.name)} in the ${words}`)] : [],
      );
      builder.environments.push({ name, variables });
    }
    return builder;
  },
};
