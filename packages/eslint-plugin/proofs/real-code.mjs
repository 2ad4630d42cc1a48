#!/usr/bin/env node
/**
 * Every rule, in `strict`, over published code that nobody here wrote: `node proofs/real-code.mjs [--only TEXT]`.
 *
 * Each program is linted as it is, and once more with code that talks to Submit behind it, so that no rule is spared by the quick test.
 * None of the packages has to do with Submit: every report of a program as it is would be a false alarm, and the exit status is 1 then, as it
 * is where a rule throws. What is reported of the rest of a program beside Submit code is listed and counted by itself.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import submitGuard from '../dist/index.js';
import { mentions } from './mentions.mjs';
import { folderOf, packages, programsIn } from './published-packages.mjs';

/** Bigger ones are bundles of the others. */
const maxLength = 1_500_000;

const { values: options } = parseArgs({ options: { only: { type: 'string', default: '' } } });

const linter = new Linter({ cwd: '/project' });

function configFor(path) {
  const jsx = !/\.[cm]?ts$/.test(path);
  return [{ ...submitGuard.configs.strict, files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'], languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx } } } }];
}

const figures = { files: 0, lines: 0, unread: 0, reports: 0, besides: 0, blind: 0, crashes: 0, slowest: 0 };

function lint(path, text) {
  const started = performance.now();
  try {
    // Comments in the code that ask other linters for something are not ours.
    const messages = linter.verify(text, configFor(path), { filename: path, allowInlineConfig: false, reportUnusedDisableDirectives: 'off' });
    return messages;
  } catch (error) {
    figures.crashes += 1;
    console.log(`${path}: ${error instanceof Error ? error.stack : String(error)}`);
    return [];
  } finally {
    figures.slowest = Math.max(figures.slowest, performance.now() - started);
  }
}

function look(name, file) {
  const text = readFileSync(file, 'utf8');
  if (text.length > maxLength) {
    figures.unread += 1;
    return;
  }
  const path = `/project/${name}${file.slice(file.indexOf('/package/') === -1 ? file.lastIndexOf('/') : file.indexOf('/package/') + '/package'.length)}`;
  const lines = text.split('\n').length;
  let first = true;
  for (const variant of [text, text + mentions]) {
    const messages = lint(path, variant);
    if (messages.some(({ fatal }) => fatal)) {
      figures.unread += 1;
      return;
    }
    if (first) {
      figures.files += 1;
      figures.lines += lines;
    }
    if (!first && !messages.some(({ ruleId, line }) => ruleId === 'submit-guard/no-key-in-logs' && line > lines)) {
      figures.blind += 1;
      console.log(`${file}: the rules did not see what was added`);
    }
    for (const { ruleId, line, column, message } of messages) {
      // Whether what was added fits the place is not the question.
      if (line > lines) continue;
      figures[first ? 'reports' : 'besides'] += 1;
      console.log(`${file}:${line}:${column} ${first ? 'as it is' : 'with mentions'} ${ruleId}: ${message}`);
      console.log(`    ${variant.split('\n')[line - 1]?.slice(Math.max(0, column - 80), column + 120)}`);
    }
    first = false;
  }
}

for (const name of packages.filter((one) => one.includes(options.only))) {
  const before = { ...figures };
  for (const file of programsIn(folderOf(name))) look(name, file);
  console.log(`${name}: ${figures.files - before.files} files, ${figures.lines - before.lines} lines, ${figures.reports - before.reports} reports, ${figures.besides - before.besides} beside Submit code`);
}
console.log(`${figures.files} files, ${figures.lines} lines (${figures.unread} not read: too big or not parsed): ${figures.reports} reports, ${figures.besides} beside Submit code, ${figures.blind} not looked at, ${figures.crashes} crashes, slowest file ${figures.slowest.toFixed(0)} ms`);
process.exitCode = figures.reports + figures.blind + figures.crashes === 0 ? 0 : 1;
