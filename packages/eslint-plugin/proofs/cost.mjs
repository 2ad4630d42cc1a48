#!/usr/bin/env node
/**
 * What our rules cost beside ESLint's recommended set, by ESLint's own timing: `node proofs/cost.mjs [FOLDER]`.
 * Prints the share of our rules in the time of all rules, over the files as they are and with a mention of Submit in every file.
 * The folder is that of the `eslint` package by default: code that nobody here wrote.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import js from '@eslint/js';
import { ESLint } from 'eslint';
import submitGuard from '../dist/index.js';

const folder = process.argv[2] ?? join(dirname(createRequire(import.meta.url).resolve('eslint/package.json')), 'lib');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?js$/.test(name) && !name.includes('node_modules'));
const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));

/** Milliseconds of our rules and of all, over `rounds` runs. The first run warms up and does not count. */
async function measure(mention, rounds = 3) {
  const eslint = new ESLint({
    stats: true,
    overrideConfigFile: true,
    overrideConfig: [{ ...js.configs.recommended, languageOptions: { sourceType: 'commonjs' } }, { ...submitGuard.configs.strict, files: ['**/*.js'] }],
  });
  let ours = 0;
  let all = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const text of texts) {
      const [result] = await eslint.lintText(text + mention, { filePath: 'file.js' });
      if (round === 0) continue;
      for (const pass of result.stats?.times.passes ?? []) {
        for (const [rule, { total }] of Object.entries(pass.rules ?? {})) {
          all += total;
          if (rule.startsWith('submit-guard/')) ours += total;
        }
      }
    }
  }
  return { ours: ours / rounds, all: all / rounds };
}

const lines = texts.reduce((sum, text) => sum + text.split('\n').length, 0);
console.log(`${files.length} files, ${lines} lines`);
for (const [title, mention] of [
  ['files as they are', ''],
  ['every file mentions Submit', '\n// https://submit.atomyx.io/api/jobs\n'],
]) {
  const { ours, all } = await measure(mention);
  console.log(`${title}: our rules ${ours.toFixed(1)} ms of ${all.toFixed(1)} ms, ${((ours / all) * 100).toFixed(2)} %`);
}
