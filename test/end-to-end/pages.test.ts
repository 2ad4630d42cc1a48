import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { zstandardOf } from '../../packages/scanner/test/containers/make-archives.ts';
import { placesOf, scanPage } from '../web/json-report.ts';
import type { Answer } from '../web/site.ts';
import { siteWith } from '../web/site.ts';
import { folderWith, makeKey, submitGuard } from './command-line.ts';

/** A program that sends a key to Submit. */
const sending = (key: string): string => `fetch("https://submit.atomyx.io/api/jobs",{headers:{Authorization:"Bearer ${key}"}})`;

const script = (path: string): string => `<!doctype html><script src="${path}"></script>`;

/** An answer with a content coding. */
const packed = (coding: string, bytes: Buffer, type = 'text/javascript') => (_: unknown, response: ServerResponse): void => void response.writeHead(200, { 'Content-Type': type, ...(coding !== '' && { 'Content-Encoding': coding }) }).end(bytes);

describe('submit-guard scan --url', () => {
  it('finds keys in a page and in whatever it loads', async () => {
    const places = ['/', '/a.js', '/b.css', '/lazy-1.js', '/app.webmanifest', '/config.json', '/sw.js', '/a.js.map', '/frame.html', '/hidden.css.map'];
    const keys = places.map(() => makeKey());
    const keyOf = (path: string): string => keys[places.indexOf(path)] ?? '';
    const { origin, headers } = await siteWith({
      '/': `<!doctype html><script src=a.js></script><link rel=stylesheet href=b.css><link rel=stylesheet href=hidden.css><link rel=manifest href=app.webmanifest><iframe src=frame.html></iframe><p data-atomyx-api-key="${keyOf('/')}">`,
      '/a.js': `import("./lazy-1.js");fetch("/config.json");navigator.serviceWorker.register("sw.js");${sending(keyOf('/a.js'))}\n//# sourceMappingURL=a.js.map`,
      '/b.css': `a::after { content: "atomyx_api_key: ${keyOf('/b.css')}" }`,
      '/lazy-1.js': sending(keyOf('/lazy-1.js')),
      '/app.webmanifest': JSON.stringify({ atomyx: { submit: { apiKey: keyOf('/app.webmanifest') } } }),
      '/config.json': JSON.stringify({ atomyxApiKey: keyOf('/config.json') }),
      '/sw.js': sending(keyOf('/sw.js')),
      '/a.js.map': JSON.stringify({ version: 3, sources: ['a.ts'], mappings: '', sourcesContent: [sending(keyOf('/a.js.map'))] }),
      '/frame.html': `<script>${sending(keyOf('/frame.html'))}</script>`,
      '/hidden.css': 'a{}',
      '/hidden.css.map': JSON.stringify({ version: 3, sources: ['a.scss'], mappings: '', sourcesContent: [`/* ATOMYX_API_KEY=${keyOf('/hidden.css.map')} */`] }),
    });
    const { status, stderr, findings, stdout } = await scanPage(`${origin}/`);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(places.map((path) => origin + path)));
    expect(new Set(findings.map(({ ruleId }) => ruleId))).toEqual(new Set(['no-key-in-frontend']));
    expect(findings.length).toBe(places.length);
    for (const key of keys) expect(stdout).not.toContain(key);
    for (const sent of headers) expect(sent).not.toMatchObject({ cookie: expect.anything() as unknown });
  });

  it('says nothing of a page that is clean', async () => {
    const { origin } = await siteWith({ '/': script('/a.js'), '/a.js': 'fetch("/api/orders", { headers: { Authorization: `Bearer ${session.token}` } }); // see https://submit.atomyx.io' });
    expect(await scanPage(origin)).toMatchObject({ status: 0, stderr: '', findings: [], skipped: [], unread: [] });
  });

  it('knows your own keys', async () => {
    const key = makeKey();
    const { origin } = await siteWith({ '/': script('/a.js'), '/a.js': `const a="${key.slice(0, 20)}";const z=[1,"${Buffer.from(key).toString('base64')}"]` });
    const cwd = folderWith({ '.env.local': `ATOMYX_SUBMIT_API_KEY=${key}\n` });
    const { status, findings } = await scanPage(origin, [], { cwd });
    expect({ status, places: placesOf(findings), confidence: findings[0]?.confidence }).toEqual({ status: 1, places: [`${origin}/a.js:1:44`], confidence: 'certain' });
  });

  it('reads paths as well', async () => {
    const { origin } = await siteWith({ '/': script('/a.js'), '/a.js': sending(makeKey()) });
    const { findings } = await scanPage(origin, ['src'], { cwd: folderWith({ 'src/a.py': `ATOMYX_API_KEY = "${makeKey()}"\n`, 'b.py': `ATOMYX_API_KEY = "${makeKey()}"\n` }) });
    expect(findings.map(({ path }) => path)).toEqual([`${origin}/a.js`, 'src/a.py']);
  });

  it('reads what is compressed, and what is in another encoding', async () => {
    const code = sending(makeKey());
    const scripts: Readonly<Record<string, Answer>> = {
      'gzip.js': packed('gzip', gzipSync(code)), 'br.js': packed('br', brotliCompressSync(code)), 'deflate.js': packed('deflate', deflateSync(code)), 'raw.js': packed('Deflate', deflateRawSync(code)),
      'zstd.js': packed('zstd', zstandardOf(code)), 'twice.js': packed('gzip, br', brotliCompressSync(gzipSync(code))), 'none.js': packed('utf-8', Buffer.from(code)),
      'wide.js': packed('', Buffer.from(code, 'utf16le'), 'text/javascript; charset=utf-16le'), 'code.php': packed('', Buffer.from(code), 'application/x-javascript; charset=windows-1252'),
    };
    const names = [...Object.keys(scripts), 'empty.js'];
    const { origin } = await siteWith({ '/': names.map((name) => script(name)).join(''), '/empty.js': packed('gzip', Buffer.alloc(0)), ...Object.fromEntries(Object.entries(scripts).map(([name, answer]) => [`/${name}`, answer])) });
    const { findings, unread } = await scanPage(origin);
    const column = code.indexOf('Bearer ') + 8;
    expect(placesOf(findings)).toEqual(Object.keys(scripts).sort().map((name) => `${origin}/${name}:1:${column}`));
    expect(unread).toEqual([]);
  });

  it('reads other origins when they are named', async () => {
    const cdn = await siteWith({ '/app.js': sending(makeKey()) });
    const { origin } = await siteWith({ '/': script(`${cdn.origin}/app.js`) });
    expect(await scanPage(origin)).toMatchObject({ status: 0, findings: [], skipped: [{ path: cdn.origin, reason: `a resource of another origin; --url-origin ${cdn.origin} lets it be read` }] });
    expect(cdn.asked).toEqual([]);
    expect(placesOf((await scanPage(origin, ['--url-origin', cdn.origin])).findings)).toHaveLength(1);
  });

  it('follows redirects within an origin, and says where others lead', async () => {
    const other = await siteWith({ '/': script('/a.js'), '/a.js': sending(makeKey()) });
    const to = (target: string) => (_: unknown, response: import('node:http').ServerResponse): void => void response.writeHead(302, { Location: target }).end();
    const { origin } = await siteWith({ '/': to('/app/'), '/app/': script('a.js'), '/app/a.js': sending(makeKey()), '/away': to(`${other.origin}/`), '/round': to('/round'), '/broken': to('http://') });
    expect((await scanPage(origin)).findings.map(({ path }) => path)).toEqual([`${origin}/app/a.js`]);
    expect(await scanPage(`${origin}/away`)).toMatchObject({ status: 2, findings: [], unread: [{ path: `${origin}/away`, reason: expect.stringContaining(`the server redirects to ${other.origin}/, which is of another origin`) as string }] });
    expect(other.asked).toEqual([]);
    expect((await scanPage(`${origin}/away`, ['--url-origin', other.origin])).findings).toHaveLength(1);
    expect((await scanPage(`${origin}/round`)).unread).toEqual([{ path: `${origin}/round`, reason: 'the server redirects more than 10 times' }]);
    expect(await scanPage(`${origin}/broken`)).toMatchObject({ status: 2, unread: [{ reason: 'the server redirects to something that is no address' }] });
  });

  it('tells what is not there', async () => {
    const { origin } = await siteWith({ '/': '<script src=gone.js></script><script>import("./perhaps.js")</script><script src=broken.js></script>', '/broken.js': (_, response) => void response.writeHead(503).end() });
    expect(await scanPage(origin)).toMatchObject({
      status: 2, skipped: [{ path: `${origin}/gone.js`, reason: 'the server answers 404 Not Found' }], unread: [{ path: `${origin}/broken.js`, reason: 'the server answers 503 Service Unavailable' }],
    });
    expect(await scanPage(`${origin}/nowhere`)).toMatchObject({ status: 2, unread: [{ path: `${origin}/nowhere`, reason: 'the server answers 404 Not Found' }] });
  });

  it('takes no answer for a file of code where the server answers with a page', async () => {
    const page = `<script>import("./chunk.js")</script><p data-atomyx-api-key="${makeKey()}">`;
    const { origin } = await siteWith({ '/': page, '/chunk.js': (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end(page) });
    expect((await scanPage(origin)).findings).toHaveLength(1);
  });

  it('shows no credentials of addresses', async () => {
    const key = makeKey();
    const { origin } = await siteWith({ '/': '<script src="a.js?v=12&amp;access_token=letmein77"></script>', '/a.js': sending(makeKey()) });
    const { findings, stdout } = await scanPage(`${origin}/?session=${key}&page=2`);
    expect(findings[0]?.path).toBe(`${origin}/a.js?v=12&access_token=***`);
    expect(stdout).not.toContain(key);
    expect(await submitGuard(['scan', '--url', `http://user:${key}@127.0.0.1/`])).toEqual({ status: 2, signal: null, stdout: '', stderr: '--url takes no user and no password: pages are asked for as a stranger would.\n' });
  });

  it.each([
    [['--url', 'shop.example.com'], '--url takes the address of a page'],
    [['--url', 'file:///etc/passwd'], '--url takes the address of a page'],
    [['--url', 'http://127.0.0.1/', '--url-origin', 'cdn.example.com'], '--url-origin takes an origin'],
    [['--url', 'http://127.0.0.1/', '--url-origin', 'https://cdn.example.com/path'], '--url-origin takes an origin'],
    [['--browser'], '--browser goes with --url'],
    [['--url-timeout', '3'], '--url-timeout goes with --url'],
    [['--url', 'http://127.0.0.1/', '--url-resources', '0'], 'whole number'],
  ])('says what is wrong with %j', async (options, words) => {
    const { status, stdout, stderr } = await submitGuard(['scan', ...options], { cwd: folderWith() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

describe('a server that does not answer well', () => {
  it('is named, with what went wrong', async () => {
    const closed = await siteWith({});
    const raw = createSocketServer((socket) => socket.on('error', () => undefined).end('no HTTP at all\r\n\r\n'));
    await new Promise<void>((resolve) => void raw.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void raw.close());
    const { port } = raw.address() as AddressInfo;
    expect((await scanPage(`http://127.0.0.1:${port}/`)).unread).toEqual([{ path: `http://127.0.0.1:${port}/`, reason: expect.stringContaining('no HTTP') as string }]);
    expect(await scanPage(closed.origin.replace('http:', 'https:'))).toMatchObject({ status: 2, unread: [{ reason: expect.stringContaining('the connection is not secure') as string }] });
    expect(await scanPage('http://127.0.0.1:9/')).toMatchObject({ status: 2, unread: [{ path: 'http://127.0.0.1:9/' }] });
    expect(await scanPage('http://nowhere.invalid/')).toMatchObject({ status: 2, unread: [{ path: 'http://nowhere.invalid/', reason: expect.stringMatching(/no such host|looked up/) as string }] });
  });

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)('is not trusted without a certificate', async () => {
    const folder = folderWith();
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(folder, 'key'), '-out', join(folder, 'cert')], { stdio: 'ignore' });
    const server = createServer({ key: readFileSync(join(folder, 'key')), cert: readFileSync(join(folder, 'cert')) }, (_, response) => void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>'));
    await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
    onTestFinished(() => void server.close());
    const address = `https://localhost:${(server.address() as AddressInfo).port}/`;
    expect(await scanPage(address)).toMatchObject({ status: 2, unread: [{ path: address, reason: expect.stringContaining('the connection is not secure') as string }] });
    expect(await scanPage(address, [], { environment: { NODE_EXTRA_CA_CERTS: join(folder, 'cert') } })).toMatchObject({ status: 0, unread: [] });
  });

  it('has not been read where something compressed is cut short or damaged, in spite of what there is of it', async () => {
    const code = `${sending(makeKey())};${Array.from({ length: 4000 }, (_, number) => `a(${number * 7919 % 4001})`).join(';')}`;
    const cut = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.length - 20);
    const damaged = gzipSync(code);
    damaged.writeUInt32LE(0, damaged.length - 8);
    const { origin } = await siteWith({
      '/': ['br', 'damaged', 'gzip', 'zstd'].map((name) => script(`${name}.js`)).join(''),
      '/gzip.js': packed('gzip', cut(gzipSync(code))), '/br.js': packed('br', cut(brotliCompressSync(code))), '/zstd.js': packed('zstd', cut(zstandardOf(code))), '/damaged.js': packed('gzip', damaged),
    });
    const { status, unread, findings } = await scanPage(origin);
    const reason = (what: string): string => `it was read in part: its compressed form is ${what}`;
    expect({ status, unread }).toEqual({ status: 2, unread: [
      { path: `${origin}/br.js`, reason: reason('cut short') }, { path: `${origin}/damaged.js`, reason: reason('damaged') },
      { path: `${origin}/gzip.js`, reason: reason('cut short') }, { path: `${origin}/zstd.js`, reason: reason('cut short') },
    ] });
    expect(findings.map(({ path }) => path)).toEqual(['br', 'damaged', 'gzip', 'zstd'].map((name) => `${origin}/${name}.js`));
  });

  it('is not read without an end', async () => {
    const key = makeKey();
    const { origin } = await siteWith({
      '/': `${script('/endless.js')}${script('/bomb.js')}${script('/short.js')}${script('/events.js')}`,
      '/endless.js': (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).write(`${sending(key)};\n`);
        const more = (): void => {
          while (response.write(Buffer.alloc(65_536, ' ')));
        };
        response.on('drain', more).on('close', () => response.removeAllListeners('drain'));
        more();
      },
      '/bomb.js': (_, response) => void response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(200 * 1024 * 1024))),
      '/short.js': (_, response) => void response.writeHead(200, { 'Content-Type': 'text/javascript', 'Content-Length': '1000' }).end('a()', () => response.destroy()),
      '/events.js': (_, response) => void response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: a\n\n'),
    });
    const { status, findings, unread, skipped } = await scanPage(origin);
    expect({ status, found: findings.map(({ path }) => path) }).toEqual({ status: 2, found: [`${origin}/endless.js`] });
    expect(unread).toEqual([
      { path: `${origin}/bomb.js`, reason: 'only its first 64 MiB were read' }, { path: `${origin}/endless.js`, reason: 'only its first 64 MiB were read' },
      { path: `${origin}/short.js`, reason: 'it was read in part: the connection broke off' },
    ]);
    expect(skipped).toEqual([{ path: `${origin}/`, reason: 'one of its resources holds no text' }, { path: `${origin}/bomb.js`, reason: 'binary' }]);
  });

  it('is not waited for longer than the time allows', async () => {
    const { origin } = await siteWith({ '/': script('/slow.js'), '/slow.js': (_, response) => void response.writeHead(200, { 'Content-Type': 'text/javascript' }).write('a()') });
    expect(await scanPage(origin, ['--url-timeout', '2'])).toMatchObject({ status: 2, unread: [
      { path: `${origin}/`, reason: 'not all of it could be read within 2 seconds; --url-timeout allows more' }, { path: `${origin}/slow.js`, reason: 'it had not come when the time for the page was up' },
    ] });
  });

  it('may name very much, also in strange words', async () => {
    const { origin, asked } = await siteWith({ '/': `${Array.from({ length: 100_000 }, (_, number) => `<script src="/n${number}.js"></script>`).join('')}<script src="/\u0007\u001b[31m\u202e.js">` });
    const { status, unread, stdout } = await scanPage(origin, ['--url-resources', '50']);
    expect({ status, unread }).toEqual({ status: 2, unread: [{ path: `${origin}/`, reason: 'it names more than 50 resources, of which 99952 were not read; --url-resources allows more' }] });
    expect(asked).toHaveLength(50);
    // eslint-disable-next-line no-control-regex -- these are the characters it is about
    expect(stdout).not.toMatch(/[\u0007\u001b\u202e]/);
  });
});
