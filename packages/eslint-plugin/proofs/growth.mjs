#!/usr/bin/env node
/**
 * How the cost of each rule grows with a file: `node proofs/growth.mjs [RULE...]`. Lints modules of 2,500, 5,000 and 10,000 lines, each
 * rule alone, with a finding in every tenth block and with one in every block, and prints the shortest time of each and by how much it grew from the shortest file
 * to the longest: 4 is linear, 16 quadratic. Exits with 1 where a rule grows by more than 10. `packages/dataflow/test/linear.test.ts` counts instead, without a clock.
 */
import submitGuard from '../dist/index.js';
import { longFile } from './long-file.mjs';
import { timedLinter } from './timing.mjs';

const rounds = 5;
const most = 10;
const sizes = [2_500, 5_000, 10_000];

const given = process.argv.slice(2);
for (const every of [10, 1]) {
  const files = sizes.map((lines) => longFile(lines, every));
  console.log(`${`a finding in 1 of ${every}`.padEnd(28)}${sizes.map((lines) => `${lines} lines`.padStart(13)).join('')}   growth`);
  for (const rule of given.length > 0 ? given : Object.keys(submitGuard.rules)) {
    const lint = timedLinter({}, { [`submit-guard/${rule}`]: 'error' });
    const times = files.map((text) => Math.min(...Array.from({ length: rounds }, () => lint(text, 'server/jobs.js').ours)));
    const growth = (times.at(-1) ?? 0) / (times[0] ?? 1);
    console.log(`${rule.padEnd(28)}${times.map((time) => `${time.toFixed(1)} ms`.padStart(13)).join('')}${growth.toFixed(2).padStart(9)}`);
    if (growth > most) process.exitCode = 1;
  }
}
