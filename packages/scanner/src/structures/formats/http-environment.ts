import type { Node } from '../documents/node.ts';
import { childOf, entriesOf } from '../documents/node.ts';
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
    readEnvironments(builder, parseJson(text), 'HTTP Client environment');
    return builder;
  },
};

/** The name of the setting with the environments of the REST Client. */
const setting = 'rest-client.environmentVariables';

/** Settings of VS Code, in which the REST Client has its environments; those of `$shared` are in force in all (README of github.com/Huachao/vscode-restclient). */
export const restClientSettings: Format = {
  name: 'settings of VS Code',
  accepts: (path, text) => /(?:^|\/)\.vscode\/settings\.json$|\.code-workspace$/.test(path) && text.includes(`"${setting}"`),
  read(text) {
    const builder = new StructureBuilder();
    const root = parseJson(text);
    readEnvironments(builder, childOf(root, setting) ?? childOf(root, 'settings', setting), 'REST Client environment');
    return builder;
  },
};

function readEnvironments(builder: StructureBuilder, root: Node | undefined, kind: string): void {
  const environments = entriesOf(root).map(({ name, value }) => {
    const words = called(kind, name);
    builder.place(value, `the ${words}`);
    const variables = entriesOf(value).flatMap((entry): readonly Variable[] =>
      entry.value.kind === 'text' ? [builder.variable(entry.name, entry.place, entry.value.text, `the value of ${quoted(entry.name)} in the ${words}`)] : [],
    );
    return { name, variables };
  });
  const shared = environments.filter(({ name }) => name === '$shared').flatMap(({ variables }) => variables);
  builder.environments.push(...environments.map(({ name, variables }) => ({ name, variables: name === '$shared' ? variables : [...variables, ...shared] })));
}
