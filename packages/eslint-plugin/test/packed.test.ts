import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const packages = ['rules', 'packages/core', 'packages/dataflow', 'packages/eslint-plugin'];
const key = randomBytes(20).toString('hex');
const send = (credential: string): string => `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: ${credential} } });\n`;

interface Project {
  readonly config: string;
  readonly files: Readonly<Record<string, string>>;
  /** `file rule` of everything that is reported. */
  readonly reports: readonly string[];
}

const base = `import submitGuard from 'eslint-plugin-submit-guard';\n`;

const projects: Readonly<Record<string, Project>> = {
  javascript: {
    config: `${base}export default [submitGuard.configs.recommended];`,
    files: { 'src/leak.js': send(`'Bearer ${key}'`), 'src/clean.js': send('`Bearer ${process.env.SUBMIT_API_KEY}`') },
    reports: ['src/leak.js no-hardcoded-key'],
  },
  typescript: {
    config: `${base}import tseslint from 'typescript-eslint';
export default [{ ...submitGuard.configs['type-checked'], files: ['src/**/*.ts'], languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } }];`,
    files: {
      'tsconfig.json': '{ "compilerOptions": { "strict": true, "types": [] }, "include": ["src"] }',
      'src/auth.ts': 'export interface Auth { apiKey: string }\nexport interface Anonymous { apiKey?: never; hasApiKey: boolean }\n',
      'src/list.ts': `import type { Auth } from './auth.js';\nexport interface SubmitCallback { externalId: string; sources?: { auth: Auth | null }[] }\n`,
      'src/class.ts': `import type { Auth } from './auth.js';\nexport class SubmitWebhook { declare auth?: Promise<Auth>; }\n`,
      'src/anonymous.ts': `import type { Anonymous } from './auth.js';\nexport interface SubmitCallback { externalId: string; auth?: Anonymous[] }\n`,
      'src/callback.ts': `import type { Auth } from './auth.js';\nexport type SubmitCallback = { externalId: string } & Auth;\n`,
      'src/own.ts': 'export interface SubmitCallback { externalId: string; apiKey: string }\n',
      'src/clean.ts': 'export interface SubmitCallback { externalId: string }\n',
    },
    reports: ['src/callback.ts no-key-in-callback-payload', 'src/class.ts no-key-in-callback-payload', 'src/list.ts no-key-in-callback-payload', 'src/own.ts no-key-in-callback-payload'],
  },
  next: {
    config: `${base}export default [{ ...submitGuard.configs.strict, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } }];`,
    files: {
      'app/button.jsx': `'use client';\nexport const Button = () => <button onClick={() => ${send(`'Bearer ${key}'`).trim().slice(0, -1)}}>Go</button>;\n`,
      'app/api/jobs/route.js': `export const POST = () => ${send('`Bearer ${process.env.SUBMIT_API_KEY}`')}`,
      'next.config.js': 'export default { env: { KEY: process.env.SUBMIT_API_KEY } };\n',
    },
    reports: ['app/button.jsx no-key-in-frontend', 'next.config.js no-key-in-frontend'],
  },
  vue: {
    config: `${base}import parser from 'vue-eslint-parser';\nexport default [{ ...submitGuard.configs.recommended, languageOptions: { parser } }];`,
    files: { 'src/a.vue': `<script setup>\nconst submitApiKey = '${key}';\n</script>\n<template><p>{{ submitApiKey }}</p></template>\n`, 'src/b.vue': '<template><p>atomyx</p></template>\n' },
    reports: ['src/a.vue no-key-in-frontend'],
  },
  svelte: {
    config: `${base}import * as parser from 'svelte-eslint-parser';\nexport default [{ ...submitGuard.configs.recommended, files: ['**/*.svelte'], languageOptions: { parser } }];`,
    files: { 'src/a.svelte': `<script>\n  const key = import.meta.env.VITE_SUBMIT_API_KEY;\n</script>\n<p>{key}</p>\n` },
    reports: ['src/a.svelte no-key-in-frontend'],
  },
  languages: {
    config: `${base}import json from '@eslint/json';\nimport markdown from '@eslint/markdown';\nimport * as yaml from 'yaml-eslint-parser';\nimport * as toml from 'toml-eslint-parser';
const { configs } = submitGuard;
export default [
  { ...configs['recommended-json'], plugins: { ...configs['recommended-json'].plugins, json } },
  { ...configs['recommended-markdown'], plugins: { ...configs['recommended-markdown'].plugins, markdown } },
  { ...configs['recommended-yaml'], languageOptions: { parser: yaml } },
  { ...configs['recommended-toml'], languageOptions: { parser: toml } },
  configs['recommended-dotenv'],
];`,
    files: {
      'a.json': `{ "atomyx": { "apiKey": "${key}" } }\n`,
      'b.yaml': `env:\n  SUBMIT_API_KEY: ${key}\n`,
      'c.toml': `[atomyx]\napi_key = "${key}"\n`,
      'd.md': `# Jobs\n\n\`\`\`sh\ncurl -H 'Authorization: Bearer ${key}' https://submit.atomyx.io/api/jobs\n\`\`\`\n`,
      '.env': `SUBMIT_API_KEY=${key}\n`,
      '.env.example': 'SUBMIT_API_KEY=\n',
    },
    reports: ['.env no-hardcoded-key', 'a.json no-hardcoded-key', 'b.yaml no-hardcoded-key', 'c.toml no-hardcoded-key', 'd.md no-hardcoded-key'],
  },
};

const place = mkdtempSync(join(tmpdir(), 'submit-guard-eslint-'));
const run = (command: string, args: readonly string[], cwd: string): string => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Versions that the workspace uses of the tools that projects bring along. */
function tools(): Record<string, string> {
  const own = JSON.parse(readFileSync(join(root, 'packages/eslint-plugin/package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  const top = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  const names = ['eslint', '@eslint/json', '@eslint/markdown', 'oxlint', 'svelte', 'svelte-eslint-parser', 'toml-eslint-parser', 'vue-eslint-parser', 'yaml-eslint-parser', 'typescript', 'typescript-eslint'];
  return Object.fromEntries(names.map((name) => [name, own.devDependencies[name] ?? top.devDependencies[name] ?? '*']));
}

// Built packages are packed: `npm test` builds first.
describe.skipIf(!existsSync(join(root, 'packages/eslint-plugin/dist/index.js')))('the packed plugin', () => {
  beforeAll(() => {
    for (const folder of packages) run('bash', [join(root, '.ci/pnpm'), '--dir', join(root, folder), 'pack', '--pack-destination', place], root);
    const tarballs = Object.fromEntries(readdirSync(place).filter((name) => name.endsWith('.tgz')).map((name) => [name.replace(/^submit-guard-/, '@submit-guard/').replace(/-\d[\d.]*\.tgz$/, ''), `file:./${name}`]));
    const manifest = { private: true, type: 'module', dependencies: { ...tools(), ...tarballs }, overrides: tarballs };
    writeFileSync(join(place, 'package.json'), JSON.stringify(manifest));
    run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], place);
  }, 600_000);

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  it('is what was packed, and nothing of the workspace', () => {
    for (const name of ['eslint-plugin-submit-guard', '@submit-guard/core', '@submit-guard/dataflow', '@submit-guard/rules']) {
      const installed = join(place, 'node_modules', name);
      expect(realpathSync(installed)).toBe(join(realpathSync(place), 'node_modules', name));
      expect(existsSync(join(installed, 'src'))).toBe(false);
    }
  });

  it.each(Object.entries(projects))('works in a project: %s', (name, { config, files, reports }) => {
    const folder = join(place, name);
    write(folder, { 'package.json': '{ "type": "module" }', 'eslint.config.js': config, ...files });
    const { stdout, stderr } = spawnSync(join(place, 'node_modules/.bin/eslint'), ['--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    const results = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null; message: string }[] }[];
    const found = results.flatMap((result) => result.messages.map((message) => `${result.filePath.slice(folder.length + 1)} ${message.ruleId?.replace('submit-guard/', '') ?? message.message}`));
    expect(found.sort()).toEqual([...reports].sort());
    expect(results.flatMap((result) => result.messages).some(({ message }) => message.includes(key))).toBe(false);
  });

  it('works under oxlint', () => {
    const folder = join(place, 'oxlint');
    write(folder, {
      '.oxlintrc.json': JSON.stringify({ jsPlugins: ['eslint-plugin-submit-guard'], categories: { correctness: 'off' }, rules: { 'submit-guard/no-hardcoded-key': 'error', 'submit-guard/no-key-in-logs': 'error' } }),
      'leak.js': send(`'Bearer ${key}'`),
      'log.ts': 'const key: string | undefined = process.env.SUBMIT_API_KEY;\nconsole.log(key);\n',
      'clean.js': send('`Bearer ${process.env.SUBMIT_API_KEY}`'),
    });
    const { stdout } = spawnSync(join(place, 'node_modules/.bin/oxlint'), ['--format', 'json', '.'], { cwd: folder, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    expect(diagnostics.map(({ code, filename }) => `${filename} ${code}`).sort()).toEqual(['leak.js submit-guard(no-hardcoded-key)', 'log.ts submit-guard(no-key-in-logs)']);
  });
});
