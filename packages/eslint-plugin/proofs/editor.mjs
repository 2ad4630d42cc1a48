#!/usr/bin/env node
/**
 * How long an editor waits: `node proofs/editor.mjs [LINES]`. ESLint's `Linter` runs over a module of 5,000 lines with findings, again and again, each
 * time after an edit in another place, in turns with no rule, with ESLint's recommended rules, and with all of ours beside them. Prints the median of 30 runs
 * after a warm-up: what ESLint takes without any rule, which no plugin can change, all in all, and our share by ESLint's own timing; and the processor
 * time of each, garbage collection included, which says more on a busy machine. Exits with 1 where our share is not under 50 ms.
 */
import js from '@eslint/js';
import submitGuard from '../dist/index.js';
import { editsOf, longFile } from './long-file.mjs';
import { median, timedLinter } from './timing.mjs';

const goal = 50;
const runs = 30;
const warmUp = 10;

const text = longFile(Number(process.argv[2] ?? 5_000));
const edited = editsOf(text);
const linters = [
  { name: 'without a rule', lint: timedLinter({}, {}, {}) },
  { name: 'recommended rules', lint: timedLinter({}, {}, js.configs.recommended.rules) },
  { name: 'and ours', lint: timedLinter({}, submitGuard.configs.strict.rules, js.configs.recommended.rules) },
].map((linter) => ({ ...linter, measured: [] }));

for (let run = 0; run < warmUp + runs; run += 1) {
  const changed = edited(run);
  for (const { lint, measured } of linters) {
    const processor = process.cpuUsage();
    const begin = performance.now();
    const times = lint(changed, 'server/jobs.js');
    const wall = performance.now() - begin;
    const { user, system } = process.cpuUsage(processor);
    if (run >= warmUp) measured.push({ ...times, wall, processor: (user + system) / 1000 });
  }
}

const figures = linters.map(({ name, measured }) => {
  const middle = (of) => median(measured.map((run) => run[of]));
  return { name, found: middle('found'), wall: middle('wall'), processor: middle('processor'), ours: middle('ours'), best: Math.min(...measured.map(({ ours }) => ours)) };
});
const all = figures[figures.length - 1];
console.log(`${text.split('\n').length} lines, ${all.found} findings of our rules; median of ${runs} runs, each after an edit`);
for (const { name, wall, processor } of figures) console.log(`ESLint ${name}: ${wall.toFixed(1)} ms, processor time ${processor.toFixed(1)} ms`);
console.log(`our rules by ESLint's timing: ${all.ours.toFixed(1)} ms (goal: under ${goal} ms), ${all.best.toFixed(1)} ms at best`);
if (all.ours >= goal || all.found === 0) process.exitCode = 1;
