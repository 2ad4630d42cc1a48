#!/usr/bin/env node
/**
 * Rules must neither throw nor hang, whatever they are given: `node proofs/mutated-code.mjs [--rounds N] [--seed N]`.
 *
 * Programs of published packages are cut short, pieces of them are cut out, doubled and swapped, names in them become those of Submit, and
 * many of them are put together to a file of a megabyte. What still parses is linted with every rule; what makes a rule throw, or makes all
 * rules take longer than two seconds, is printed with the seed that brings it back, and the exit status is 1. On a busy machine, on which
 * the parser alone takes long, the rules may take three times its time.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as typescript from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import submitGuard from '../dist/index.js';
import { folderOf, packages, programsIn } from './published-packages.mjs';

const { values: options } = parseArgs({ options: { rounds: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } } });
const limit = 2_000;

/** Small packages with code of many kinds. */
const chosen = packages.filter((name) => /^(?:express|fastify|axios|got|ky|ofetch|svix|koa|superagent|@octokit\/webhooks|@slack\/bolt|formik|yup|pino|winston|ra-core|undici|react-router)@/.test(name));
const files = chosen.flatMap((name) => programsIn(folderOf(name)));

/** A generator of numbers below one that is the same for the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What turns code of others into code that the rules follow. */
const renames = [
  [/\b(?:key|token|secret|name|id|value|options)\b/g, 'submitApiKey'],
  [/(['"])https?:\/\/[^'"]*\1/g, "'https://submit.atomyx.io/api/jobs'"],
  [/\b(?:url|path|uri|base)\b/g, 'ATOMYX_SUBMIT_URL'],
  [/\b(?:event|message|body|data|Event|Request)\b/g, 'SubmitCallback'],
  [/\b(?:get|set|map|call|write|send|emit)\b/g, 'log'],
  [/\b(?:error|warn|on|use|all|push)\b/g, 'post'],
  [/(['"])(?:content-type|accept|[\w-]{4,12})\1/gi, "'Authorization'"],
];

function mutated(text, random) {
  const at = (length) => Math.floor(random() * length);
  const line = (lines) => at(lines.length);
  let lines = text.split('\n');
  const times = 1 + at(4);
  for (let time = 0; time < times; time += 1) {
    const [a, b] = [line(lines), line(lines)].sort((x, y) => x - y);
    switch (at(6)) {
      case 0:
        lines = lines.slice(0, b + 1);
        break;
      case 1:
        lines = [...lines.slice(0, a), ...lines.slice(b)];
        break;
      case 2:
        lines = [...lines.slice(0, b), ...lines.slice(a, b), ...lines.slice(b)];
        break;
      case 3:
        [lines[a], lines[b]] = [lines[b], lines[a]];
        break;
      default: {
        const [pattern, name] = renames[at(renames.length)];
        lines = lines.join('\n').replace(pattern, name).split('\n');
      }
    }
  }
  return `${lines.join('\n')}\n// Atomyx Submit API key, https://submit.atomyx.io/api/jobs, X-Atomyx-Signature\n`;
}

const linter = new Linter({ cwd: '/project' });
const figures = { parsed: 0, unparsed: 0, failures: 0, slowest: 0 };

/** Milliseconds of processor time that our rules take in a text, and those that everything else takes; `undefined` where it does not parse. */
function timeOf(name, text) {
  const config = [
    {
      ...submitGuard.configs.strict,
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parser: typescript, parserOptions: { ecmaFeatures: { jsx: name.endsWith('x') } } },
    },
  ];
  const lint = (rules) => {
    const started = process.cpuUsage();
    const messages = linter.verify(text, rules ? config : [{ ...config[0], rules: {} }], { filename: `/project/${name}`, allowInlineConfig: false });
    const { user, system } = process.cpuUsage(started);
    return { messages, milliseconds: (user + system) / 1000 };
  };
  const bare = lint(false);
  if (bare.messages.some(({ fatal }) => fatal)) return undefined;
  return { ours: Math.max(0, lint(true).milliseconds - bare.milliseconds), others: bare.milliseconds };
}

function check(what, name, text) {
  try {
    const times = timeOf(name, text);
    if (times === undefined) {
      figures.unparsed += 1;
      return;
    }
    figures.parsed += 1;
    figures.slowest = Math.max(figures.slowest, times.ours);
    if (times.ours <= Math.max(limit, 3 * times.others)) return;
    console.log(`${what}: ${times.ours.toFixed(0)} ms, and ${times.others.toFixed(0)} ms without our rules`);
  } catch (error) {
    console.log(`${what}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  figures.failures += 1;
}

const first = Number(options.seed);
for (let seed = first; seed < first + Number(options.rounds); seed += 1) {
  const random = randomOf(seed);
  const file = files[Math.floor(random() * files.length)];
  const text = mutated(readFileSync(file, 'utf8').slice(0, 200_000), random);
  check(`seed ${seed}, ${file}`, /\.[cm]?ts$/.test(file) ? 'file.ts' : 'file.tsx', text);
}
console.log(`${figures.parsed} mutated programs linted, ${figures.unparsed} did not parse: ${figures.failures} failures, slowest ${figures.slowest.toFixed(0)} ms`);

figures.slowest = 0;
for (let seed = first; seed < first + 12; seed += 1) {
  const random = randomOf(seed);
  let text = '';
  while (text.length < 1_000_000) {
    // Each in a function of its own, so that names do not collide.
    const part = readFileSync(files[Math.floor(random() * files.length)], 'utf8');
    if (/^\s*(?:import|export)\b/m.test(part) || part.length > 300_000) continue;
    const [pattern, name] = renames[Math.floor(random() * renames.length)];
    text += `(function () {\n${part.replace(/^#!.*/, '').replace(pattern, name)}\n})();\n`;
  }
  check(`a megabyte, seed ${seed}`, 'file.tsx', `${text}// Atomyx Submit API key, https://submit.atomyx.io/api/jobs\n`);
}
console.log(`files of a megabyte: slowest ${figures.slowest.toFixed(0)} ms`);
process.exitCode = figures.failures === 0 ? 0 : 1;
