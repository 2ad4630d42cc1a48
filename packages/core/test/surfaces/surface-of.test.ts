import type { Surface } from '@submit-guard/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surfaceOf } from '../../src/surfaces/surface-of.ts';
import { surfaceTable } from '../../src/surfaces/surface-table.ts';

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

/** Paths alone. */
const byPath: Readonly<Record<Surface, readonly string[]>> = {
  screenshot: ['docs/images/terminal.PNG', 'a.jpeg', 'cypress/screenshots/failed.png', 'public/logo.webp', 'x.heic'],
  'test-tool': [
    'tests/submit.postman_collection.json',
    'prod.postman_environment.json',
    'exports/Insomnia_2026-03-02.json',
    'bruno/create job.bru',
    'requests/create.http',
    'requests/create.rest',
    'http-client.env.json',
    'http-client.private.env.json',
    'tickets/session.har',
    'public/session.har',
    'load/plan.jmx',
    'submit-soapui-project.xml',
    'thunder-tests/thunder-collection_submit.json',
    'cypress.config.ts',
    'cypress/support/commands.js',
    'e2e/jobs.cy.ts',
    'playwright.config.ts',
    'playwright-report/index.html',
    'spec/cassettes/create_job.yml',
    'newman/run-2026.html',
    'artillery.yml',
    'notebooks/jobs.ipynb',
    'home/.bash_history',
    'locustfile.py',
    'src/SubmitSimulation.scala',
  ],
  log: [
    'worker.log',
    'logs/worker.log',
    'var/log/app.log.1',
    'app.log.2026-03-02.gz',
    'logs/out.txt',
    'logs/events.jsonl',
    'public/debug.log',
    'nohup.out',
    'containers/abc-json.log',
    'logs.zip!build/1_setup.log',
    'demo.cast',
  ],
  callback: [
    'test/fixtures/submit-callback.json',
    'tests/__fixtures__/webhook.json',
    'docs/examples/callback.yaml',
    'schemas/submit-callback.schema.json',
    'callback-payload.json',
    'payload.webhook.json',
    'cypress/fixtures/callback.json',
    'asyncapi.yaml',
  ],
  frontend: [
    'dist/assets/index-Dk3v9.js',
    'dist/index.html',
    'build/static/js/main.4f2a.js',
    'build/static/js/main.4f2a.js.map',
    'dist/assets/index-Dk3v9.js.gz',
    'out/_next/static/chunks/1.js',
    '.next/static/chunks/app/page.js',
    '.output/public/_nuxt/entry.js',
    '.svelte-kit/output/client/_app/app.js',
    'dist/client/entry.js',
    'public/config.json',
    'public/upload.html',
    'server/public/app.js',
    'wwwroot/js/site.js',
    'static/js/app.js',
    'vendor/widget.min.js',
    'vendor/widget.min.js.map',
    'main.bundle.js',
    'index.html',
    'templates/mail.htm',
    'src/App.vue',
    'src/routes/+page.svelte',
    'src/App.jsx',
    'src/components/UploadButton.tsx',
    'pages/index.tsx',
    'src/environments/environment.prod.ts',
    'src/app/upload/upload.component.ts',
    'frontend/src/api.ts',
    'client/src/api.js',
    'build.zip!dist/app.js',
  ],
  repository: [
    'src/api.py',
    'src/api.ts',
    'src/client/submit.ts',
    'server.js',
    'server/jobs.tsx',
    'server/dist/index.js',
    'dist/server/entry.js',
    '.next/server/app/page.js',
    '.output/server/index.mjs',
    '.svelte-kit/output/server/index.js',
    'src/routes/+page.server.ts',
    'src/routes/+server.ts',
    'src/root.server.tsx',
    'pages/api/jobs.ts',
    'app/api/jobs/route.ts',
    'app/jobs/page.tsx',
    'emails/receipt.tsx',
    'src/components/UploadButton.test.tsx',
    'vite.config.ts',
    'next.config.mjs',
    'build/Dockerfile',
    'build/deploy.sh',
    'build/lib/submit.py',
    'dist/package.json',
    'dist/index.d.ts',
    'netlify/functions/job.js',
    'public/index.php',
    '.env',
    '.env.example',
    'docker-compose.yml',
    'docs/callbacks.md',
    'src/callback.ts',
    'src/webhook_handler.py',
    'src/logs/writer.ts',
    'lib/log.rb',
    'src/audit.log.ts',
    'CHANGELOG.txt',
    'README.md',
    'src/http.rs',
    'src/harness.py',
    'Makefile',
    '',
    '.',
    '../x/y.go',
  ],
};

/** Text decides where the path does not: [what, path, text]. */
const byText: Readonly<Record<Exclude<Surface, 'screenshot'>, readonly (readonly [string, string, string])[]>> = {
  'test-tool': [
    [
      'a Postman collection',
      'submit.json',
      '{ "info": { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" } }',
    ],
    ['an Insomnia export', 'public/export.json', '{"_type":"export","__export_format":4,"resources":[]}'],
    ['Insomnia 5', 'submit.yaml', 'type: collection.insomnia.rest/5.0\nname: Submit\n'],
    ['a HAR', 'trace.json', '{"log": {"version": "1.2", "entries": []}}'],
    ['a VCR recording', 'spec/create.yml', '---\nhttp_interactions:\n- request:\n    method: post\n'],
    ['k6', 'load/jobs.js', "import http from 'k6/http';\n"],
    ['k6 over several lines', 'load.js', "import {\n  check,\n} from 'k6';\n"],
    ['k6 in TypeScript', 'jobs.ts', "import { check } from 'k6';\n"],
    ['Playwright', 'e2e/jobs.spec.ts', "import { test } from '@playwright/test';\n"],
    ['Playwright in CommonJS', 'tests/jobs.js', "const { test } = require('@playwright/test');\n"],
    ['Cypress', 'spec/jobs.js', "it('x', () => {\n  cy.request('/jobs');\n});\n"],
    ['Newman', 'run.mjs', "import newman from 'newman';\n"],
    ['Artillery', 'load.yml', "config:\n  target: 'https://submit.atomyx.io'\nscenarios:\n  - flow: []\n"],
    ['OpenAPI', 'openapi.yaml', 'openapi: 3.1.0\npaths: {}\n'],
    ['Swagger', 'api.json', '{\n  "swagger": "2.0",\n  "paths": {}\n}'],
    ['a Pact', 'pacts/a-b.json', '{"interactions": [], "metadata": {"pactSpecification": {"version": "3.0.0"}}}'],
    ['JMeter', 'plan.xml', '<?xml version="1.0"?>\n<jmeterTestPlan version="1.2">'],
    ['Locust', 'load.py', 'import os\nfrom locust import HttpUser\n'],
  ],
  log: [
    ['GitHub Actions', 'job.txt', '2026-03-02T08:14:07.1201234Z ##[group]Run npm ci\n'],
    ['GitLab', 'trace.txt', '\u001b[0Ksection_start:1772439247:prepare\r\u001b[0K'],
    ['Docker', 'abc.json', '{"log":"started\\n","stream":"stdout","time":"2026-03-02T08:14:07Z"}\n'],
    ['journald', 'unit.json', '{"__REALTIME_TIMESTAMP":"1772439247120","MESSAGE":"started"}\n'],
    ['pino', 'worker.jsonl', '{"level":30,"time":1772439247120,"pid":7,"msg":"started"}\n'],
    ['logfmt', 'api.txt', 'time=2026-03-02T08:14:07Z level=info msg="started"\n'],
    ['an access log', 'access', '203.0.113.7 - - [02/Mar/2026:08:14:07 +0000] "GET / HTTP/1.1" 200 5\n'],
    ['syslog', 'messages', 'Mar  2 08:14:07 host worker[7]: started\nMar  2 08:14:08 host worker[7]: done\n'],
    ['times', 'output.txt', lines('2026-03-02 08:14:07,120 started', '2026-03-02 08:14:08,120 done', '  at line 3')],
    ['levels', 'build.out', lines('[INFO] Scanning', '[WARNING] Deprecated', '[INFO] Done')],
    ['curl -v', 'trace.txt', lines('* Connected', '> POST /api/jobs HTTP/2', '> authorization: Bearer x')],
    ['a log on standard input', '<stdin>', '2026-03-02T08:14:07Z started\n'],
    ['CRLF', 'output.txt', '2026-03-02T08:14:07Z started\r\n2026-03-02T08:14:08Z done\r\n'],
  ],
  callback: [
    [
      'OpenAPI with callbacks',
      'openapi.yaml',
      'openapi: 3.0.3\npaths:\n  /jobs:\n    post:\n      callbacks:\n        done: {}\n',
    ],
    ['OpenAPI with webhooks', 'api.json', '{"openapi":"3.1.0","webhooks":{}}'],
    ['AsyncAPI', 'events.yaml', 'asyncapi: 3.0.0\n'],
    [
      'a JSON Schema',
      'schema.json',
      '{"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Submit callback"}',
    ],
    ['a payload', 'data/submit-callback.json', '{"event":"preflight_passed"}'],
    ['messages of Pact', 'pacts/c.json', '{"messages": [], "metadata": {"pactSpecification": {"version": "3.0.0"}}}'],
  ],
  frontend: [
    ['a client component', 'app/button.tsx', "'use client';\nexport const A = 1;\n"],
    ['a client component after comments', 'src/b.js', '/* © */\n// "use server"\n"use strict"; "use client"\n'],
    ['the document', 'src/main.ts', "document.querySelector('#app')!.textContent = 'x';\n"],
    ['storage', 'js/app.js', "localStorage.getItem('x');\n"],
    ['an extension of Chrome', 'extension/background.js', 'chrome.runtime.onMessage.addListener(listen);\n'],
    ['an extension of Firefox', 'addon/options.ts', "browser.storage.local.set({ a: 1 });\n"],
    ['a public variable of Vite', 'src/api.ts', 'export const key = import.meta.env.VITE_SUBMIT_API_KEY;\n'],
    ['React', 'src/index.jsx', "createRoot(document.getElementById('root')).render(<App />);\n"],
    ['state in app/', 'app/jobs/form.tsx', 'const [a, b] = useState<string>();\n'],
    ['an event in app/', 'app/jobs/form.jsx', 'export const F = () => <button onClick={send}>x</button>;\n'],
    ['Angular', 'src/app/jobs.service.ts', "import { HttpClient } from '@angular/common/http';\n"],
    ['minified code', 'assets/a.js', `const a=1;${'function b(c){return c(d,e)};'.repeat(60)}`],
    ['a public environment', '.env.production', '# web\nNEXT_PUBLIC_A=1\nexport NEXT_PUBLIC_B=2\n'],
  ],
  repository: [
    ['a server component', 'app/jobs/page.tsx', 'export default async function Page() { return <p />; }\n'],
    ['a component that reads the environment', 'src/jobs.tsx', 'const key = process.env.ATOMYX_SUBMIT_API_KEY;\n'],
    ['a component of a server', 'src/page.tsx', "import { Hono } from 'hono';\nuseState(1);\n"],
    ['a server action', 'src/form.tsx', "'use server';\nexport async function send() {}\n"],
    [
      'a route with a loader',
      'app/routes/jobs.tsx',
      'export const loader = async () => null;\nconst [a] = useState(1);\n',
    ],
    ['a page with getServerSideProps', 'pages/jobs.tsx', 'export async function getServerSideProps() { return {}; }\n'],
    ['a bundle of a server', 'dist/index.js', 'import{readFile}from"node:fs";'],
    [
      'its source map',
      'dist/index.js.map',
      '{"version":3,"sourcesContent":["import { readFile } from \\"node:fs\\";"]}',
    ],
    ['a command', 'build/cli.js', '#!/usr/bin/env node\nfetch("x");\n'],
    ['a minified lambda', 'lambda.js', `var a=require("fs");${'function b(c){return c(d,e)};'.repeat(60)}`],
    ['jsdom', 'src/render.js', "import { JSDOM } from 'jsdom';\ndocument.querySelector('a');\n"],
    ['an environment', '.env', 'PORT=1\nVITE_A=2\n'],
    ['a table of data', 'data/cities.txt', lines('Antwerp', 'Ghent', 'Bruges')],
    ['a change log', 'HISTORY', lines('2026-03-02', '- Fixed', '', '2026-02-01', '- Added')],
    ['a manual that quotes a log', 'docs/ci.md', '2026-03-02T08:14:07.1201234Z ##[group]Run npm ci\n'],
    ['code with a time in front', 'src/a.py', '2026-03-02T08:14:07Z ##[group]\n'],
    ['a configuration with webhooks', 'webhooks.json', '{"url":"https://shop.example"}'],
    ['a workflow', '.github/workflows/ci.yml', 'on: push\njobs:\n  a:\n    steps: []\n'],
    ['a generator of tests', 'src/template.ts', "const test = `// x\\nimport http from 'k6/http';`;\n"],
    [
      'rules that quote exports',
      'rules/a.yaml',
      'code: |\n  { "info": { "schema": "https://schema.getpostman.com/x" } }\n',
    ],
    ['a settings file', 'appsettings.json', '{"Logging":{"LogLevel":{}},"Submit":{}}'],
  ],
};

describe('what a place is, by its path', () => {
  it.each(Object.entries(byPath).flatMap(([surface, paths]) => paths.map((path) => [path, surface])))(
    '%s: %s',
    (path, surface) => {
      expect(surfaceOf(path)).toBe(surface);
    },
  );

  it('does not depend on how the path is written', () => {
    for (const path of ['./dist/app.js', '../../dist/app.js', '/dist/app.js', 'DIST/App.JS', 'dist\\app.js'])
      expect(surfaceOf(path), path).toBe('frontend');
  });
});

describe('what a place is, by its text', () => {
  const cases = Object.entries(byText).flatMap(([surface, all]) =>
    all.map(([what, path, text]) => ({ what, path, text, surface })),
  );

  it.each(cases)('$what: $surface', ({ path, text, surface }) => {
    expect(surfaceOf(path, text)).toBe(surface);
  });

  it('does not depend on line endings or a byte-order mark', () => {
    for (const { path, text, surface, what } of cases)
      expect(surfaceOf(path, text.replace(/\r?\n/g, '\r\n')), what).toBe(surface);
    expect(surfaceOf('src/b.js', '\uFEFF"use client";')).toBe('frontend');
  });
});

describe('what a user says', () => {
  it('comes before the table', () => {
    const extensions = [
      { glob: 'dist/cli/**', surface: 'repository' },
      { glob: 'dist/**', surface: 'log' },
    ] as const;
    expect(surfaceOf('dist/cli/index.js', '', extensions)).toBe('repository');
    expect(surfaceOf('dist/app.js', '', extensions)).toBe('log');
    expect(surfaceOf('public/app.js', '', extensions)).toBe('frontend');
  });
});

describe('the table of surfaces', () => {
  it('says of each entry what it is about', () => {
    expect(new Set(surfaceTable.map(({ what }) => what)).size).toBe(surfaceTable.length);
  });

  it('has no upper-case glob, which could fit nothing', () => {
    for (const glob of surfaceTable.flatMap(({ globs = [] }) => globs)) expect(glob).toBe(glob.toLowerCase());
  });

  it('answers for every path and text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (path, text) => typeof surfaceOf(path, text) === 'string',
      ),
    );
  });

  it.each([
    ['white space', ' '],
    ['empty lines', '\n'],
    ['braces', '{ '],
    ['comments', '/**/'],
    ['quotes', '"'],
    ['directives', '"a";'],
    ['imports', 'import from '],
    ['properties', '"request": {\n'],
    ['lines that begin like a log', '{"level":1\n'],
    ['asterisks', '* '],
  ])('takes little time for a long text of %s', (_, piece) => {
    const text = piece.repeat(100_000);
    for (const path of ['a.json', 'a.js', 'a.tsx', 'a.txt', 'a.feature', 'a.yaml', '.env']) {
      surfaceOf(path, text);
    }
  });
});
