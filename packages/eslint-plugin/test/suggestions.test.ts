import { describe } from 'vitest';
import { cases } from './cases.ts';

const submit = 'https://submit.atomyx.io/api/jobs';

describe('a key is read from the environment', () => {
  cases('no-hardcoded-key', [
    {
      code: `fetch('${submit}', { headers: { Authorization: 'Bearer «key»' } });`,
      suggestions: [{ messageId: 'readEnvironment', output: `fetch('${submit}', { headers: { Authorization: \`Bearer \${process.env.ATOMYX_SUBMIT_API_KEY}\` } });` }],
    },
    {
      code: `const submitApiKey = '«key»';`,
      suggestions: [{ messageId: 'readEnvironment', output: `const submitApiKey = process.env.ATOMYX_SUBMIT_API_KEY;` }],
    },
    {
      code: `const submitApiKey = process.env.KEY ?? '«key»';`,
      suggestions: [{ messageId: 'dropFallback', output: `const submitApiKey = process.env.KEY;` }],
    },
    {
      code: `container.register('SUBMIT_API_KEY', { useValue: '«key»' });`,
      suggestions: [{ messageId: 'readEnvironment', output: `container.register('SUBMIT_API_KEY', { useValue: process.env.ATOMYX_SUBMIT_API_KEY });` }],
    },
    // Members of an enum of texts must be written there.
    { code: `enum Keys { AtomyxApiKey = '«key»' }`, suggestions: [] },
  ]);
  // In Cloudflare Workers: the parameter of the handler, or nothing.
  const call = (key: string): string => `fetch('${submit}', { headers: { Authorization: ${key} } })`;
  const worker = (before: string, key: string, after: string): { readonly code: string; readonly suggestions: readonly [{ readonly messageId: string; readonly output: string }] } => ({
    code: before + call(`'Bearer «key»'`) + after,
    suggestions: [{ messageId: 'readEnvironment', output: before + call(`\`Bearer \${${key}.ATOMYX_SUBMIT_API_KEY}\``) + after }],
  });
  cases('no-hardcoded-key', [
    worker('export default { async fetch(request, env) { return ', 'env', '; } };'),
    worker('export default { scheduled: async (event, _env, context) => { context.waitUntil(', '_env', '); } };'),
    worker('const handlers = { async fetch(request: Request, env: Env) { const send = () => ', 'env', '; return send(); } } satisfies ExportedHandler<Env>; export default handlers;'),
    // Nothing of a Worker: Bun, and an object that is not exported.
    worker('export default { port: 3000, fetch(request, server) { return ', 'process.env', '; } };'),
    worker('const object = { fetch(request, env) { return ', 'process.env', '; } }; export default object.fetch;'),
    // Out of the handler, in one without the parameter, and behind another variable of that name.
    { code: `const headers = { Authorization: 'Bearer «key»' }; export default { fetch(request, env) { return fetch('${submit}', { headers }); } };`, suggestions: [] },
    { code: `export default { queue(batch, env) {}, fetch(request) { return ${call(`'Bearer «key»'`)}; } };`, suggestions: [] },
    { code: `export default { fetch(request, env) { return [1].map((env) => ${call(`'Bearer «key»'`)}); } };`, suggestions: [] },
  ]);
  cases('no-key-in-test-tools', [
    {
      path: 'load.js',
      code: `import http from 'k6/http'; http.post('${submit}', null, { headers: { Authorization: 'Bearer «key»' } });`,
      suggestions: [{ messageId: 'readEnvironment', output: `import http from 'k6/http'; http.post('${submit}', null, { headers: { Authorization: \`Bearer \${__ENV.ATOMYX_SUBMIT_API_KEY}\` } });` }],
    },
  ]);
});

describe('the header gets its scheme', () => {
  cases('require-bearer-scheme', [
    {
      code: `fetch('${submit}', { headers: { Authorization: «submitApiKey» } });`,
      suggestions: [{ messageId: 'addBearer', output: `fetch('${submit}', { headers: { Authorization: \`Bearer \${submitApiKey}\` } });` }],
    },
  ]);
});

describe('the address gets its scheme', () => {
  cases('require-submit-origin', [
    {
      code: `fetch(«'http://submit.atomyx.io/api/jobs'», { headers: { Authorization: \`Bearer \${submitApiKey}\` } });`,
      suggestions: [{ messageId: 'useHttps', output: `fetch('${submit}', { headers: { Authorization: \`Bearer \${submitApiKey}\` } });` }],
    },
  ]);
});

describe('signatures are compared in constant time', () => {
  cases('require-callback-signature', [
    {
      code: `if («headers['x-atomyx-signature'] !== expected») fail();`,
      suggestions: [{ messageId: 'safeCompare', output: `if (!timingSafeEqual(Buffer.from(headers['x-atomyx-signature']), Buffer.from(expected))) fail();` }],
    },
  ]);
});

describe('a field is dropped', () => {
  cases('no-key-in-job-fields', [
    {
      code: `const job = { externalId: 1, metadata: { order: 2, key: «process.env.SUBMIT_API_KEY» } };`,
      suggestions: [{ messageId: 'dropField', output: `const job = { externalId: 1, metadata: { order: 2 } };` }],
    },
  ]);
  cases('no-key-in-callback-payload', [
    {
      code: `interface SubmitCallback {\n  «apiKey»: string;\n  id: string;\n}`,
      suggestions: [{ messageId: 'dropField', output: `interface SubmitCallback {\n  id: string;\n}` }],
    },
  ]);
});

describe('the callback has a secret of its own', () => {
  cases('no-key-as-callback-secret', [
    {
      code: `import { createHmac } from 'node:crypto'; createHmac('sha256', «process.env.SUBMIT_API_KEY»);`,
      suggestions: [{ messageId: 'callbackSecret', output: `import { createHmac } from 'node:crypto'; createHmac('sha256', process.env.ATOMYX_CALLBACK_SECRET);` }],
    },
  ]);
});

describe('no suggestion is better than a wrong one', () => {
  cases('no-hardcoded-key', [{ code: `const submitApiKey = '«key»' + suffix;` }, { code: `// Authorization: Bearer «key» for ${submit}` }]);
});
