#!/usr/bin/env node
/**
 * How long an editor waits: `node proofs/editor.mjs [LINES]`. ESLint's `Linter` runs its recommended rules and all of ours over a module of
 * 5,000 lines with findings, again and again, each time after an edit in another place. Prints the median of 30 runs after a warm-up:
 * all of ESLint, all rules, and our share; and the fastest run, which a busy machine disturbed least. Exits with 1 where ours is not under 50 ms.
 */
import { longFile } from './long-file.mjs';
import { median, timedLinter } from './timing.mjs';

const goal = 50;
const runs = 30;
const warmUp = 10;

const text = longFile(Number(process.argv[2] ?? 5_000));
const lines = text.split('\n');
const lint = timedLinter();

/** The text after somebody typed a line into it: never the same one twice. */
function edited(run) {
  const functions = lines.flatMap((line, index) => (line.endsWith('{') && line.startsWith('export function') ? [index] : []));
  const at = functions[(run * 7) % functions.length] ?? 0;
  return [...lines.slice(0, at + 1), `  const typed${run} = ${run};`, ...lines.slice(at + 1)].join('\n');
}

const measured = Array.from({ length: warmUp + runs }, (_, run) => {
  const changed = edited(run);
  const begin = performance.now();
  const times = lint(changed, 'server/jobs.js');
  return { ...times, total: performance.now() - begin };
}).slice(warmUp);

const middle = (of) => median(measured.map((run) => run[of]));
console.log(`${lines.length} lines, ${middle('found')} findings of our rules; median of ${runs} runs, each after an edit`);
const fastest = Math.min(...measured.map(({ ours }) => ours));
console.log(`ESLint in all ${middle('total').toFixed(1)} ms, all rules ${middle('all').toFixed(1)} ms, our rules ${middle('ours').toFixed(1)} ms (goal: under ${goal} ms), ${fastest.toFixed(1)} ms at best`);
if (middle('ours') >= goal) process.exitCode = 1;
