import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detectors/detector.ts';
import type { PrefilterPlan } from '../../src/detectors/prefilter-plan.ts';

/** What a search for the plan's literals comes to, the naive way. */
function passes(plan: PrefilterPlan, text: string): boolean {
  const { literals, closerLook } = plan;
  const bytes = Buffer.from(text);
  const exact = bytes.toString('latin1');
  const folded = exact.toLowerCase();
  const hits: { readonly offset: number; readonly literal: number }[] = [];
  for (const [index, literal] of literals.entries()) {
    const needle = Buffer.from(literal.bytes).toString('latin1');
    const [wanted, searched] = literal.ignoreCase ? [needle.toLowerCase(), folded] : [needle, exact];
    for (let at = searched.indexOf(wanted); at !== -1; at = searched.indexOf(wanted, at + 1)) hits.push({ offset: at, literal: index });
  }
  const groupOf = (index: number): number => 1 << (literals[index]?.group ?? 0);
  const mask = hits.reduce((found, { literal }) => found | groupOf(literal), 0);
  if (!plan.passes(mask) || plan.isCertain(mask)) return plan.passes(mask);
  const wanted = hits.filter(({ literal }) => (groupOf(literal) & closerLook.groups) !== 0).sort((a, b) => a.offset - b.offset);
  return closerLook.placesIn(bytes, { count: wanted.length, offsets: wanted.map(({ offset }) => offset), values: wanted.map(({ literal }) => literal) }).length > 0;
}

const detector = createDetector();
const mayMatch = (text: string): boolean => passes(detector.prefilter, text);

const makeKey = (): string => randomBytes(20).toString('hex');

/** A key whose letters and digits never mix. */
const letters = (): string => Array.from(randomBytes(32), (byte) => String.fromCharCode((byte & 1 ? 65 : 97) + (byte >> 1) % 26)).join('');

describe('a text in which only the word Submit speaks of Atomyx', () => {
  const leaks: readonly (readonly [string, (key: string) => string])[] = [
    ['one name', (key) => `SUBMIT_API_KEY=${key}`],
    ['one name with words between', (key) => `submitProductionApiKey: '${key}'`],
    ['a label', (key) => `Submit production API key: ${key}`],
    ['an object', (key) => `const config = { submit: { baseUrl: env.URL, apiKey: "${key}" } };`],
    ['a section', (key) => `[submit]\nurl = x\n\napi_key = ${key}\n`],
    ['nested YAML', (key) => `submit:\n  url: x\n  api-key: ${key}\n`],
    ['a class', (key) => `class SubmitClient:\n    def __init__(self):\n        self.api_key = "${key}"\n`],
    ['a function that returns it', (key) => `class SubmitClient {\n  apiKey() {\n    return '${key}';\n  }\n}\n`],
    ['a string in pieces', (key) => `class SubmitClient { apiKey = '${key.slice(0, 7)}' + '${key.slice(7, 14)}' + '${key.slice(14)}'; }`],
    ['an escaped string', (key) => `class SubmitClient { apiKey = '${Array.from(key, (char) => `\\x${char.charCodeAt(0).toString(16)}`).join('')}'; }`],
    ['a column', (key) => `tenant,submit_api_key,plan\nacme,${key},pro\n`],
  ];
  it.each(leaks)('passes with a key bound by %s', (_name, leak) => {
    for (const key of [makeKey(), randomUUID(), randomBytes(24).toString('base64url'), letters()]) expect(mayMatch(leak(key))).toBe(true);
  });

  it.each([
    ['forms and the keys of others', 'form.onSubmit(() => send()); const apiKey = process.env.MAPS_API_KEY; const token = `Bearer ${token}`;'],
    ['a value far away', `submit(); apiKey();${' x();'.repeat(2000)} const hash = '${makeKey()}';`],
    ['prose', 'Submit the form. You need an API key of the maps service and a bearer token.'],
    ['a schema of something else', `type Form = { onSubmit: () => void; apiKey: {\n type: 'string' }, properties: { a: 1 } }`],
    ['a value in front of the names', `const hash = '${makeKey()}'; submit(); apiKey();`],
  ])('does not pass with %s', (_name, text) => {
    expect(mayMatch(text)).toBe(false);
  });

  it('passes where a callback has a field for a key', () => {
    expect(mayMatch('{ "title": "submit callback", "properties": { "apiKey": { "type": "string" } } }')).toBe(true);
  });

  it('passes whenever the detector would find something', () => {
    const word = fc.constantFrom('submit', 'Submit', 'SUBMIT_', 'client', 'apiKey', 'api_key', 'API key', 'bearer', 'token', 'config', 'class', 'return', 'API key for Submit is');
    const sign = fc.constantFrom(' ', ' ', '\n', '\n  ', ': ', ' = ', '{ ', ' }', '(', ')', '"', "'", ', ', ';\n', '.', '[', ']', '_');
    const value = fc.constantFrom(makeKey(), randomUUID(), letters(), 'YOUR_API_KEY', 'production');
    const text = fc.array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 5, arbitrary: sign }, { weight: 1, arbitrary: value }), { minLength: 4, maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, (whole) => detector.detect(whole).length === 0 || mayMatch(whole)), { numRuns: 3000, examples: [[`submit(apiKey } = ${makeKey()})`], [`submit YOUR_API_KEYAPI key${makeKey()}submitsubmit`]] });
  });
});

it('lets a job pass that names no host, and no other use of its words', () => {
  const key = makeKey();
  expect(mayMatch(`post('/jobs', { externalId: 1, returnURL: url }, { token: '${key}' })`)).toBe(true);
  expect(mayMatch(`const { externalId, callbackUrls } = pool; get('/jobs'); token = '${key}'`)).toBe(false);
});
