#!/usr/bin/env node
/**
 * How the cost of each rule grows with a file: `node proofs/growth.mjs [RULE...]`. Lints modules of 2,500, 5,000 and 10,000 lines, each
 * rule alone, and prints the median time of each and how often it doubled over the last step: 2 is linear, 4 quadratic. Exits with 1
 * where a rule grows by more than 3.
 */
import submitGuard from '../dist/index.js';
import { longFile } from './long-file.mjs';
import { median, timedLinter } from './timing.mjs';

const rounds = 3;
const most = 3;
const sizes = [2_500, 5_000, 10_000];
const files = sizes.map((lines) => longFile(lines));

console.log(`${'rule'.padEnd(28)}${sizes.map((lines) => `${lines} lines`.padStart(13)).join('')}   growth`);
const given = process.argv.slice(2);
for (const rule of given.length > 0 ? given : Object.keys(submitGuard.rules)) {
  const lint = timedLinter({}, { [`submit-guard/${rule}`]: 'error' });
  const times = files.map((text) => median(Array.from({ length: rounds + 1 }, () => lint(text, 'server/jobs.js').ours).slice(1)));
  const growth = (times.at(-1) ?? 0) / (times.at(-2) ?? 1);
  console.log(`${rule.padEnd(28)}${times.map((time) => `${time.toFixed(1)} ms`.padStart(13)).join('')}${growth.toFixed(2).padStart(9)}`);
  if (growth > most) process.exitCode = 1;
}
