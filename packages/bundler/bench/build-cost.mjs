#!/usr/bin/env node
/**
 * What the plugin costs: builds projects for browsers with the plugin and without it by turns, each time as a process of its own that loads the bundler,
 * builds and ends, and compares processor time (user and system, of all processes that take part) and time on the clock: medians, and the best of each,
 * which other work on the machine disturbs least. The plugin's own part is what its loading and its hooks take in its process, in builds of their own that wait
 * for them: with esbuild, the time in which outputs are handed over is not among it.
 *
 *     node bench/build-cost.mjs [small|large|all] [ROUNDS] [BUNDLER ...]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { builds } from './builds.mjs';
import { OwnTime } from './own-time.mjs';
import { makeLarge } from './projects/large.mjs';
import { makeSmall } from './projects/small.mjs';

const projects = { small: makeSmall, large: makeLarge };

function makeProject(name) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-bench-')));
  projects[name](root);
  writeFileSync(join(root, 'package.json'), '{ "type": "module", "sideEffects": true }');
  const word = () => Math.random().toString(36).slice(2);
  writeFileSync(join(root, '.env'), `SUBMIT_API_KEY=${word()}${word()}${word()}\n`);
  return root;
}

/** How a project is built: without the plugin, with it, and with its hooks measured, for which the bundler has to wait. */
const kinds = ['without', 'guarded', 'measured'];

async function pluginFor(bundler, kind, own) {
  const load = async () => (await import(`../dist/${bundler.split('-', 1)[0]}.js`)).default();
  if (kind === 'without') return [];
  return [kind === 'guarded' ? await load() : own.within(await own.of(load))];
}

async function buildOnce(bundler, root, kind) {
  const own = new OwnTime();
  await builds[bundler](root, await pluginFor(bundler, kind, own));
  // On the clock since the process began.
  process.stdout.write(JSON.stringify({ clock: performance.now(), own: own.milliseconds }));
  // The process in which esbuild works counts once it has ended and this one has been told.
  if (bundler !== 'esbuild') return;
  await (await import('esbuild')).stop();
  await setTimeout(500);
}

/** One build, in milliseconds. The shell counts the processes that the build has started as well, such as that of esbuild. */
function measure(bundler, root, kind) {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const once = [process.execPath, fileURLToPath(import.meta.url), '--once', bundler, root, kind];
  const { status, stdout, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%3U %3S"; time "$@"', 'bash', ...once], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map((seconds) => Number(seconds) * 1000);
  return { processor: user + system, ...JSON.parse(stdout) };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function compare(project, root, bundler, rounds) {
  const runs = Object.fromEntries(kinds.map((kind) => [kind, []]));
  for (let round = 0; round < rounds; round++) for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) runs[kind].push(measure(bundler, root, kind));
  const of = (kind, what) => runs[kind].map((run) => run[what]);
  const words = ['processor', 'clock'].map((what) => {
    const ratio = (choose) => (choose(of('guarded', what)) / choose(of('without', what))).toFixed(3);
    return `${what} ${Math.round(median(of('without', what)))} ms, guarded ${Math.round(median(of('guarded', what)))} ms, ratio ${ratio(median)} (of the best ${ratio((times) => Math.min(...times))})`;
  });
  const own = median(of('measured', 'own'));
  if (bundler !== 'webpack') words.push(`the plugin's own ${own.toFixed(1)} ms, ${((own / median(of('without', 'processor'))) * 100).toFixed(1)} %`);
  console.log(`${project} ${bundler}: ${words.join('; ')}`);
}

const [first = 'all', ...rest] = process.argv.slice(2);
if (first === '--once') await buildOnce(rest[0], rest[1], rest[2]);
else {
  const [rounds = '5', ...bundlers] = rest;
  for (const project of first === 'all' ? Object.keys(projects) : [first]) {
    const root = makeProject(project);
    try {
      for (const bundler of bundlers.length > 0 ? bundlers : Object.keys(builds)) compare(project, root, bundler, Number(rounds));
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
}
