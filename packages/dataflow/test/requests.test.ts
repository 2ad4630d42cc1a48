import { describe, expect, it } from 'vitest';
import { analyze, keysIn } from './analyze.ts';
import { parsers } from './fold.ts';

/** One request with `URL` as its address for each client and each way of writing it. */
const requests: readonly (readonly [title: string, code: string])[] = [
  ['fetch', `fetch('URL', { headers: { Authorization: 'Bearer «key»' } })`],
  ['fetch with Headers', `const h = new Headers(); h.set('authorization', 'Bearer ' + '«key»'); fetch('URL', { headers: h })`],
  ['fetch with pairs', `fetch('URL', { headers: [['Authorization', 'Bearer «key»']] })`],
  ['fetch of a URL', `const url = new URL('jobs', 'URL'); fetch(url, { headers: { Authorization: 'Bearer «key»' } })`],
  ['fetch of a Request', `fetch(new Request('URL', { headers: { Authorization: 'Bearer «key»' } }))`],
  ['window.fetch', `window.fetch('URL', { headers: { Authorization: 'Bearer «key»' } })`],
  ['node-fetch', `const fetch = require('node-fetch'); fetch('URL', { headers: { Authorization: 'Bearer «key»' } })`],
  ['XMLHttpRequest', `const x = new XMLHttpRequest(); x.open('POST', 'URL'); x.setRequestHeader('Authorization', 'Bearer «key»'); x.send()`],
  ['axios.post', `import axios from 'axios'; axios.post('URL', {}, { headers: { Authorization: 'Bearer «key»' } })`],
  ['axios with a config', `import axios from 'axios'; axios({ method: 'post', url: 'URL', headers: { Authorization: 'Bearer «key»' } })`],
  ['axios.request, renamed', `import { default as http } from 'axios'; http.request({ url: 'URL', headers: { Authorization: 'Bearer «key»' } })`],
  ['an axios instance', `const axios = require('axios'); const api = axios.create({ baseURL: 'URL' }); api.post('/jobs', {}, { headers: { Authorization: 'Bearer «key»' } })`],
  ['headers of an axios instance', `import { create } from 'axios'; export const api = create({ baseURL: 'URL', headers: { common: {}, Authorization: 'Bearer «key»' } })`],
  ['defaults of an axios instance', `import axios from 'axios'; const api = axios.create({ baseURL: 'URL' }); api.defaults.headers.common['Authorization'] = 'Bearer «key»'; api.get('/jobs')`],
  ['axios defaults', `import axios from 'axios'; axios.defaults.baseURL = 'URL'; axios.defaults.headers.common.Authorization = 'Bearer «key»'; axios.get('/jobs')`],
  ['an axios interceptor', `import axios from 'axios'; const api = axios.create({ baseURL: 'URL' }); api.interceptors.request.use((config) => { config.headers.Authorization = 'Bearer «key»'; return config; }); api.get('/jobs')`],
  ['an axios interceptor with set', `import axios from 'axios'; const api = axios.create({ baseURL: 'URL' }); api.interceptors.request.use((c) => { c.headers.set('Authorization', 'Bearer «key»'); return c; })`],
  ['an axios interceptor that returns', `import axios from 'axios'; const api = axios.create({ baseURL: 'URL' }); api.interceptors.request.use((c) => ({ ...c, headers: { ...c.headers, Authorization: 'Bearer «key»' } }))`],
  ['a typed axios instance', `import type { AxiosInstance } from 'axios'; const f = (api: AxiosInstance) => api.post('URL', {}, { headers: { Authorization: 'Bearer «key»' } })`],
  ['got', `import got from 'got'; got.post('URL', { json: {}, headers: { authorization: 'Bearer «key»' } })`],
  ['got.extend', `import got from 'got'; const api = got.extend({ prefixUrl: 'URL', headers: { authorization: 'Bearer «key»' } }); api('jobs')`],
  ['got hooks', `import got from 'got'; const api = got.extend({ prefixUrl: 'URL', hooks: { beforeRequest: [(o) => { o.headers.authorization = 'Bearer «key»'; }] } });`],
  ['ky.create', `import ky from 'ky'; const api = ky.create({ prefixUrl: 'URL', headers: { Authorization: 'Bearer «key»' } }); api.post('jobs')`],
  ['ky hooks', `import ky from 'ky'; ky.create({ prefixUrl: 'URL', hooks: { beforeRequest: [(request) => { request.headers.set('Authorization', 'Bearer «key»'); }] } })`],
  ['undici', `import { request } from 'undici'; await request('URL', { method: 'POST', headers: { authorization: 'Bearer «key»' } })`],
  ['an undici client', `import { Client } from 'undici'; const c = new Client('URL'); c.request({ path: '/jobs', headers: { authorization: 'Bearer «key»' } })`],
  ['https', `import https from 'node:https'; https.request('URL', { headers: { Authorization: 'Bearer «key»' } }, () => {}).end()`],
  ['https with setHeader', `const https = require('https'); const req = https.request('URL', { method: 'POST' }); req.setHeader('Authorization', 'Bearer «key»'); req.end()`],
  ['superagent', `import request from 'superagent'; request.post('URL').set('Authorization', 'Bearer «key»').send({})`],
  ['superagent with an object', `import request from 'superagent'; await request.post('URL').type('json').set({ Authorization: 'Bearer «key»' })`],
  ['superagent auth', `import request from 'superagent'; request.get('URL').auth('«key»', { type: 'bearer' })`],
  ['supertest', `import request from 'supertest'; await request('URL').post('/jobs').set('Authorization', 'Bearer «key»').expect(201)`],
  ['request', `const request = require('request'); request.post({ uri: 'URL', auth: { bearer: '«key»' } }, () => {})`],
  ['request defaults', `const r = require('request').defaults({ baseUrl: 'URL', headers: { Authorization: 'Bearer «key»' } }); r.get('/jobs')`],
  ['needle', `const needle = require('needle'); needle('post', 'URL', {}, { headers: { Authorization: 'Bearer «key»' } })`],
  ['ofetch', `import { ofetch } from 'ofetch'; ofetch('/jobs', { baseURL: 'URL', headers: { Authorization: 'Bearer «key»' } })`],
  ['ofetch.create', `import { ofetch } from 'ofetch'; ofetch.create({ baseURL: 'URL', headers: { Authorization: 'Bearer «key»' } })`],
  ['$fetch', `await $fetch('URL', { headers: { Authorization: 'Bearer «key»' } })`],
  ['useFetch', `const { data } = await useFetch('URL', { headers: { Authorization: 'Bearer «key»' } })`],
  ['Angular', `import { HttpClient, HttpHeaders } from '@angular/common/http'; class S { constructor(private http: HttpClient) {} go() { return this.http.post('URL', {}, { headers: new HttpHeaders().set('Authorization', 'Bearer «key»') }) } }`],
  ['Angular inject', `import { inject } from '@angular/core'; class S { http = inject(HttpClient); go() { return this.http.get('URL', { headers: { Authorization: 'Bearer «key»' } }) } }`],
  ['openapi-fetch', `import createClient from 'openapi-fetch'; const c = createClient({ baseUrl: 'URL', headers: { Authorization: 'Bearer «key»' } }); c.POST('/jobs', {})`],
  ['openapi-fetch middleware', `import createClient from 'openapi-fetch'; const c = createClient({ baseUrl: 'URL' }); c.use({ onRequest({ request }) { request.headers.set('Authorization', 'Bearer «key»'); return request; } }); c.GET('/jobs')`],
  ['jQuery', `$.ajax({ url: 'URL', headers: { Authorization: 'Bearer «key»' } })`],
  ['jQuery beforeSend', `$.ajax('URL', { beforeSend: function (xhr) { xhr.setRequestHeader('Authorization', 'Bearer «key»'); } })`],
  ['k6', `import http from 'k6/http'; http.post('URL', '{}', { headers: { Authorization: 'Bearer «key»' } })`],
  ['Playwright', `import { test } from '@playwright/test'; test('x', async ({ request }) => { await request.post('URL', { headers: { Authorization: 'Bearer «key»' } }) })`],
  ['a Playwright context', `import { request } from '@playwright/test'; const c = await request.newContext({ baseURL: 'URL', extraHTTPHeaders: { Authorization: 'Bearer «key»' } }); c.get('/jobs')`],
  ['a Playwright configuration', `import { defineConfig } from '@playwright/test'; export default defineConfig({ use: { baseURL: 'URL', extraHTTPHeaders: { Authorization: 'Bearer «key»' } } })`],
  ['Cypress', `cy.request({ url: 'URL', auth: { bearer: '«key»' } })`],
  ['an unknown client', `import { http } from './http'; http.send('URL', { headers: { Authorization: 'Bearer «key»' } })`],
  ['an unknown client with a config', `client.call({ url: 'URL', headers: { Authorization: 'Bearer «key»' } })`],
  ['a wrapper', `function call(url, token) { return fetch(url, { headers: { Authorization: 'Bearer ' + token } }) } call('URL', '«key»')`],
  ['a wrapper of a wrapper', `const send = (path, headers) => fetch('URL' + path, { headers }); const auth = (key) => send('/jobs', { Authorization: \`Bearer \${key}\` }); auth('«key»')`],
  ['a class', `class Client { constructor(key) { this.key = key } post(path) { return fetch('URL' + path, { headers: this.headers() }) } headers() { return { Authorization: \`Bearer \${this.key}\` } } } new Client('«key»').post('/jobs')`],
  ['a class with options', `class Client { #o; constructor(options) { this.#o = options } go() { return fetch(this.#o.url, { headers: { Authorization: \`Bearer \${this.#o.key}\` } }) } } const c = new Client({ url: 'URL', key: '«key»' }); c.go()`],
  ['an object with methods', `const api = { base: 'URL', token: '«key»', go() { return fetch(this.base, { headers: { Authorization: 'Bearer ' + this.token } }) } }`],
  ['a default', `const key = process.env.K || '«key»'; fetch('URL', { headers: { Authorization: \`Bearer \${key}\` } })`],
  ['a hole behind the host', `fetch(\`URL/\${id}\`, { headers: { Authorization: 'Bearer «key»' } })`],
  ['concat', `fetch('URL', { headers: { Authorization: 'Bearer '.concat('«key»') } })`],
  ['headers of a function', `const headers = () => ({ Authorization: 'Bearer «key»' }); fetch('URL', { headers: { ...headers() } })`],
  ['a spread of options', `const base = { headers: { Authorization: 'Bearer «key»' } }; fetch('URL', { ...base, method: 'POST' })`],
];

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
