import { randomBytes } from 'node:crypto';
import { createDetector, defaultDetectorOptions, Secret } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { Parser } from '../../src/programs/parser.ts';
import type { ProgramReader, ProgramReading } from '../../src/programs/read-program.ts';
import { createProgramReader } from '../../src/programs/read-program.ts';

const detector = createDetector();
const readProgram = createProgramReader(defaultDetectorOptions);

function read(text: string, path: string, reader: ProgramReader = readProgram): ProgramReading {
  return reader(text, path, detector.detect(text));
}

const newKey = (): string => randomBytes(20).toString('hex');

/** A program whose key only data flow shows. */
function hidden(key: string): string {
  return `const parts = ['${key.slice(0, 16)}', '${key.slice(16)}'];
fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: ['Bearer', parts.join('')].join(' ') } });\n`;
}

/** A name that shows its key to every reader, and that data flow could still take back. */
const plain = (key: string): string => `const atomyxApiKey = '${key}';\n`;

/** A request that leaves no doubt. */
const sent = (key: string): string => `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ${key}' } });\n`;

function secretsIn({ matches }: ProgramReading): readonly string[] {
  return matches.map(({ secret }) => secret?.fingerprint ?? '');
}

describe('a key that only data flow shows is found', () => {
  it.each([
    ['in a module', 'src/a.js', (key: string) => `import x from 'x';\n${hidden(key)}`],
    ['in a script that is no module', 'src/a.cjs', (key: string) => `with (Math) {}\n${hidden(key)}return;`],
    ['in TypeScript', 'src/a.mts', (key: string) => `const n = <number>1;\n${hidden(key)}`],
    ['in JSX', 'src/a.js', (key: string) => `${hidden(key)}const a = <p>It's (free</p>;`],
    ['in TSX', 'src/a.tsx', (key: string) => `${hidden(key)}const a: unknown = <p>It's (free</p>;`],
    ['behind type annotations of Flow', 'src/a.js', (key: string) => `// @flow\nconst a: ?string = null as any;\n${hidden(key)}`.replace('?string', 'string')],
    ['behind letters outside ASCII', 'src/a.js', (key: string) => `const a = '😀ü';\n${hidden(key)}`],
    ['behind a hashbang', 'bin/a.mjs', (key: string) => `#!/usr/bin/env node\n${hidden(key)}`],
    ['in a component', 'src/a.vue', (key: string) => `<template>It's (free {{ a }}</template>\n<script setup lang="ts">\nconst n: number = 1;\n${hidden(key)}</script>`],
    ['in the second script of a page', 'public/a.html', (key: string) => `<script type="application/json">{"it's": (}</script><script>var a = 1</script>\n<script type=module>${hidden(key)}</script>`],
    ['in lines that end in CR LF', 'src/a.js', (key: string) => hidden(key).replaceAll('\n', '\r\n')],
  ])('%s', (_title, path, write) => {
    const key = newKey();
    const text = write(key);
    const reading = read(text, path);
    expect(reading.unparsed).toBeUndefined();
    expect(secretsIn(reading)).toEqual([new Secret(key).fingerprint]);
    const [match] = reading.matches;
    expect(match?.pieces?.map(({ start, end }) => text.slice(start, end)).join('')).toBe(key);
  });
});

describe('of a long bundle the parts around requests to Submit are read as programs', () => {
  const filler = 'h("a)b",/[)"]/g,`${f({a:1})}`);'.repeat(38_000);

  it.each([
    ['in a list of modules by number', (code: string) => `(()=>{var e={1:(e,t,n)=>{${filler}},2:(e,t,n)=>{${code}},3:function(e){${filler}}};n(2)})();`],
    ['in a list of modules', (code: string) => `!function(e){e[1]()}([function(e,t,n){${filler}},function(e,t,n){${code}},function(){${filler}}]);`],
    ['at the top', (code: string) => `import{a as b}from"./b.js";${filler}function u(){}${code}function v(){}${filler}export{u};`],
    ['in one function', (code: string) => `(function(){"use strict";${filler}${code}return h})();${filler}`],
    ['in one declaration', (code: string) => `var a0=(()=>{${filler}})(),a1=1,k2=(()=>{${code}})(),z=(()=>{${filler}})();`],
  ])('%s', (_title, write) => {
    const key = newKey();
    const text = write(hidden(key).replaceAll('\n', ''));
    expect(text.length).toBeGreaterThan(2_097_152);
    const reading = read(text, 'dist/a.js');
    expect(reading.unparsed).toBeUndefined();
    expect(secretsIn(reading)).toEqual([new Secret(key).fingerprint]);
    const [match] = reading.matches;
    expect(match?.pieces?.map(({ start, end }) => text.slice(start, end)).join('')).toBe(key);
  });
});

describe('what cannot be parsed is read as text, and what the text shows stays', () => {
  it.each([
    ['a file that is cut short', (key: string) => `${plain(key)}const a = {`, 'syntax'],
    ['a template', (key: string) => `${plain(key)}const a = {{ value }};`, 'syntax'],
    ['snippets that were pasted together', (key: string) => `const a = 1;\n${plain(key)}\nconst a = 2;`, 'syntax'],
    ['a long bundle that is one expression', (key: string) => `const atomyxApiKey = '${key}' + ${'a+'.repeat(1_100_000)}a;`, 'size'],
    ['brackets without end', (key: string) => `${plain(key)}${'('.repeat(100_000)}`, 'parser failed'],
    ['brackets that are closed', (key: string) => `${plain(key)}x = ${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'parser failed'],
    ['a long chain', (key: string) => `${plain(key)}a${'.b'.repeat(30_000)}`, 'depth'],
  ] as const)('%s', (_title, write, cause) => {
    const key = newKey();
    const reading = read(write(key), 'src/a.js', createProgramReader(defaultDetectorOptions));
    expect(reading.unparsed?.cause).toBe(cause);
    expect(secretsIn(reading)).toEqual([new Secret(key).fingerprint]);
  });

  it('a text that takes too much time or memory', () => {
    const key = newKey();
    const reading = read(`${plain(key)}a${'<b'.repeat(8000)}`, 'src/a.ts', createProgramReader(defaultDetectorOptions));
    expect(reading.unparsed?.cause).toBe('parser failed');
    expect(secretsIn(reading)).toEqual([new Secret(key).fingerprint]);
  });

  it('all programs, where there is no parser; and the reason is told', () => {
    const reader = createProgramReader(defaultDetectorOptions, new Parser('/nowhere/bindings.js'));
    const key = newKey();
    for (const reading of [read(plain(key), 'a.js', reader), read(plain(key), 'b.js', reader)]) {
      expect(reading.unparsed).toMatchObject({ cause: 'parser missing', reason: expect.stringContaining('/nowhere/bindings.js') as unknown });
      expect(secretsIn(reading)).toEqual([new Secret(key).fingerprint]);
    }
  });
});

it('a parser that fails is started again, but not for ever', () => {
  const reader = createProgramReader(defaultDetectorOptions);
  const hostile = `${plain(newKey())}${'('.repeat(100_000)}`;
  const key = newKey();
  expect(read(hostile, 'a.js', reader).unparsed?.cause).toBe('parser failed');
  expect(secretsIn(read(hidden(key), 'b.js', reader))).toEqual([new Secret(key).fingerprint]);
  for (let count = 1; count < 10; count++) read(hostile, 'a.js', reader);
  expect(read(hidden(key), 'b.js', reader).unparsed).toEqual({ cause: 'parser missing', reason: 'it has failed on 10 files' });
});

it('data flow takes back what the text only seems to show', () => {
  const text = `const message = 'ATOMYX_API_KEY', checksum = '${newKey()}';`;
  expect(detector.detect(text)).toHaveLength(1);
  expect(read(text, 'a.js').matches).toEqual([]);
});

it('a known key is a known key wherever it is sent', () => {
  const key = newKey();
  const known = createDetector({ knownKeys: [{ secret: new Secret(key), label: '.env.local' }] });
  const text = `fetch('https://api.parcels.example/v1', { headers: { Authorization: 'Bearer ${key}' } }); // submit.atomyx.io, api key\n`;
  expect(readProgram(text, 'a.js', known.detect(text)).matches.map(({ evidence }) => evidence[0]?.kind)).toEqual(['known']);
});

it('no program is parsed whose text says that nothing can be found', () => {
  const never = new Parser('/nowhere/bindings.js');
  const reader = createProgramReader(defaultDetectorOptions, never);
  for (const text of [
    "const key = process.env.ATOMYX_SUBMIT_API_KEY; fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: `Bearer ${key}` } });",
    `// Atomyx Submit\nfetch('https://api.parcels.example/v1', { headers: { Authorization: 'Bearer ${newKey()}' } });`,
    'form.onsubmit = (event) => send(event.token);',
  ]) expect(reader(text, 'a.js', [])).toEqual({ matches: [] });
});

it('no program is parsed in which every key is beyond doubt', () => {
  const reader = createProgramReader(defaultDetectorOptions, new Parser('/nowhere/bindings.js'));
  const [first, second] = [newKey(), newKey()];
  const reading = read(sent(first), 'a.js', reader);
  expect(reading.unparsed).toBeUndefined();
  expect(secretsIn(reading)).toEqual([new Secret(first).fingerprint]);
  expect(read(`${sent(first)}${hidden(second)}`, 'a.js', reader).unparsed?.cause).toBe('parser missing');
});
