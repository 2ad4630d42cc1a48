import { createDetector } from '@submit-guard/core';
import { describe, expect, test } from 'vitest';
import { makeCredential } from '../credentials/credentials.ts';
import { randomness } from '../credentials/randomness.ts';

const detector = createDetector();
const random = randomness(7);
const size = 128 * 1024;
const filled = (unit: string): string => unit.repeat(Math.ceil(size / unit.length));
const rows = (row: (index: number) => string): string => Array.from({ length: Math.ceil(size / row(0).length) }, (_, index) => row(index)).join('');
const host = 'https://submit.atomyx.io/api/jobs\n';

/** Texts of 128 Ki units in which a careless pattern or a search of everything against everything would not end. */
const cases: Readonly<Record<string, string>> = {
  'one letter': host + filled('a'),
  'spaces': `${host}ATOMYX_API_KEY =${filled(' ')}`,
  'empty lines': host + filled('\n'),
  'quotes': host + filled(`"'`),
  'opening quotes and backslashes': host + filled('"\\'),
  'backslashes': host + filled('\\'),
  'opening brackets': host + filled('{['),
  'brackets in pairs': host + filled('{[()]}'),
  'template openings': host + filled('${{{'),
  'Bearer without a key': host + filled('Authorization: Bearer '),
  'names without a value': filled('ATOMYX_SUBMIT_API_KEY='),
  'names in a chain': filled('ATOMYX_SUBMIT_API_KEY:'),
  'hosts': filled('submit.atomyx.io '),
  'dots and letters': host + filled('a.'),
  'slashes': host + filled('/'),
  'escapes': host + filled('\\u0061'),
  'broken escapes': host + filled('\\u00'),
  'percent signs': host + filled('%'),
  'percent escapes': host + filled('%41'),
  'entities': host + filled('&#x41;'),
  'ampersands': host + filled('&'),
  'base64 in one line': `token = "${Buffer.from(filled('submit api key ')).toString('base64')}"`,
  'hexadecimal in one line': `token = "${Buffer.from(filled('submit')).toString('hex')}"`,
  'pieces': `const key = ${filled('"ab" + ')}"ab";\n${host}`,
  'variables that name each other': rows((index) => `k${index + 1} = k${index}\n`) + host,
  'one variable, many assignments': rows((index) => `key = "${index}"\n`) + host + filled('Bearer ${key} ').slice(0, 800),
  'many keys, one host': host + rows(() => `token: "${makeCredential(random, 'hex')}"\n`),
  'many keys, many hosts': rows(() => `POST https://submit.atomyx.io/api/jobs\nAuthorization: Bearer ${makeCredential(random, 'base64url')}\n\n`),
  'many keys in one line': rows(() => `{url:"https://submit.atomyx.io/api",token:"${makeCredential(random, 'hex')}"},`),
  'many services in one line': rows((index) => `{url:"https://${index % 2 === 0 ? 'submit.atomyx.io' : 'api.stripe.com'}/v1",auth:"Bearer ${makeCredential(random, 'hex')}"},`),
  'calls of a helper': `function auth(k) { return { Authorization: "Bearer " + k }; }\n${rows(() => `send("https://submit.atomyx.io", auth("${makeCredential(random, 'hex')}"));\n`)}`,
  'YAML that goes deep': `${Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')}${' '.repeat(500)}atomyx_api_key: x\n${host}`,
  'XML that goes deep': `${host}${filled('<a>')}`,
  'comments that never end': `${host}${filled('/* ')}`,
  'heredocs that never end': `${host}${filled('<<EOF\n')}`,
};

/** Seconds of processor time of this process, not time on the clock: a busy machine does not fail a test. */
function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** What a fixed piece of plain JavaScript takes here: the unit of the limit, so that a slow machine does not fail a test either. */
function unitOfTime(): number {
  let sum = 0;
  const seconds = secondsOf(() => {
    for (let index = 0; index < 1e8; index += 1) sum = (Math.imul(sum, 31) + index) | 0;
  });
  expect(sum).not.toBe(0);
  return seconds;
}

describe('128 Ki units made to be slow', () => {
  const unit = unitOfTime();

  test.each(Object.entries(cases))('%s', (_title, text) => {
    // A few seconds: generous, since it guards against searches that do not end, not against slow ones.
    expect(secondsOf(() => detector.detect(text)) / unit).toBeLessThan(15);
  }, 120_000);
});
