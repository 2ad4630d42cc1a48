import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect, createServer as createSocketServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Secret } from '@submit-guard/core';
import type { VerifyOptions } from '../../src/commands/verify.ts';
import { verify } from '../../src/commands/verify.ts';
import { askSubmit } from '../../src/verification/ask-submit.ts';
import { jobsUrlOf } from '../../src/verification/base-url.ts';
import { memoryContext } from '../commands/memory-context.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { accepting, submitServer } from './submit-server.ts';

const makeKey = (): string => randomBytes(20).toString('hex');
const lineWith = (key: string): string => `ATOMYX_SUBMIT_API_KEY = "${key}"\n`;

async function run(cwd: string, options: Partial<VerifyOptions>, paths: readonly string[] = []) {
  const context = memoryContext(cwd);
  const terminal = {
    ...context, version: '0.0.0', environment: {}, stdin: process.stdin, output: { isTerminal: false, columns: undefined }, errors: { isTerminal: false }, write: () => Promise.resolve(), outliveInterrupt: () => undefined, onStop: () => undefined, onExit: () => undefined,
  };
  const status = await verify(paths, { format: 'pretty', ...options }, terminal);
  return { status, ...context.said() };
}

describe('verify', () => {
  it('tells live keys from those that are not, with one request for each key', async () => {
    const [live, dead] = [makeKey(), makeKey()];
    const cwd = temporaryFolder({ 'a.py': lineWith(live), 'b.py': lineWith(dead), 'c.py': lineWith(live) });
    const server = await submitServer(accepting(live));
    const { status, printed } = await run(cwd, { baseUrl: server.baseUrl });
    expect(status).toBe(1);
    expect(printed).toMatch(/LIVE: .*\n {2}a\.py:1\n {2}c\.py:1\n/);
    expect(printed).toMatch(/not accepted \(401\).*\n {2}b\.py:1\n/);
    expect(printed).toContain('Revoke a live key now');
    expect(printed).not.toContain(live);
    // Two keys, and one that nobody has issued.
    expect(server.received).toHaveLength(3);
    for (const { method, url, body, headers } of server.received) {
      expect({ method, url, body, type: headers['content-type'] }).toEqual({ method: 'POST', url: '/api/jobs', body: '{}', type: 'application/json' });
    }
    expect(server.received.map(({ headers }) => headers.authorization).slice(0, 2)).toEqual([`Bearer ${live}`, `Bearer ${dead}`]);
  });

  it('ends with 0 where no key is accepted, and asks nobody where none was found', async () => {
    const server = await submitServer(accepting());
    expect(await run(temporaryFolder({ 'a.py': lineWith(makeKey()) }), { baseUrl: server.baseUrl })).toMatchObject({ status: 0 });
    expect(server.received).toHaveLength(1);
    expect(await run(temporaryFolder({ 'a.py': 'nothing\n' }), { baseUrl: server.baseUrl })).toMatchObject({ status: 0, printed: expect.stringContaining('nobody was asked') as string });
    expect(server.received).toHaveLength(1);
  });

  it('asks about one key where its fingerprint is given, and about few at most', async () => {
    const [one, two] = [makeKey(), makeKey()];
    const cwd = temporaryFolder({ 'a.py': lineWith(one), 'b.py': lineWith(two) });
    const server = await submitServer(accepting(one, two));
    const { printed } = await run(cwd, { baseUrl: server.baseUrl, fingerprint: new Secret(two).fingerprint, format: 'json' });
    expect(JSON.parse(printed)).toMatchObject({ keys: [{ places: [{ path: 'b.py', line: 1 }], answer: { kind: 'accepted' } }] });
    await expect(run(cwd, { baseUrl: server.baseUrl, max: 1 })).rejects.toThrow(/^2 keys were found, and at most 1 are asked about\./);
    expect(server.received.map(({ headers }) => headers.authorization)).not.toContain(`Bearer ${one}`);
  });

  it('believes no server that accepts every key', async () => {
    const server = await submitServer((_, response) => void response.writeHead(400, { 'Content-Type': 'application/json' }).end('{"error":"externalId is required"}'));
    const { status, printed } = await run(temporaryFolder({ 'a.py': lineWith(makeKey()) }), { baseUrl: server.baseUrl });
    expect({ status, live: printed.includes('LIVE') }).toEqual({ status: 2, live: false });
    expect(printed).toContain('a key that nobody has issued');
  });

  it('says that a place could not be read', async () => {
    const server = await submitServer(accepting());
    expect(await run(temporaryFolder(), { baseUrl: server.baseUrl }, ['missing.py'])).toMatchObject({ status: 2, told: expect.stringContaining('missing.py') as string });
  });
});

describe('an answer', () => {
  const ask = async (answer: (response: ServerResponse) => void, key = makeKey(), timeout = 5000) => {
    const server = await submitServer((_, response) => answer(response));
    return { answer: await askSubmit(new Secret(key), { url: jobsUrlOf(server.baseUrl), timeout, version: '0' }), server };
  };
  const json = { 'Content-Type': 'application/json' };

  it.each([
    { said: '401', write: (response: ServerResponse) => void response.writeHead(401).end('no'), answer: { kind: 'refused' } },
    { said: '422 in JSON', write: (response: ServerResponse) => void response.writeHead(422, json).end('[{}]'), answer: { kind: 'accepted' } },
    { said: '400 in HTML', write: (response: ServerResponse) => void response.writeHead(400).end('<html>bad gateway</html>'), answer: { kind: 'other', status: 400 } },
    { said: '400 with a bare word', write: (response: ServerResponse) => void response.writeHead(400).end('"no"'), answer: { kind: 'other', status: 400 } },
    { said: '201', write: (response: ServerResponse) => void response.writeHead(201, json).end('{}'), answer: { kind: 'other', status: 201 } },
    { said: '403', write: (response: ServerResponse) => void response.writeHead(403, json).end('{}'), answer: { kind: 'other', status: 403 } },
    { said: '429', write: (response: ServerResponse) => void response.writeHead(429).end(), answer: { kind: 'other', status: 429 } },
    { said: '503', write: (response: ServerResponse) => void response.writeHead(503).end(), answer: { kind: 'other', status: 503 } },
    { said: 'nothing', write: (response: ServerResponse) => response.destroy(), answer: { kind: 'none' } },
    { said: 'no HTTP', write: (response: ServerResponse) => void response.socket?.end('SSH-2.0-OpenSSH\r\n'), answer: { kind: 'none', reason: expect.stringContaining('no HTTP') as string } },
    { said: 'endless headers', write: (response: ServerResponse) => void response.socket?.end(`HTTP/1.1 400 X\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`), answer: { kind: 'none' } },
  ])('of $said is told as it is', async ({ write, answer }) => {
    expect((await ask(write)).answer).toMatchObject(answer);
  });

  it('that redirects is not followed', async () => {
    const elsewhere = await submitServer(accepting());
    const { answer } = await ask((response) => void response.writeHead(307, { Location: `${elsewhere.baseUrl}/jobs` }).end());
    expect(answer).toEqual({ kind: 'other', status: 307, detail: 'a redirect, which was not followed' });
    expect(elsewhere.received).toEqual([]);
  });

  it('that never ends is given up after its first bytes', async () => {
    let sent = 0;
    const { answer } = await ask((response) => {
      response.writeHead(400, json);
      const more = (): void => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += 1000;
          if (!response.write(' '.repeat(1000))) return void response.once('drain', more);
        }
      };
      more();
    });
    expect(answer).toMatchObject({ kind: 'other', status: 400, detail: expect.stringContaining('more than 65536 bytes') as string });
    expect(sent).toBeLessThan(50_000_000);
  });

  it.each([
    { what: 'headers', start: (): undefined => undefined },
    { what: 'a body', start: (response: ServerResponse) => void response.writeHead(400, json).write('{') },
  ])('whose server keeps $what back is not waited for', async ({ start }) => {
    const { answer } = await ask((response) => start(response), makeKey(), 300);
    expect(answer).toEqual({ kind: 'none', reason: 'no answer came in time' });
  });

  it('is not asked for with a value that no header can carry', async () => {
    const { answer, server } = await ask((response) => void response.end(), `${makeKey()}\r\nX-Other: 1`);
    expect(answer).toMatchObject({ kind: 'none', reason: expect.stringContaining('not sent') as string });
    expect(server.received).toEqual([]);
  });
});

describe('a key', () => {
  it.each(['http://submit.atomyx.io/api', 'http://127.0.0.1.example.com/api', 'ftp://127.0.0.1/api', 'https://user:word@submit.atomyx.io/api', 'https://submit.atomyx.io/api?x=1', 'submit'])('is not sent to %s', (url) => {
    expect(() => jobsUrlOf(url)).toThrow(expect.objectContaining({ name: 'VerificationError' }));
  });

  it('is sent below the base URL', () => {
    expect(['https://submit.atomyx.io/api/', 'https://gateway.example.com', 'http://[::1]:8080/x'].map((url) => jobsUrlOf(url).href))
      .toEqual(['https://submit.atomyx.io/api/jobs', 'https://gateway.example.com/jobs', 'http://[::1]:8080/x/jobs']);
  });

  it.skipIf(spawnSync('openssl', ['version']).status !== 0)('is not sent to a server that nobody vouches for, also where the environment says not to care', async () => {
    const folder = temporaryFolder();
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-keyout', join(folder, 'server.pem'), '-out', join(folder, 'cert.pem')], { stdio: 'ignore' });
    let requests = 0;
    const server = createServer({ key: readFileSync(join(folder, 'server.pem')), cert: readFileSync(join(folder, 'cert.pem')) }, (_, response) => {
      requests++;
      response.writeHead(401).end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    const answer = await askSubmit(new Secret(makeKey()), { url: jobsUrlOf(`https://127.0.0.1:${(server.address() as AddressInfo).port}/api`), timeout: 5000, version: '0' });
    expect(answer).toMatchObject({ kind: 'none', reason: expect.stringContaining('not secure') as string });
    expect(requests).toBe(0);
  });

  it('goes through no proxy that the environment names, and through one that was asked for', async () => {
    const seen: string[] = [];
    const proxy = createPlainServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(502).end();
    });
    proxy.on('connect', (request, socket) => {
      seen.push(`CONNECT ${request.url}`);
      const [host = '', port = ''] = (request.url ?? '').split(':');
      const target = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      for (const end of [target, socket]) end.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => void proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      proxy.closeAllConnections();
      proxy.close();
    });
    const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, address);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    const server = await submitServer(accepting());
    expect(await askSubmit(new Secret(makeKey()), { url: jobsUrlOf(server.baseUrl), timeout: 5000, version: '0' })).toEqual({ kind: 'refused' });
    expect(seen).toEqual([]);

    // What comes out of the tunnel is the beginning of a TLS connection, and no key.
    let bytes = Buffer.alloc(0);
    const listener = createSocketServer((socket) => socket.on('error', () => undefined).on('data', (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      socket.destroy();
    }));
    await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void listener.close());
    const { port } = listener.address() as AddressInfo;
    const key = makeKey();
    const answer = await askSubmit(new Secret(key), { url: jobsUrlOf(`https://127.0.0.1:${port}/api`), proxy: new URL(address), timeout: 5000, version: '0' });
    expect(answer.kind).toBe('none');
    expect(seen).toEqual([`CONNECT 127.0.0.1:${port}`]);
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0x16, 0x03]));
    expect(bytes.includes(key)).toBe(false);
  });
});
