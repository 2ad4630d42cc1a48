import { describe } from 'vitest';
import { cases } from './cases.ts';

const submit = 'https://submit.atomyx.io/api/jobs';
const key = 'process.env.SUBMIT_API_KEY';

describe('scheme', () => {
  cases('require-bearer-scheme', [
    `fetch('${submit}', { headers: { Authorization: «'Basic ' + ${key}» } });`,
    `fetch('${submit}', { headers: { Authorization: «${key}» } });`,
    `fetch('${submit}', { headers: { Authorization: «\`Bearer \${${key}} \`» } });`,
    `fetch('${submit}', { headers: { Authorization: «\` Bearer \${${key}}\`» } });`,
    `fetch('${submit}', { headers: { Authorization: «\`Bearer\${${key}}\`» } });`,
    `fetch('${submit}', { headers: { Authorization: «\`Bearer "\${${key}}"\`» } });`,
    `fetch('${submit}', { headers: { Authorization: «'Bearer\\n' + ${key}» } });`,
    `import axios from 'axios'; axios.post('${submit}', {}, { headers: { authorization: «\`Token \${key}\`» } });`,
    `cy.request({ url: '${submit}', auth: «{ username: 'x', password: ${key} }» });`,
    `fetch('${submit}', { headers: { Authorization: \`bearer \${${key}}\` } });`,
    `fetch('${submit}', { headers: { Authorization: authorization } });`,
    `fetch('${submit}', { headers: { Authorization: process.env.SUBMIT_AUTH_HEADER } });`,
    `fetch('${submit}', { headers: { Authorization: \`\${scheme} \${${key}}\` } });`,
    `fetch('${submit}', { headers: { Authorization: await header() } });`,
    `fetch('${submit}', { headers: «{ Accept: '*/*' }» });`,
    `fetch('${submit}', «{ method: 'POST' }»);`,
    `fetch(«'${submit}'»);`,
    `fetch('${submit}', options);`,
    `fetch('${submit}', { headers: { ...common } });`,
    `fetch('${submit}', { headers: { [name]: value } });`,
    `const headers = {}; addKey(headers); fetch('${submit}', { headers });`,
    `const headers = {}; headers['Authorization'] = 'Bearer ' + ${key}; fetch('${submit}', { headers });`,
    `import axios from 'axios'; const api = axios.create({ baseURL: 'https://submit.atomyx.io/api' }); api.interceptors.request.use(sign); api.post('/jobs', {});`,
    `import axios from 'axios'; const api = axios.create({ baseURL: 'https://submit.atomyx.io/api', headers: { Authorization: 'Bearer ' + ${key} } }); api.post('/jobs', {});`,
    `import got from 'got'; const api = got.extend({ prefixUrl: 'https://submit.atomyx.io/api', hooks: { beforeRequest: [sign] } }); api.post('jobs');`,
    `import https from 'https'; const req = https.request('${submit}', { method: 'POST' }); sign(req); req.end();`,
    `class S { constructor(private http: HttpClient) {} run() { return this.http.post('${submit}', {}); } }`,
    `import { http } from 'msw'; http.post('${submit}', () => new Response());`,
    `nock('https://submit.atomyx.io').post('/api/jobs').reply(201);`,
    `fetch('https://submit.atomyx.io/health'); fetch('https://docs.atomyx.io/api/x');`,
    `fetch('https://api.parcels.example/api/jobs'); const x = 'submit.atomyx.io';`,
  ]);
});

describe('origin', () => {
  cases('require-submit-origin', [
    `fetch(«'http://submit.atomyx.io/api/jobs'», { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch(«'https://submit.atomyx.com/api/jobs'», { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch(«'https://submit.atomyx.io/v1/jobs'», { headers: { Authorization: 'Bearer ' + token } });`,
    `fetch(«\`http://submit.atomyx.io/api/jobs/\${id}\`», { headers: { Authorization: 'Bearer ' + token } });`,
    `import axios from 'axios'; const api = axios.create({ baseURL: «'http://submit.atomyx.io/api'» }); api.post('/jobs', {}, { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `import https from 'https'; https.request({ hostname: «'submit.atomyx.co'», path: '/api/jobs', headers: { Authorization: 'Bearer ' + ${key} } });`,
    { code: `fetch(«'http://staging.example/api/jobs'», { headers: { Authorization: 'Bearer ' + ${key} } });`, settings: { stagingHosts: ['staging.example'] } },
    { code: `fetch('http://gateway.internal/submit/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`, settings: { gateways: ['gateway.internal'] } },
    `fetch('http://localhost:3000/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch('https://submit.atomyx.io/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch(process.env.URL + '/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch('/api/jobs', { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch(\`https://\${host}/api/jobs\`, { headers: { Authorization: 'Bearer ' + ${key} } });`,
    `fetch('http://submit.atomyx.io/api/jobs'); fetch('https://api.parcels.example', { headers: { Authorization: 'Bearer ' + token } });`,
    `const submit = (url, token) => fetch(url, { headers: { Authorization: 'Bearer ' + token } }); submit('${submit}', k); submit('https://api.parcels.example', process.env.PARCELS_TOKEN);`,
  ]);
});

describe('environments', () => {
  cases('no-key-across-environments', [
    `const key = process.env.«STAGING_ATOMYX_KEY»; fetch('${submit}', { headers: { Authorization: 'Bearer ' + key } });`,
    `fetch('${submit}', { headers: { Authorization: 'Bearer ' + config.get(«'SUBMIT_API_KEY_STAGING'») } });`,
    `fetch('${submit}', { headers: { Authorization: 'Bearer ' + keys.staging.«submitApiKey» } });`,
    `fetch('${submit}', { headers: { Authorization: 'Bearer ' + process.env.DEV_SUBMIT_API_KEY } });`,
    { code: `fetch('${submit}', { headers: { Authorization: 'Bearer ' + process.env.«DEV_SUBMIT_API_KEY» } });`, options: { otherEnvironments: ['dev'] } },
    { code: `fetch('https://s.example/api/jobs', { headers: { Authorization: 'Bearer ' + process.env.«PROD_SUBMIT_API_KEY» } });`, settings: { stagingHosts: ['s.example'] } },
    { code: `const url = staging ? 'https://s.example/api' : 'https://submit.atomyx.io/api'; fetch(url + '/jobs', { headers: { Authorization: 'Bearer ' + process.env.SUBMIT_API_KEY } });`, settings: { stagingHosts: ['s.example'] } },
    `fetch('${submit}', { headers: { Authorization: 'Bearer ' + process.env.SUBMIT_API_KEY, 'X-Env': process.env.STAGING_NAME } });`,
  ]);
});

describe('browsers', () => {
  cases('no-key-in-frontend', [
    `const key = «import.meta.env.VITE_SUBMIT_API_KEY»;`,
    `const { «VITE_SUBMIT_API_KEY» } = import.meta.env;`,
    `const { «NEXT_PUBLIC_ATOMYX_API_KEY»: key } = process.env;`,
    `import { «PUBLIC_ATOMYX_API_KEY» } from '$env/static/public';`,
    `import { ATOMYX_API_KEY } from '$env/static/private';`,
    { path: 'src/a.jsx', code: `'use client'; const key = «process.env.SUBMIT_API_KEY»;` },
    { path: 'src/a.jsx', code: `'use client'; export const send = (key) => fetch('${submit}', { headers: { Authorization: «\`Bearer \${key}\`» } });` },
    { path: 'src/a.jsx', code: `'use client'; fetch('${submit}', { headers: { Authorization: 'Bearer «key»' } });` },
    { path: 'src/a.svelte', code: `<script>\nconst submitApiKey = '«key»';\n</script>\n<p>{submitApiKey}</p>` },
    { path: 'src/a.vue', code: `<script setup lang="ts">\nconst key: string = «import.meta.env.VITE_ATOMYX_API_KEY»;\n</script>\n<template><p>{{ key }}</p></template>` },
    { path: 'next.config.js', code: `module.exports = { env: { KEY: «process.env.SUBMIT_API_KEY» } };` },
    { path: 'next.config.mjs', code: `export default { publicRuntimeConfig: { key: «process.env.SUBMIT_API_KEY» }, serverRuntimeConfig: { key: process.env.SUBMIT_API_KEY } };` },
    { path: 'nuxt.config.ts', code: `export default defineNuxtConfig({ runtimeConfig: { submitApiKey: process.env.SUBMIT_API_KEY, public: { key: «process.env.SUBMIT_API_KEY» } } });` },
    { path: 'webpack.config.js', code: `const webpack = require('webpack'); module.exports = { plugins: [new webpack.DefinePlugin({ K: JSON.stringify(«process.env.SUBMIT_API_KEY») }), new webpack.EnvironmentPlugin([«'SUBMIT_API_KEY'», 'NODE_ENV'])] };` },
    { path: 'build.mjs', code: `import { build } from 'esbuild'; await build({ define: { 'process.env.KEY': JSON.stringify(«process.env.SUBMIT_API_KEY») } });` },
    { path: 'server/a.js', code: `const key = process.env.SUBMIT_API_KEY; fetch('${submit}', { headers: { Authorization: \`Bearer \${key}\` } });` },
    { path: 'app/page.tsx', code: `export default async function Page() { const r = await fetch('${submit}', { headers: { Authorization: \`Bearer \${process.env.SUBMIT_API_KEY}\` } }); return <p>{r.status}</p>; }` },
    { path: 'src/form.tsx', code: `'use client'; const label = import.meta.env.VITE_SUBMIT_LABEL; export const F = () => <button onClick={() => fetch('/api/submit')}>{label}</button>; const apiKey = import.meta.env.VITE_MAPS_API_KEY;` },
  ]);
});
