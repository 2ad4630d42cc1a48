import type { ESLint, Linter } from 'eslint';
import { ruleById } from '@submit-guard/rules';
import { rules } from './rules/index.ts';

type RuleId = keyof typeof rules;

const ids = Object.keys(rules) as RuleId[];

/** Rules that look at text, and so speak in every language. */
const keyRules: readonly RuleId[] = ['no-hardcoded-key', 'no-key-in-frontend', 'no-key-in-logs', 'no-key-in-test-tools', 'no-key-in-callback-payload', 'no-key-in-job-fields',
  'require-bearer-scheme', 'require-submit-origin', 'no-key-across-environments'];

type Severities = (id: RuleId) => Linter.RuleEntry;

/** The severity that the catalogue gives. */
const recommended: Severities = (id) => (ruleById(id).severity === 'error' ? 'error' : 'warn');

/** Every finding is an error, and what `recommended` leaves to doubt is reported too. */
const strict: Severities = (id) => (id === 'no-key-in-callback-payload' ? ['error', { tokens: true }] : 'error');

function entries(chosen: readonly RuleId[], severity: Severities): Linter.RulesRecord {
  return Object.fromEntries(chosen.map((id) => [`submit-guard/${id}`, severity(id)]));
}

const scripts = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,vue,svelte,astro}'];

/** Configurations to extend. Those for other languages expect the plugin that teaches ESLint the language. */
export function configsOf(plugin: ESLint.Plugin): Readonly<Record<string, Linter.Config>> {
  const plugins = { 'submit-guard': plugin };
  const text = (name: string, files: string[], language?: string): Linter.Config => ({
    name: `submit-guard/${name}`,
    files,
    plugins,
    ...(language === undefined ? {} : { language }),
    rules: entries(keyRules, recommended),
  });
  return {
    recommended: { name: 'submit-guard/recommended', files: scripts, plugins, rules: entries(ids, recommended) },
    strict: { name: 'submit-guard/strict', files: scripts, plugins, rules: entries(ids, strict) },
    'type-checked': {
      name: 'submit-guard/type-checked',
      files: scripts,
      plugins,
      rules: { ...entries(ids, recommended), 'submit-guard/no-key-in-callback-payload': ['error', { types: true }] },
    },
    'recommended-json': text('recommended-json', ['**/*.json'], 'json/json'),
    'recommended-jsonc': text('recommended-jsonc', ['**/*.jsonc'], 'json/jsonc'),
    'recommended-json5': text('recommended-json5', ['**/*.json5'], 'json/json5'),
    'recommended-yaml': text('recommended-yaml', ['**/*.{yaml,yml}']),
    'recommended-toml': text('recommended-toml', ['**/*.toml']),
    'recommended-markdown': text('recommended-markdown', ['**/*.md'], 'markdown/gfm'),
    'recommended-dotenv': text('recommended-dotenv', ['**/.env', '**/.env.*', '**/*.env'], 'submit-guard/dotenv'),
  };
}
