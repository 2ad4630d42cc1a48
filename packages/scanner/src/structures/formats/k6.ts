import type { Node } from '../documents/node.ts';
import { childOf, entriesOf } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import type { Environment } from '../structure.ts';
import { StructureBuilder } from '../structure-builder.ts';
import { called, quoted } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/**
 * Options of k6 (https://grafana.com/docs/k6/latest/using-k6/k6-options/reference/), as a file for `--config`, and the `metadata.json` that
 * `k6 archive` puts in front of a script: it holds the environment of the machine that made the archive. `env` of a scenario adds to that.
 */
export const k6: Format = {
  name: 'k6 options',
  accepts: (path, text) => isJson(path) && signs.some((words) => words.every((word) => word.test(text))),
  read(text) {
    const root = parseJson(text);
    const builder = new StructureBuilder();
    const isArchive = childOf(root, 'k6version') !== undefined || childOf(root, 'k6Version') !== undefined;
    const outer = variablesOf(builder, childOf(root, 'env'), isArchive ? 'environment of a k6 archive' : 'environment of k6 options');
    builder.environments.push({ name: '', variables: outer });
    for (const options of [root, childOf(root, 'options')]) {
      for (const { name, value } of entriesOf(options, 'scenarios')) {
        const own = variablesOf(builder, childOf(value, 'env'), `environment of the ${called('k6 scenario', name)}`);
        if (own.length > 0) builder.environments.push({ name, variables: [...own, ...outer] });
      }
    }
    return builder;
  },
};

/** What archives and files of options hold. */
const signs: readonly (readonly RegExp[])[] = [
  [/"k6[vV]ersion"\s*:/, /"env"\s*:/],
  [/"scenarios"\s*:\s*\{/, /"executor"\s*:/],
  [/"env"\s*:\s*\{/, /"(?:vus|stages|iterations|noVUConnectionReuse)"\s*:/],
];

function variablesOf(builder: StructureBuilder, node: Node | undefined, where: string): Environment['variables'] {
  return entriesOf(node).flatMap(({ name, place, value }) => (value.kind === 'text' ? [builder.variable(name, place, value.text, `the value of ${quoted(name)} in the ${where}`)] : []));
}
