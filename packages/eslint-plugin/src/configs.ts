import { ruleById } from '@submit-guard/rules';
import type { PluginOf, SharedConfig } from './published-types.ts';
import type { RuleName } from './rules/index.ts';
import { rules } from './rules/index.ts';

const names = Object.keys(rules) as RuleName[];

/** Rules that are about programs only; the others look at text, and so speak in every language. */
const programRules: readonly RuleName[] = ['no-key-as-callback-secret', 'require-callback-signature'];

const textRules = names.filter((name) => !programRules.includes(name));

type Config = SharedConfig<RuleName>;
type Severities = (name: RuleName) => Config['rules'][string];

/** The severity that the catalogue gives. */
const recommended: Severities = (name) => (ruleById(name).severity === 'error' ? 'error' : 'warn');

/** Every finding is an error, and what `recommended` leaves to doubt is reported too. */
const strict: Severities = (name) => (name === 'no-key-in-callback-payload' ? ['error', { tokens: true }] : 'error');

function entries(chosen: readonly RuleName[], severity: Severities): Config['rules'] {
  return Object.fromEntries(chosen.map((name) => [`submit-guard/${name}`, severity(name)]));
}

const scripts = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}'];


type Language = 'json' | 'jsonc' | 'json5' | 'yaml' | 'toml' | 'markdown' | 'dotenv';

/** Names of the configurations that the plugin has. */
export type ConfigName = 'recommended' | 'strict' | 'type-checked' | `recommended-${Language}`;

/** Configurations to extend. Those for other languages expect the plugin that teaches ESLint the language. */
export function configsOf(plugin: PluginOf<RuleName>): Readonly<Record<ConfigName, Config>> {
  const plugins = { 'submit-guard': plugin };
  const text = (name: Language, files: string[], language?: string): Config => ({
    name: `submit-guard/recommended-${name}`,
    files,
    plugins,
    ...(language === undefined ? {} : { language }),
    rules: entries(textRules, recommended),
  });
  return {
    recommended: { name: 'submit-guard/recommended', files: scripts, plugins, rules: entries(names, recommended) },
    strict: { name: 'submit-guard/strict', files: scripts, plugins, rules: entries(names, strict) },
    'type-checked': {
      name: 'submit-guard/type-checked',
      files: scripts,
      plugins,
      rules: { ...entries(names, recommended), 'submit-guard/no-key-in-callback-payload': ['error', { types: true }] },
    },
    'recommended-json': text('json', ['**/*.json'], 'json/json'),
    'recommended-jsonc': text('jsonc', ['**/*.jsonc'], 'json/jsonc'),
    'recommended-json5': text('json5', ['**/*.json5'], 'json/json5'),
    'recommended-yaml': text('yaml', ['**/*.{yaml,yml}']),
    'recommended-toml': text('toml', ['**/*.toml']),
    'recommended-markdown': text('markdown', ['**/*.md'], 'markdown/gfm'),
    'recommended-dotenv': text('dotenv', ['**/.env', '**/.env.*', '**/*.env'], 'submit-guard/dotenv'),
  };
}
