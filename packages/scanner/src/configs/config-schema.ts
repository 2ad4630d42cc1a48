import { confidences, severities } from '@submit-guard/core';
import { ruleIds, surfaces } from '@submit-guard/rules';
import { defaultContainerLimits } from '../containers/limits.ts';
import type { Config } from './config.ts';

import type { MapSchema, Schema } from './schema.ts';

/** A host name. Without a port: the detector compares hosts, whatever the port behind them. */
const host = {
  type: 'string',
  maxLength: 253,
  pattern: '^(?!-)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$',
  patternErrorMessage: 'a host such as `submit.atomyx.io`, without `https://`, port and path',
} as const satisfies Schema;

/** A path that stays inside of the folder of the configuration: a stranger's configuration must not lead elsewhere. */
const pathInside = {
  type: 'string',
  minLength: 1,
  maxLength: 1000,
  pattern: '^(?![/\\\\])(?!.*(^|[/\\\\])\\.\\.([/\\\\]|$))(?![A-Za-z]:)[^\\p{Cc}]+$',
  patternErrorMessage: 'a path inside of the folder of this file, without `..`',
} as const satisfies Schema;

const glob = { type: 'string', minLength: 1, maxLength: 1000 } as const satisfies Schema;

const namePattern = { type: 'string', minLength: 1, maxLength: 1000 } as const satisfies Schema;

const format = {
  type: 'object',
  title: 'field of a format',
  additionalProperties: false,
  required: ['name', 'pattern'],
  properties: {
    name: {
      type: 'string', maxLength: 60, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._()/-]*$',
      patternErrorMessage: 'a name of letters, digits, blanks and `._()/-`',
      description: 'What findings call the format.',
    },
    pattern: {
      type: 'string', minLength: 1, maxLength: 1000,
      description: 'RE2 syntax. The whole match, or the first group where there is one, is the key.',
    },
  },
} as const satisfies Schema;

const surface = {
  type: 'object',
  title: 'field of a surface',
  additionalProperties: false,
  required: ['glob', 'surface'],
  properties: {
    glob: { ...glob, description: 'Paths relative to the folder of this file.' },
    surface: { type: 'string', enum: surfaces, description: 'What the paths are.' },
  },
} as const satisfies Schema;

const severity = { type: 'string', enum: [...severities, 'off'] } as const satisfies Schema;

/**
 * The options, in the order in which the docs show them. What the file means is said here once: the published schema
 * and the table in the docs are generated from it.
 */
const properties = {
  $schema: { type: 'string', maxLength: 1000, description: 'URL or path of the JSON Schema, for editors. The tool does not read it.' },
  hosts: {
    type: 'array', items: host, maxItems: 100, default: [], examples: [['submit.eu.example.com']],
    description: 'Further hosts of the Submit API. `submit.atomyx.io` is always one.',
  },
  stagingHosts: {
    type: 'array', items: host, maxItems: 100, default: [], examples: [['submit.staging.example.com']],
    description: 'Hosts of the staging environment of Submit, for `no-key-across-environments`.',
  },
  gateways: {
    type: 'array', items: host, maxItems: 100, default: [], examples: [['gateway.example.com']],
    description: 'Hosts of your own that pass requests on to Submit: what they get in `Authorization` is a Submit key.',
  },
  formats: {
    type: 'array', items: format, maxItems: 100, default: [], examples: [[{ name: 'Acme key', pattern: 'acme_live_([A-Za-z0-9]{32})' }]],
    description: 'Patterns of your own keys, in RE2 syntax. What matches is taken for a key, with no name or host near.',
  },
  names: {
    type: 'array', items: namePattern, maxItems: 100, default: [], examples: [['^ACME_PREFLIGHT_TOKEN$']],
    description: 'Further names of variables and fields that hold a Submit key, as RE2 patterns.',
  },
  surfaces: {
    type: 'array', items: surface, maxItems: 1000, default: [], examples: [[{ glob: 'support/**', surface: 'log' }]],
    description: 'What places are, beyond what their paths say by themselves. The first glob that fits decides.',
  },
  exclude: {
    type: 'array', items: glob, maxItems: 1000, default: [], examples: [['test/fixtures/', '!test/fixtures/live.json']],
    description: 'Globs of what is not scanned, as in `.gitignore`. The coverage of a report names what they leave out.',
  },
  rules: {
    type: 'object', title: 'rule', additionalProperties: false, default: {}, examples: [{ 'require-bearer-scheme': 'warning' }],
    properties: Object.fromEntries(ruleIds.map((id) => [id, severity])),
    description: 'Severity of rules: `error`, `warning`, `info` or `off`. Others keep the one of the catalogue.',
  },
  minConfidence: {
    type: 'string', enum: confidences, default: 'medium',
    description: 'What is less certain is not reported. `--min-confidence` goes before it.',
  },
  maxDecodeDepth: {
    type: 'integer', minimum: 0, maximum: 16, default: 3,
    description: 'How many encodings may lie one in another. `--max-decode-depth` goes before it.',
  },
  archives: {
    type: 'boolean', default: true,
    description: 'Whether archives and compressed files are opened. `--no-archives` goes before it.',
  },
  maxArchiveDepth: {
    type: 'integer', minimum: 1, maximum: 64, default: defaultContainerLimits.depth,
    description: 'How many archives and compressed files may lie one in another; a `.tar.gz` is two. `--max-archive-depth` goes before it.',
  },
  maxArchiveBytes: {
    type: 'integer', minimum: 1, maximum: 2 ** 50, default: defaultContainerLimits.bytes,
    description: 'Bytes that a file may unpack to, all that is in it together. `--max-archive-bytes` goes before it.',
  },
  maxArchiveRatio: {
    type: 'integer', minimum: 1, maximum: 1_000_000_000, examples: [defaultContainerLimits.ratio],
    description: 'How many times its own length a file may unpack to. By default 200, and whatever comes to less than 1.25 GiB is read; where it is set, less than 1 MiB. `--max-archive-ratio` goes before it.',
  },
  maxArchiveMembers: {
    type: 'integer', minimum: 1, maximum: 1_000_000_000, default: defaultContainerLimits.members,
    description: 'How many members a file may hold, all that is in it together. `--max-archive-members` goes before it.',
  },
  baseline: {
    ...pathInside, default: '.submit-guard/baseline.json',
    description: 'Path of the baseline. `--baseline` goes before it.',
  },
  keysFile: {
    ...pathInside, default: '.submit-guard/keys.json',
    description: 'Path of the fingerprints of known keys.',
  },
  envFiles: {
    type: 'boolean', default: true,
    description: 'Whether git-ignored `.env*` files make keys known. The environment of the process always does.',
  },
} as const satisfies Record<keyof Config | '$schema', Schema>;

export const configSchema: MapSchema = {
  type: 'object',
  title: 'option',
  additionalProperties: false,
  properties,
};
