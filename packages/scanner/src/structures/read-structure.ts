import type { Detector, DetectorOptions, Match } from '@submit-guard/core';
import type { StructureReading } from './analyze-structure.ts';
import { loadStructures } from './load-structures.ts';

/**
 * Reads a text by its structure where it is a file of a test tool.
 *
 * @param literal - what the detector found in the text; stands where the text has no structure.
 */
export type StructureReader = (text: string, path: string, literal: readonly Match[]) => StructureReading;

/** UTF-16 units. A tree of a document takes some twenty times its length in memory, and one of YAML half a second for a megabyte. */
const longestDocument = 8_388_608;
const longestYaml = 1_048_576;

/** What all files of a format with a name of its own are called. */
const names = /\.(?:bru|http|rest|har|jmx|ipynb|yaak|paw)$|trace\.(?:trace|network|stacks)$|(?:^|[/!])test\.trace$|\.postman_\w+\.json$|(?:^|\/)(?:http|rest)-client(?:\.private)?\.env\.json$|(?:^|\/)thunder-tests\/|(?:^|\/)(?:thunder-|hoppscotch)[^/]*\.json$/i;

/** Documents that may be of a format without such a name, and what then stands in them. */
const documents = /\.(?:jsonc?|ya?ml|xml|code-workspace)$/i;
const signs = [
  /"https:\/\/schema\.(?:get)?postman\.com|"_postman_(?:id|variable_scope)"|"executions"\s*:|"collection(?:Id|_id)"\s*:/,
  /"__export_format"|"_type"\s*:\s*"export"|^(?:type:\s*["']?[\w.]+\.insomnia\.rest\/|_type:)/m,
  /"preRequestScript"|"authType"|"client(?:Name)?"\s*:\s*"Thunder Client"|"yaak(?:Version|Schema)"|"type"\s*:\s*"(?:http|graphql)(?:-request)?"|^type:\s*(?:http_request|environment)\b/m,
  /^opencollection:|"opencollection"\s*:|^http:[ \t]*\r?$|^variables:[ \t]*\r?$|^[ \t]+target:|"target"\s*:/m,
  /interactions["']?\s*:|"scope"\s*:\s*"https?:|"(?:urlPath|urlPattern|urlPathPattern|urlPathTemplate|equalTo|bodyPatterns|proxyBaseUrl)"\s*:/,
  /["']?(?:\b(?:callbacks|webhooks|asyncapi)|\$schema)["']?\s*:/,
  /["']?\b(?:openapi|swagger)["']?\s*:|"specs"\s*:\s*\[/,
  /"rest-client\.environmentVariables"|"local_uuid"\s*:|"identifier"\s*:\s*"com\.luckymarmot\.|"k6[vV]ersion"\s*:|"executor"\s*:|"env"\s*:\s*\{/,
  /"pactSpecification(?:Version)?"\s*:|"version"\s*:\s*"1\.\d"|<jmeterTestPlan\b|<(?:con:)?soapui-project\b/,
];

/** Scripts that may be those of a test tool, and what then stands in them. */
const scripts = /\.(?:[cm]?[jt]s|[jt]sx|scala|java|kt|py|tar!data)$/i;
const scriptSigns = /["'](?:k6(?:\/[\w./-]+)?|https:\/\/jslib\.k6\.io\/[^"']+|msw(?:\/[\w/-]+)?|nock|newman|@?playwright\/test)["']|["']@gatling\.io\/|\bio\.gatling\.|\bcy\.\w+\s*\(|^(?:from|import) locust\b/m;

const hasSign = (path: string, text: string): boolean => (documents.test(path) && signs.some((sign) => sign.test(text))) || (scripts.test(path) && scriptSigns.test(text));

/** @param detector - reads the texts within a structure. */
export function createStructureReader({ hosts, stagingHosts }: Pick<DetectorOptions, 'hosts' | 'stagingHosts'>, detector: Pick<Detector, 'detect'>): StructureReader {
  const options = { hosts: hosts.map((host) => host.toLowerCase()), stagingHosts: stagingHosts.map((host) => host.toLowerCase()) };
  return (text, path, literal) => {
    if (!names.test(path) && !hasSign(path, text)) return { matches: literal };
    // A script that is too long for its parts to be told has been read as a program.
    if (text.length > longestDocument && scripts.test(path)) return { matches: literal };
    if (text.length > (/\.ya?ml$/i.test(path) ? longestYaml : longestDocument)) return { matches: literal, malformed: 'it is too long to be read by its structure' };
    return loadStructures()(text, path, literal, options, detector);
  };
}
