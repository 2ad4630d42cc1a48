import { artillery } from './artillery.ts';
import { bruno } from './bruno.ts';
import { brunoExport } from './bruno-export.ts';
import type { Format } from './format.ts';
import { har } from './har.ts';
import { hoppscotch } from './hoppscotch.ts';
import { httpEnvironment, restClientSettings } from './http-environment.ts';
import { httpFile } from './http-file.ts';
import { insomnia } from './insomnia.ts';
import { jmeter } from './jmeter.ts';
import { k6 } from './k6.ts';
import { notebook } from './notebook.ts';
import { openApi } from './open-api.ts';
import { openCollection } from './open-collection.ts';
import { pact } from './pact.ts';
import { playwrightReport } from './playwright-report.ts';
import { playwrightTrace } from './playwright-trace.ts';
import { postmanCollection } from './postman-collection.ts';
import { postmanEnvironment } from './postman-environment.ts';
import { rapidApi } from './rapidapi.ts';
import { nock, vcr, wiremock } from './recordings.ts';
import { soapui } from './soapui.ts';
import { testScript } from './test-script.ts';
import { thunderClient } from './thunder-client.ts';
import { yaak } from './yaak.ts';

/** All formats, asked in this order. A new format is a file next to these and a line here. */
const formats: readonly Format[] = [
  testScript, playwrightTrace, bruno, httpFile, httpEnvironment, restClientSettings, notebook, jmeter, soapui, postmanEnvironment, postmanCollection, insomnia, thunderClient, yaak,
  openCollection, brunoExport, openApi, artillery, vcr, pact, nock, wiremock, har, playwrightReport, hoppscotch, rapidApi, k6,
];

/**
 * The format of a file.
 *
 * @param path - lower case.
 */
export function formatOf(path: string, text: string): Format | undefined {
  return formats.find((format) => format.accepts(path, text));
}
