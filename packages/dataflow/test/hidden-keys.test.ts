import { randomBytes } from 'node:crypto';
import { createDetector } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { mayConcernSubmit, mayHideKey } from '../src/index.ts';
import { keysIn } from './analyze.ts';
import { requests } from './request-cases.ts';

const options = { hosts: ['submit.atomyx.io'], stagingHosts: [], names: [], formats: [] };
const detector = createDetector(options);

/** Whether the scanner would parse a program: the text shows something, or may hide something. */
function isParsed(code: string): boolean {
  return detector.detect(code).length > 0 || (mayConcernSubmit(code, 'file.ts', options) && mayHideKey(code, options));
}

/** Ways to write a key that a reader of the text does not see at once, as an expression. */
const disguises: readonly (readonly [title: string, write: (key: string) => string])[] = [
  ['an array that is joined', (key) => `[${(key.match(/.{1,8}/g) ?? []).map((part) => `'${part}'`).join(', ')}].join('')`],
  ['a slice', (key) => `'xx${key}yy'.slice(2, -2)`],
  ['character codes', (key) => `String.fromCharCode(${[...key].map((char) => char.charCodeAt(0)).join(', ')})`],
  ['base64 in pieces', (key) => { const text = Buffer.from(key).toString('base64'); return `atob('${text.slice(0, 20)}' + '${text.slice(20)}')`; }],
  ['a reversed text', (key) => `'${[...key].reverse().join('')}'.split('').reverse().join('')`],
  ['a replaced letter', (key) => `'${key}#'.replace('#', '')`],
  ['bytes', (key) => `Buffer.from('${Buffer.from(key).toString('hex')}', 'hex').toString()`],
  ['a default', (key) => `(process.env.K ?? '${key}')`],
  ['a choice', (key) => `(production ? process.env.K : '${key}')`],
  ['a template', (key) => `\`\${'${key.slice(0, 20)}'}${key.slice(20)}\``],
  ['a member', (key) => `({ a: ['${key}'] }).a[0]`],
];

describe.each(disguises)('a program with %s', (_title, write) => {
  it.each(requests)('is parsed where its key is sent: %s', (_case, code) => {
    const key = randomBytes(20).toString('hex');
    const program = code.replace(/(?<=['`])URL/, 'https://submit.atomyx.io/api').replace(/'([^'«]*)«key»'/, (_, before: string) => `'${before}' + ${write(key)}`);
    if (keysIn(program).length === 0) return;
    expect(isParsed(program), program).toBe(true);
  });

  it.each([
    'const submitApiKey = VALUE;',
    'export const config = { atomyx: { submit: { apiKey: VALUE } } };',
    'class Client { atomyxToken = VALUE }',
    'process.env.ATOMYX_API_KEY ??= VALUE;',
    'config.set("atomyx.submit.apiKey", VALUE);',
    'const f = (submitApiKey = VALUE) => submitApiKey;',
    'const submitApiKey: string = VALUE as const;',
    'const x = <Client atomyxApiKey={VALUE} />;',
    "const headers = { 'X-Atomyx-Token': VALUE };",
  ])('is parsed where its name says what it is: %s', (code) => {
    const program = code.replace('VALUE', () => write(randomBytes(20).toString('hex')));
    if (keysIn(program).length === 0) return;
    expect(isParsed(program), program).toBe(true);
  });
});

describe('a program is left to the reader of its text', () => {
  it.each([
    ['that reads its key', `fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: \`Bearer \${process.env.ATOMYX_SUBMIT_API_KEY}\` } });`],
    ['that sends another key elsewhere', `const k = '${'f00d'.repeat(10)}'; fetch('https://api.parcels.example/v1', { headers: { Authorization: \`Bearer \${k}\` } }); new Jobs({ host: 'submit.atomyx.io' });`],
    ['with names that are bound to references', `export const client = new AtomyxJobs({ apiKey: process.env.ATOMYX_SUBMIT_API_KEY, host: 'submit.atomyx.io' });`],
    ['with a placeholder', `const ATOMYX_SUBMIT_API_KEY = 'YOUR_API_KEY';`],
    ['about forms', `form.onsubmit = () => { const token = csrf(); };`],
  ])('%s', (_title, code) => {
    expect(isParsed(code)).toBe(false);
  });
});

it('the test is linear', () => {
  for (const part of ['key', 'apiKey: ', 'Authorization(', '"a1b2', 'submit ', '((((', 'token = `${']) mayHideKey(`atomyx ${part.repeat(200_000)}`, options);
});
