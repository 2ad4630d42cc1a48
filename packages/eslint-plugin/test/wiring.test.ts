import { describe } from 'vitest';
import { cases } from './cases.ts';

const base = 'https://submit.atomyx.io/api';
const key = 'process.env.ATOMYX_SUBMIT_API_KEY';

describe('clients of Submit that are given their key', () => {
  cases('no-hardcoded-key', [
    `import { SubmitClient } from '@acme/atomyx'; new SubmitClient('«key»');`,
    `import { SubmitClient } from '@acme/atomyx'; new SubmitClient(${key});`,
    `const secret = '«key»'; export const submit = new AtomyxSubmit(secret);`,
    `export const submit = new AtomyxSubmit(${key} ?? '«key»');`,
    `const submit = createSubmitClient('${base}', '«key»');`,
    `const submit = createSubmitClient('${base}', readKey());`,
    `const submit = new AtomyxClient({ apiKey: '«key»' });`,
    `const atomyx = 1; new SubmitButton('~key~'); new FormSubmitClient('~key~'); submitClient('~key~');`,
    `new SubmitClient('~key~');`,
  ]);
});

describe('another service beside Submit', () => {
  const send = `fetch('${base}/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`;
  cases('no-hardcoded-key', [
    `import { createClient } from 'contentful'; createClient({ space: 'print', accessToken: '~key~' }); ${send}`,
    `monitor.accessToken = '~key~'; ${send}`,
    `export const monitoring = { provider: 'rollbar', accessToken: '~key~' }; ${send}`,
    `import { createClient } from 'contentful'; createClient({ space: 'print', accessToken: '~key~' }); fetch('${base}/jobs', { headers: { Authorization: 'Bearer «key»' } });`,
    `export const submit = { url: '${base}', accessToken: '«key»' }; ${send}`,
  ]);
});

describe('what loggers write with every message', () => {
  cases('no-key-in-logs', [
    `import winston from 'winston'; winston.createLogger({ defaultMeta: { service: 'jobs', key: «${key}» } });`,
    `import winston from 'winston'; winston.createLogger({ defaultMeta: { service: 'jobs' }, key: ${key} });`,
    `import pino from 'pino'; pino({ base: { key: «${key}» } });`,
    `import pino from 'pino'; pino({ base: { key: ${key} }, redact: ['key'] });`,
    `import bunyan from 'bunyan'; bunyan.createLogger({ name: 'jobs', key: «${key}» });`,
    `import bunyan from 'bunyan'; bunyan.createLogger({ name: 'atomyx-submit' });`,
    `import axios from 'axios'; const api = axios.create({ baseURL: '${base}', headers: { Authorization: 'Bearer ' + ${key} } }); console.log(«api.defaults.headers»); console.log(«{ all: api.defaults }»);`,
    `import axios from 'axios'; const api = axios.create({ baseURL: '${base}', headers: { Authorization: 'Bearer ' + ${key} } }); console.log(api.defaults.baseURL, api.defaults.timeout);`,
    `import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.parcels.example', headers: { Authorization: 'Bearer ' + token } }); console.log(api.defaults.headers, '${base}');`,
    `console.assert(${key}, 'ATOMYX_SUBMIT_API_KEY is missing');`,
    `console.assert(ok, «${key}»);`,
    `const dump = (...all) => console.log(...all); dump('key', «${key}»);`,
  ]);
});

describe('requests that a handler hands on', () => {
  cases('require-callback-signature', [
    `app.post('/submit/callback', (req, res) => handle(req, res)); function handle(request) { save(«request.body».externalId); }`,
    `app.post('/submit/callback', (req, res) => handle(req, res)); function handle(request) { verifySignature(request); save(request.body.externalId); }`,
    `app.post('/submit/callback', (req) => { record(req); verifySignature(req); }); const record = (request) => db.insert(«request.body»);`,
    `app.post('/submit/callback', (req) => { verifySignature(req); record(req); }); const record = (request) => db.insert(request.body);`,
    `app.post('/submit/callback', (req) => handle(req)); function handle(request) { handle(request); }`,
  ]);
});

describe('fetchers of SWR', () => {
  const path = 'src/components/jobs.jsx';
  cases('no-key-in-frontend', [
    { path, code: `const fetcher = ([url, token]) => fetch(url, { headers: { Authorization: 'Bearer ' + token } }); export const useJobs = () => useSWR(['${base}/jobs', '«key»'], fetcher);` },
    { path, code: `export const useJobs = () => useSWR(['${base}/jobs', '«key»'], ([url, token]) => fetch(url, { headers: { Authorization: 'Bearer ' + token } }));` },
    { path, code: `export const useJobs = () => useSWR(['https://api.parcels.example', '~key~'], ([url, token]) => fetch(url, { headers: { Authorization: 'Bearer ' + token } })); const docs = '${base}';` },
  ]);
});

describe('Angular and Cypress in between', () => {
  cases('no-hardcoded-key', [
    `export const submit: HttpInterceptorFn = (req, next) => next(req.url.startsWith('https://submit.atomyx.io') ? req.clone({ setHeaders: { Authorization: 'Bearer «key»' } }) : req);`,
    `export const parcels: HttpInterceptorFn = (req, next) => next(req.url.startsWith('https://api.parcels.example') ? req.clone({ setHeaders: { Authorization: 'Bearer ~key~' } }) : req); const docs = '${base}';`,
  ]);
  cases('no-key-in-test-tools', [
    { path: 'cypress/e2e/jobs.cy.js', code: `cy.intercept('POST', '${base}/jobs', (req) => { req.headers.authorization = 'Bearer «key»'; });` },
    { path: 'cypress/e2e/jobs.cy.js', code: `cy.intercept('POST', 'https://api.parcels.example', (req) => { req.headers.authorization = 'Bearer ~key~'; }); cy.intercept('${base}/jobs', {});` },
  ]);
});
