import type { SurfaceEntry } from './surface-entry.ts';
import { allOf, anyOf } from './surface-entry.ts';

const documents = ['*.{json,jsonc,yaml,yml}'];

/** Requests that were recorded, and reports of runs, by what is in them. */
export const recordingSigns: readonly SurfaceEntry[] = [
  {
    surface: 'test-tool',
    what: 'recordings: HAR, Polly and WireMock',
    globs: ['*.json'],
    sign: anyOf(
      /"log"\s*:\s*\{\s*"version"\s*:\s*"1\.\d"/,
      /"_recordingName"\s*:/,
      /"request"\s*:\s*\{\s*"(?:urlPath|urlPattern|urlPathPattern)"/,
    ),
  },
  { surface: 'test-tool', what: 'mappings of WireMock', globs: ['*.json'], sign: allOf(/"request"\s*:\s*\{/, /"response"\s*:\s*\{/, /"(?:equalTo|equalToJson|matchesJsonPath|urlPathTemplate|proxyBaseUrl)"\s*:/) },
  { surface: 'test-tool', what: 'recordings of nock', globs: ['*.json'], sign: allOf(/"scope"\s*:\s*"https?:/, /"reqheaders"\s*:/) },
  { surface: 'test-tool', what: 'reports of Newman', globs: ['*.json'], sign: allOf(/"run"\s*:\s*\{/, /"executions"\s*:\s*\[/) },
  { surface: 'test-tool', what: 'reports of Playwright', globs: ['*.json'], sign: allOf(/"suites"\s*:\s*\[/, /"specs"\s*:\s*\[/) },
  {
    surface: 'test-tool',
    what: 'recordings of VCR',
    globs: documents,
    sign: anyOf(/^["']?http_interactions["']?\s*:/m, /\{\s*"http_interactions"\s*:/, /^interactions:[ \t]*\r?\n- request:/m, /"interactions"\s*:\s*\[\s*\{\s*"request"\s*:\s*\{\s*"(?:method|uri|body|headers)"/),
  },
  {
    surface: 'test-tool',
    what: 'reports of Newman and Playwright as pages',
    globs: ['*.{html,htm}'],
    sign: anyOf(/<title>(?:Newman Summary Report|Newman Report|Playwright Test Report)<\/title>/),
  },
  { surface: 'test-tool', what: 'blob reports of Playwright', globs: ['*.jsonl'], sign: anyOf(/^\{"method":"on(?:BlobReportMetadata|Configure|Project)"/m) },
  { surface: 'test-tool', what: 'reports of httpYac', globs: ['*.json'], sign: allOf(/"_meta"\s*:\s*\{\s*"version"\s*:/, /"requests"\s*:\s*\[/) },
];
