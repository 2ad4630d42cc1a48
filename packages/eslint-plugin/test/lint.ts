import json from '@eslint/json';
import markdown from '@eslint/markdown';
import * as typescript from '@typescript-eslint/parser';
import type { ESLint } from 'eslint';
import { Linter } from 'eslint';
import { Linter as Linter9 } from 'eslint-9';
import * as svelte from 'svelte-eslint-parser';
import * as toml from 'toml-eslint-parser';
import * as vue from 'vue-eslint-parser';
import * as yaml from 'yaml-eslint-parser';
import plugin from '../src/index.ts';
import type { SubmitGuardSettings } from '../src/index.ts';

/** What ESLint needs to read a file, by its name; `undefined` for files that none of our configurations are about. */
function languageOf(path: string): Linter.Config | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^\.env|\.env$/.test(name)) return { language: 'submit-guard/dotenv' };
  switch (/\.(\w+)$/.exec(name)?.[1]) {
    case 'js':
    case 'mjs':
    case 'cjs':
    case 'jsx':
      return { languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } };
    case 'ts':
    case 'mts':
    case 'tsx':
      return { languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: true } } } };
    case 'vue':
      return { languageOptions: { parser: vue, parserOptions: { parser: typescript } } };
    case 'svelte':
      return { languageOptions: { parser: svelte, parserOptions: { parser: typescript } } };
    case 'json':
      return path.includes('.vscode/') ? { language: 'json/jsonc', languageOptions: { allowTrailingCommas: true } } : { language: 'json/json' };
    case 'jsonc':
      return { language: 'json/jsonc' };
    case 'json5':
      return { language: 'json/json5' };
    case 'yaml':
    case 'yml':
      return { languageOptions: { parser: yaml } };
    case 'toml':
      return { languageOptions: { parser: toml } };
    case 'md':
      return { language: 'markdown/gfm' };
    default:
      return undefined;
  }
}

export function isSupported(path: string): boolean {
  return languageOf(path) !== undefined;
}

/** The newest ESLint and the oldest that the plugin allows. */
export const linters = [new Linter({ cwd: '/project' }), new Linter9({ cwd: '/project' }) as unknown as Linter] as const;

interface LintOptions {
  readonly linter?: Linter;
  /** Those of `recommended` by default. */
  readonly rules?: Linter.RulesRecord;
  /** A plugin whose rules run as well, to look at what ours know. */
  readonly probe?: ESLint.Plugin;
}

/** Runs rules over one file. */
export function lint(path: string, text: string, settings: SubmitGuardSettings = {}, { linter = linters[0], rules = plugin.configs.recommended.rules, probe = {} }: LintOptions = {}): Linter.LintMessage[] {
  const config: Linter.Config[] = [
    {
      files: ['**/*.*', '**/.*.*', '**/.env'],
      plugins: { 'submit-guard': plugin, json, markdown, probe },
      settings: { 'submit-guard': settings },
      rules: { ...rules, ...Object.fromEntries(Object.keys(probe.rules ?? {}).map((name) => [`probe/${name}`, 'error'])) },
      ...languageOf(path),
    },
  ];
  return linter.verify(text, config, { filename: `/project/${path}` });
}

/** What was reported, in short: the rule and the text it marks. */
export function reports(path: string, text: string, settings?: SubmitGuardSettings, options?: LintOptions): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  const offset = (line: number, column: number): number => lines.slice(0, line - 1).join('').length + column - 1;
  return lint(path, text, settings, options).map((message) =>
    message.fatal ? `fatal: ${message.message}` : `${(message.ruleId ?? '').replace('submit-guard/', '')}: ${text.slice(offset(message.line, message.column), offset(message.endLine ?? message.line, message.endColumn ?? message.column))}`,
  );
}
