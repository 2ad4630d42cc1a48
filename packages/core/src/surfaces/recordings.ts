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
  { surface: 'test-tool', what: 'recordings of nock', globs: ['*.json'], sign: allOf(/"scope"\s*:\s*"https?:/, /"reqheaders"\s*:/) },
  { surface: 'test-tool', what: 'reports of Newman', globs: ['*.json'], sign: allOf(/"run"\s*:\s*\{/, /"executions"\s*:\s*\[/) },
  { surface: 'test-tool', what: 'reports of Playwright', globs: ['*.json'], sign: allOf(/"suites"\s*:\s*\[/, /"specs"\s*:\s*\[/) },
  {
    surface: 'test-tool',
    what: 'recordings of VCR',
    globs: documents,
    sign: anyOf(/^["']?http_interactions["']?\s*:/m, /\{\s*"http_interactions"\s*:/),
  },
];
