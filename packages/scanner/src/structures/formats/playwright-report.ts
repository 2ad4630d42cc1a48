import type { Node } from '../documents/node.ts';
import { entriesOf, itemsOf, textOf, wordsAt } from '../documents/node.ts';
import { parseJson } from '../documents/parse-json.ts';
import { StructureBuilder } from '../structure-builder.ts';
import { called } from '../words.ts';
import type { Format } from './format.ts';
import { isJson } from './format.ts';

/** Reports of Playwright's `json` reporter (`JSONReport` in its `types/testReporter.d.ts`): what tests printed, and why they failed. */
export const playwrightReport: Format = {
  name: 'Playwright report',
  accepts: (path, text) => isJson(path) && /"suites"\s*:\s*\[/.test(text) && /"specs"\s*:\s*\[/.test(text),
  read(text) {
    const builder = new StructureBuilder();
    for (const suite of itemsOf(parseJson(text), 'suites')) readSuite(builder, suite);
    return builder;
  },
};

function readSuite(builder: StructureBuilder, suite: Node): void {
  for (const inner of itemsOf(suite, 'suites')) readSuite(builder, inner);
  for (const spec of itemsOf(suite, 'specs')) {
    const words = called('test', wordsAt(spec, 'title'));
    builder.place(spec, `the ${words} in a Playwright report`);
    for (const result of itemsOf(spec, 'tests').flatMap((test) => itemsOf(test, 'results'))) {
      for (const { name, value } of entriesOf(result)) {
        if (!/^(?:stdout|stderr|errors)$/.test(name)) continue;
        builder.place(value, `the ${name === 'errors' ? 'errors' : name} of the ${words} in a Playwright report`);
        builder.passages.push(...itemsOf(value).flatMap((item) => textOf(item, 'text') ?? textOf(item, 'message') ?? []));
      }
    }
  }
}
