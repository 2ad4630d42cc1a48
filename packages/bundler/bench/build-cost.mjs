#!/usr/bin/env node
/**
 * What the plugin costs: builds libraries of the workspace for browsers, minified and with source maps, with the plugin and without it by turns, each
 * in a process of its own, and compares medians of processor time.
 *
 *     node bench/build-cost.mjs [PAIRS] [BUNDLER ...]
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const builds = {
  async vite(root, plugins) {
    const { build } = await import('vite');
    await build({ root, configFile: false, logLevel: 'silent', plugins, build: { sourcemap: true, rolldownOptions: { input: `${root}/src/main.js` } } });
  },
  async rolldown(root, plugins) {
    const { build } = await import('rolldown');
    await build({ cwd: root, input: 'src/main.js', logLevel: 'silent', platform: 'browser', plugins, output: { dir: `${root}/dist`, minify: true, sourcemap: true } });
  },
  async esbuild(root, plugins) {
    const { build } = await import('esbuild');
    await build({ absWorkingDir: root, entryPoints: ['src/main.js'], bundle: true, minify: true, sourcemap: true, outdir: 'dist', format: 'esm', logLevel: 'silent', plugins });
  },
  async webpack(root, plugins) {
    const { default: webpack } = await import('webpack');
    const configuration = { mode: 'production', context: root, entry: './src/main.js', devtool: 'source-map', output: { path: `${root}/dist` }, plugins, ignoreWarnings: [/./] };
    await new Promise((resolve, reject) => webpack(configuration, (error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString('errors-only'))) : resolve())));
  },
};

/** Libraries that other packages of the workspace bring, and that run in browsers. */
const libraries = { svelte: 'eslint-plugin', zod: 'eslint-plugin', yaml: 'scanner', ajv: 'scanner', 're2js': 'scanner', micromark: 'scanner' };
const packages = fileURLToPath(new URL('../..', import.meta.url));

function makeProject() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-bench-')));
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'node_modules'));
  for (const [name, owner] of Object.entries(libraries)) symlinkSync(realpathSync(join(packages, owner, 'node_modules', name)), join(root, 'node_modules', name));
  // As if it were the project's own code: modules of other people are not looked at one by one.
  cpSync(realpathSync(join(packages, 'eslint-plugin/node_modules/zod')), join(root, 'src/zod'), { recursive: true, filter: (path) => !/\.(?:c?ts|cjs)$/.test(path) });
  const names = Object.keys(libraries).map((name) => (name === 'svelte' ? 'svelte/compiler' : name));
  writeFileSync(join(root, 'src/main.js'), `${names.map((name, index) => `import * as library${index} from '${name}';`).join('\n')}\nglobalThis.shop = [${names.map((_, index) => `library${index}`).join(', ')}];\n`);
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "sideEffects": true }');
  writeFileSync(join(root, '.env'), `SUBMIT_API_KEY=${'k'.repeat(4)}${Math.random().toString(36).slice(2)}${Math.random().toString(36).slice(2)}\n`);
  return root;
}

async function buildOnce([bundler, root, isGuarded]) {
  const { default: submitGuard } = await import(`../dist/${bundler}.js`);
  const start = performance.now();
  await builds[bundler](root, isGuarded === 'true' ? [submitGuard()] : []);
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stdout.write(JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1000, wall: performance.now() - start }));
}

function measure(bundler, root, isGuarded) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--once', bundler, root, String(isGuarded)], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function compare(bundler, pairs) {
  const root = makeProject();
  try {
    const runs = { true: [], false: [] };
    for (let pair = 0; pair < pairs; pair++) for (const isGuarded of pair % 2 === 0 ? [false, true] : [true, false]) runs[isGuarded].push(measure(bundler, root, isGuarded));
    const of = (isGuarded, what) => median(runs[isGuarded].map((run) => run[what]));
    const words = ['processor', 'wall'].map((what) => `${what} ${Math.round(of(false, what))} ms, guarded ${Math.round(of(true, what))} ms, ratio ${(of(true, what) / of(false, what)).toFixed(3)}`);
    console.log(`${bundler}: ${words.join('; ')}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const [first = '', ...rest] = process.argv.slice(2);
if (first === '--once') await buildOnce(rest);
else for (const bundler of rest.length > 0 ? rest : Object.keys(builds)) compare(bundler, Number(first) || 5);
