import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noBrowser } from '../web/installed-browser.ts';
import type { PageScan } from '../web/json-report.ts';
import { scanPage } from '../web/json-report.ts';
import { siteWith } from '../web/site.ts';
import { folderWith, makeKey, submitGuard } from './command-line.ts';

const environment = { ...(process.env['CHROME_PATH'] !== undefined && { CHROME_PATH: process.env['CHROME_PATH'] }) };

const visit = (address: string, ...options: readonly string[]): Promise<PageScan> => scanPage(address, ['--browser', ...options], { environment });

/** A program that makes a key of what a server says, so that no text of the page shows it, and sends it to Submit. */
const reversing = `export const send = async (path, to = 'https://submit.atomyx.io/api/jobs') => {
  const { parts } = await (await fetch(path)).json();
  const key = parts.map((part) => [...part].reverse().join('')).join('');
  return fetch(to, { method: 'POST', headers: { Authorization: 'Bearer ' + key, 'Content-Type': 'application/json' }, body: JSON.stringify({ externalId: '4711' }) });
};`;

const partsOf = (key: string): string => JSON.stringify({ parts: [key.slice(0, 20), key.slice(20)].map((part) => [...part].reverse().join('')) });

describe.skipIf(noBrowser !== undefined)(`submit-guard scan --url --browser${noBrowser === undefined ? '' : ` (skipped: ${noBrowser})`}`, () => {
  it('finds a key that the page sends, where it goes and where it is sent from, and lets it through to nobody', async () => {
    const key = makeKey();
    const { origin, asked } = await siteWith({
      '/': `<!doctype html><script type=module>import { send } from './send.js'; await send('/parts').catch(() => fetch('/failed'));</script>`,
      '/send.js': reversing, '/parts': partsOf(key), '/failed': '',
    });
    const { status, findings, stderr, stdout, unread } = await visit(`${origin}/`);
    expect({ status, unread }).toEqual({ status: 1, unread: [] });
    expect(findings).toMatchObject([{
      ruleId: 'no-key-in-frontend', confidence: 'high', path: `${origin}/!POST https://submit.atomyx.io/api/jobs`, line: 2,
      evidence: expect.arrayContaining([expect.objectContaining({ kind: 'destination', detail: 'submit.atomyx.io' })]) as unknown,
      original: { path: `${origin}/send.js`, line: 4, column: 10 },
    }]);
    expect(stdout).not.toContain(key);
    expect(stderr).toContain('Requests of the page to https://submit.atomyx.io were stopped: one with a key would create a job.');
    expect(asked).toContain('GET /failed');
    // Without a browser, nobody could know.
    expect((await scanPage(`${origin}/`)).findings).toEqual([]);
  });

  it('says nothing of a page that asks its own server, or sends the token of another service', async () => {
    const { origin, asked } = await siteWith({
      '/': `<script type=module>
        await fetch('/api/jobs', { method: 'POST', headers: { Authorization: 'Bearer ${makeKey()}' }, body: JSON.stringify({ externalId: '4711' }) });
        fetch('https://api.shop.example/orders', { headers: { Authorization: 'Bearer ${makeKey()}' } }).catch(() => 0); localStorage.setItem('theme', 'dark');
      </script>`,
      '/api/jobs': '{}',
    });
    const { status, findings, stderr, unread } = await visit(`${origin}/`);
    expect({ status, findings, unread }).toEqual({ status: 0, findings: [], unread: [] });
    expect(asked).toContain('POST /api/jobs');
    expect(stderr).toContain('The browser was kept from https://api.shop.example;');
  });

  it('watches workers, frames, service workers, web sockets and stores, and lets nothing through from there either', async () => {
    const keys = { worker: makeKey(), service: makeKey(), frame: makeKey(), socket: makeKey(), store: makeKey(), cookie: makeKey(), beacon: makeKey(), answer: makeKey() };
    const { origin } = await siteWith({
      '/': `<!doctype html><iframe src=/frame.html></iframe><script type=module>
        new Worker('/worker.js', { type: 'module' }); await navigator.serviceWorker.register('/service.js', { type: 'module' });
        const text = async (path) => (await (await fetch(path)).json()).parts.map((part) => [...part].reverse().join('')).join('');
        new WebSocket('wss://submit.atomyx.io/jobs?token=' + await text('/socket'));
        localStorage.setItem('atomyxApiKey', await text('/store')); document.cookie = 'atomyx_api_key=' + await text('/cookie');
        navigator.sendBeacon('https://submit.atomyx.io/api/jobs', JSON.stringify({ atomyxApiKey: await text('/beacon') }));
        await fetch('/answer', { method: 'POST' });
      </script>`,
      '/frame.html': `<script type=module>import { send } from './send.js'; send('/frame').catch(() => 0);</script>`,
      '/worker.js': `import { send } from './send.js'; send('/worker').catch(() => 0);`, '/service.js': `import { send } from './send.js'; send('/service').catch(() => 0);`, '/send.js': reversing,
      ...Object.fromEntries(Object.entries(keys).map(([name, key]) => [`/${name}`, partsOf(key)])),
      '/answer': (request, response) => void response.end(request.method === 'POST' ? JSON.stringify({ atomyx_api_key: keys.answer }) : '{}'),
    });
    const { findings, stdout, unread } = await visit(`${origin}/`);
    const { fingerprintOf } = await import('@submit-guard/core');
    const found = Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, findings.find(({ secret }) => secret?.fingerprint === fingerprintOf(key))?.path.replaceAll(origin, '')]));
    expect({ found, unread }).toEqual({
      found: {
        worker: '/!POST https://submit.atomyx.io/api/jobs', service: '/!POST https://submit.atomyx.io/api/jobs', frame: '/!POST https://submit.atomyx.io/api/jobs', beacon: '/!POST https://submit.atomyx.io/api/jobs',
        socket: '/!GET wss://submit.atomyx.io/jobs?token=***', store: '/!localStorage', cookie: '/!cookies', answer: '/answer',
      },
      unread: [],
    });
    for (const key of Object.values(keys)) expect(stdout).not.toContain(key);
  });

  it('sends nothing that could create a job where the page itself is served by a gateway', async () => {
    const key = makeKey();
    const { origin, asked } = await siteWith({ '/': `<script type=module>import { send } from './send.js'; send('/parts', '/submit/jobs').catch(() => 0);</script>`, '/send.js': reversing, '/parts': partsOf(key), '/submit/jobs': '{}' });
    const cwd = folderWith({ 'submit-guard.config.json': JSON.stringify({ gateways: ['127.0.0.1'] }) });
    const { findings } = await scanPage(`${origin}/`, ['--browser'], { cwd, environment });
    expect(findings.map(({ path }) => path)).toEqual([`${origin}/!POST ${origin}/submit/jobs`]);
    expect(asked).toContain('GET /parts');
    expect(asked).not.toContain('POST /submit/jobs');
  });

  it('comes to an end with a page that never does, opens dialogs or sends the same for ever', async () => {
    const key = makeKey();
    const { origin } = await siteWith({
      '/': `<script type=module>import { send } from './send.js'; alert(1); confirm(2); window.open('https://example.com/'); setInterval(() => send('/parts').catch(() => 0), 200); onbeforeunload = () => 'stay';</script>`,
      '/send.js': reversing, '/parts': partsOf(key), '/hangs': `<script src=/never.js></script>`, '/never.js': () => undefined,
    });
    const { status, findings, stderr } = await visit(`${origin}/`, '--url-timeout', '8');
    expect({ status, count: findings.length }).toEqual({ status: 1, count: 1 });
    expect(stderr).toContain('The page was still asking for things when the time for the browser was up');
    expect(await visit(`${origin}/hangs`, '--url-timeout', '5')).toMatchObject({ status: 2, unread: expect.arrayContaining([{ path: `${origin}/hangs`, reason: 'it did not finish loading in the browser within 5 seconds' }]) as unknown });
  });

  it('leaves nothing behind', async () => {
    const { origin } = await siteWith({ '/': '<p>' });
    const folder = folderWith();
    await scanPage(origin, ['--browser'], { environment: { ...environment, TMPDIR: folder } });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('submit-guard scan --url --browser without a browser', () => {
  it('says what it wants', async () => {
    const { origin, asked } = await siteWith({ '/': '<p>' });
    const options = ['scan', '--url', origin, '--browser'];
    expect(await submitGuard(options, { cwd: folderWith(), environment: { CHROME_PATH: '/nowhere/chrome' } })).toMatchObject({ status: 2, stdout: '', stderr: 'CHROME_PATH names no program that can be run. Let it name the program of a Chromium, Chrome or Edge.\n' });
    expect(await submitGuard(options, { cwd: folderWith(), environment: { PATH: '/nowhere' } })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--browser drives an installed Chromium, Chrome or Edge') as string });
    expect(await submitGuard(options, { cwd: folderWith(), environment: { CHROME_PATH: '/bin/true' } })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('The browser did not start') as string });
    expect(asked).toEqual([]);
  });
});
