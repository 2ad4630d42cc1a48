#!/usr/bin/env node
/**
 * What our rules cost beside ESLint's recommended set, by ESLint's own timing: `node proofs/cost.mjs [FOLDER...]`.
 *
 * Prints the share of our rules in the time of all rules, the median of several rounds: over the files as they are, with a call of a
 * wrapper of Submit in every file, and with a read of the key in every file, which is what the whole analysis costs. The folders are by
 * default the sources of `eslint` (JavaScript) and of `zod` (TypeScript): code that nobody here wrote. Exits with 1 when a goal is missed.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as typescript from '@typescript-eslint/parser';
import { median, timedLinter } from './timing.mjs';

const rounds = 5;
const { resolve } = createRequire(import.meta.url);
const folderOf = (name, inner) => join(dirname(resolve(`${name}/package.json`)), inner);
const given = process.argv.slice(2);
const folders = given.length > 0 ? given : [folderOf('eslint', 'lib'), folderOf('zod', 'src')];

const scripts = timedLinter({ sourceType: 'commonjs' });
const modules = timedLinter();
const typed = timedLinter({ parser: typescript });

/** @type {readonly { title: string, added: string, goal?: number }[]} */
const settings = [
  { title: 'no file mentions Submit', added: '', goal: 2 },
  {
    title: 'every file calls a wrapper of Submit',
    added: `
// Jobs go to https://submit.atomyx.io/api/jobs
export const submitted = () => submitClient.createJob({ externalId: 'order-1', artwork: [] });
`,
    goal: 10,
  },
  { title: 'every file reads the key', added: '\nexport const keyOfSubmit = process.env.ATOMYX_SUBMIT_API_KEY;\n' },
];

/** Milliseconds of our rules and of all, of each round. The first one warms up and does not count. */
function measure(files, added) {
  return Array.from({ length: rounds + 1 }, () => {
    const sum = { ours: 0, all: 0 };
    for (const { name, text, isScript } of files) {
      const lint = /\.[cm]?ts$/.test(name) ? typed : isScript ? scripts : modules;
      const { ours, all } = lint(text + (isScript ? added.replaceAll('export const ', 'exports.') : added), name);
      sum.ours += ours;
      sum.all += all;
    }
    return sum;
  }).slice(1);
}

for (const folder of folders) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.[cm]?[jt]s$/.test(name) && !name.includes('node_modules'))
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .map((file) => ({ ...file, isScript: /\brequire\(|\bmodule\.exports\b/.test(file.text) && !/^(?:import|export)\b/m.test(file.text) }));
  const lines = files.reduce((sum, { text }) => sum + text.split('\n').length, 0);
  console.log(`${folder}: ${files.length} files, ${lines} lines`);
  for (const { title, added, goal } of settings) {
    const measured = measure(files, added);
    const share = median(measured.map(({ ours, all }) => (ours / all) * 100));
    const middle = (of) => median(measured.map((round) => round[of])).toFixed(1);
    const wanted = goal === undefined ? '' : ` (goal: under ${goal} %)`;
    console.log(`  ${title}: our rules ${middle('ours')} ms of ${middle('all')} ms, ${share.toFixed(2)} %${wanted}`);
    if (goal !== undefined && share >= goal) process.exitCode = 1;
  }
}
