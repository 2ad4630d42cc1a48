import { describe, expect, it } from 'vitest';
import { analyze, keysIn } from './analyze.ts';
import { parsers } from './fold.ts';
import { requests } from './request-cases.ts';

describe.each(Object.keys(parsers) as (keyof typeof parsers)[])('requests with %s', (parser) => {
  it.each(requests)('finds the key that is sent with %s', (_title, code) => {
    expect(keysIn(code.replace(/(?<=['`])URL/, 'https://submit.atomyx.io/api'), parser)).toEqual(['«key»']);
  });

  it.each(requests)('leaves the token of another host alone: %s', (_title, code) => {
    expect(keysIn(code.replace(/(?<=['`])URL/, 'https://api.parcels.example/v1'), parser)).toEqual([]);
  });
});

describe('node options', () => {
  it.each([
    [`hostname: 'submit.atomyx.io', path: '/api/jobs'`, 1],
    [`host: 'submit.atomyx.io:443', port: 443`, 1],
    [`protocol: 'https:', hostname: 'submit.atomyx.io'`, 1],
    [`hostname: 'api.parcels.example', path: '/submit.atomyx.io'`, 0],
  ])('%s', (options, count) => {
    expect(keysIn(`import { request } from 'https'; request({ ${options}, headers: { Authorization: 'Bearer «key»' } })`)).toHaveLength(count);
  });
});

describe('which request a key belongs to', () => {
  const two = (body: string): readonly string[] => keysIn(body.replaceAll('SUBMIT', 'https://submit.atomyx.io/api').replaceAll('OTHER', 'https://api.parcels.example'));

  it('tells two calls of one wrapper apart', () => {
    const code = `const call = (url, key) => fetch(url, { headers: { Authorization: 'Bearer ' + key } });
      call('OTHER/v1', process.env.P || 'a«key»'); call('SUBMIT/jobs', 'b«key»');`;
    expect(two(code)).toEqual(['b«key»']);
  });
  it('tells two writes of one variable apart', () => {
    const code = `let key = 'a«key»'; fetch('OTHER', { headers: { Authorization: 'Bearer ' + key } }); key = 'b«key»'; fetch('SUBMIT', { headers: { Authorization: 'Bearer ' + key } });`;
    expect(two(code)).toEqual(['b«key»']);
  });
  it('tells two writes of one header apart', () => {
    const code = `const h = {}; h.Authorization = 'Bearer a«key»'; fetch('OTHER', { headers: h }); h.Authorization = 'Bearer b«key»'; fetch('SUBMIT', { headers: h });`;
    expect(two(code)).toEqual(['b«key»']);
  });
  it('tells two instances of one class apart', () => {
    const code = `class C { constructor(url, key) { this.url = url; this.key = key } go() { return fetch(this.url, { headers: { Authorization: 'Bearer ' + this.key } }) } }
      new C('OTHER', 'a«key»').go(); new C('SUBMIT', 'b«key»').go();`;
    expect(two(code)).toEqual(['b«key»']);
  });
  it('tells two instances of axios apart', () => {
    const code = `import axios from 'axios'; const a = axios.create({ baseURL: 'OTHER' }); const b = axios.create({ baseURL: 'SUBMIT' });
      a.get('/x', { headers: { Authorization: 'Bearer a«key»' } }); b.get('/x', { headers: { Authorization: 'Bearer b«key»' } });`;
    expect(two(code)).toEqual(['b«key»']);
  });
});

describe('keys by name', () => {
  it.each([
    [`const SUBMIT_API_KEY = '«key»'`, 1],
    [`const atomyx = { submit: { apiKey: '«key»' } }`, 1],
    [`class C { atomyxToken = '«key»' }`, 1],
    [`config.set('atomyx.submit.apiKey', '«key»')`, 1],
    [`process.env.ATOMYX_API_KEY ??= '«key»'`, 1],
    [`process.env['ATOMYX_API_KEY'] = '«key»'`, 1],
    [`const f = (submitApiKey = '«key»') => submitApiKey`, 1],
    [`enum Keys { AtomyxApiKey = '«key»' }`, 1],
    [`const x = <Client atomyxApiKey="«key»" />`, 1],
    [`const submitApiKey = Buffer.from('«key»', 'utf8').toString()`, 1],
    [`const submitApiKey = cond ? process.env.A : '«key»'`, 1],
    [`const headers = { 'X-Atomyx-Token': '«key»' }`, 1],
    [`const submitToken = '«key»'`, 0],
    [`const formSubmit = '«key»'`, 0],
    [`const atomyxCallbackSecret = '«key»'`, 0],
    [`const atomyxApiKeyId = '«key»'`, 0],
    [`const STRIPE_API_KEY = '«key»'`, 0],
    [`const submitApiKey = hash('«key»')`, 0],
    [`const submitApiKey = 'YOUR_API_KEY'`, 0],
    [`const submitApiKey = 'submit-api-key-name'`, 0],
    [`const message = { submitApiKey: 'The key you were issued is missing' }`, 0],
  ])('%s', (code, count) => {
    expect(keysIn(code)).toHaveLength(count);
  });
});

describe('taint', () => {
  const tainted = (code: string): boolean => {
    const { analysis } = analyze(code);
    const [call] = analysis.index.callsByMethod.get('log') ?? [];
    return analysis.taint.find(call?.arguments.flatMap((argument) => analysis.evaluator.evaluate(argument)) ?? []) !== undefined;
  };
  it.each([
    [`console.log(process.env.ATOMYX_SUBMIT_API_KEY)`, true],
    [`const { SUBMIT_API_KEY: k } = process.env; console.log(k)`, true],
    [`console.log(JSON.stringify({ a: [process.env.SUBMIT_API_KEY] }))`, true],
    [`console.log(config.get('SUBMIT_API_KEY'))`, true],
    [`import { submitApiKey } from './config'; console.log(submitApiKey.trim())`, true],
    [`const f = (token) => { fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ' + token } }); console.log(token) }`, true],
    [`const k = load(); fetch('https://submit.atomyx.io/api/jobs', { headers: { Authorization: 'Bearer ' + k } }); console.log({ k })`, true],
    [`const f = (t) => { fetch('https://submit.atomyx.io', { headers: { Authorization: 'Bearer ' + t } }); console.log(t) }; f('«key»')`, true],
    [`const k = '«key»'; fetch('https://submit.atomyx.io', { headers: { Authorization: 'Bearer ' + k } }); console.log(k)`, true],
    [`console.log(Buffer.from(process.env.SUBMIT_API_KEY).toString('base64'))`, true],
    [`console.log(Boolean(process.env.SUBMIT_API_KEY))`, false],
    [`console.log(process.env.SUBMIT_API_KEY.length)`, false],
    [`console.log(process.env.SUBMIT_API_KEY?.slice(0, 4))`, false],
    [`console.log(process.env.SUBMIT_API_KEY ? 'set' : 'unset')`, false],
    [`console.log(typeof process.env.SUBMIT_API_KEY)`, false],
    [`console.log(maskSubmitApiKey(process.env.SUBMIT_API_KEY))`, false],
    [`console.log(submitApiKeys.length, submitApiKeyId)`, false],
    [`const r = await fetch('https://submit.atomyx.io', { headers: { Authorization: 'Bearer ' + process.env.SUBMIT_API_KEY } }); console.log(r)`, false],
    [`console.log(submitForm, submitToken)`, false],
  ])('%s', (code, expected) => {
    expect(tainted(code)).toBe(expected);
  });
});
