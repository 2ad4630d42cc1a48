import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer as createProxy } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderWith, lineWith, makeKey, submitGuard } from './command-line.ts';

interface Listening {
  listen(port: number, host: string, done: () => void): unknown;
  address(): unknown;
  closeAllConnections(): void;
  close(): unknown;
}

async function portOf(server: Listening): Promise<number> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A server with TLS for `localhost`, which accepts one key. */
async function secureServer(key: string): Promise<{ readonly baseUrl: string; readonly certificate: string; readonly authorizations: readonly (string | undefined)[] }> {
  const folder = folderWith();
  const [secret, certificate] = [join(folder, 'server.pem'), join(folder, 'certificate.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', secret, '-out', certificate], { stdio: 'ignore' });
  const authorizations: (string | undefined)[] = [];
  const server = createServer({ key: readFileSync(secret), cert: readFileSync(certificate) }, (request, response) => {
    authorizations.push(request.headers.authorization);
    const status = request.headers.authorization === `Bearer ${key}` ? 422 : 401;
    response.writeHead(status, { 'Content-Type': 'application/json' }).end('{"error":"externalId"}');
  });
  return { baseUrl: `https://localhost:${await portOf(server)}/api`, certificate, authorizations };
}

/** Certificates are made by OpenSSL, where there is one. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

describe('submit-guard verify', () => {
  it.skipIf(!hasOpenssl)('asks over TLS, directly and through a proxy', async () => {
    const key = makeKey();
    const { baseUrl, certificate, authorizations } = await secureServer(key);
    const tunnels: (string | undefined)[] = [];
    const proxy = createProxy().on('connect', (request, socket) => {
      tunnels.push(request.headers['proxy-authorization']);
      const target = connect(Number(/:(\d+)$/.exec(request.url ?? '')?.[1]), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      for (const end of [target, socket]) end.on('error', () => undefined);
    });
    const address = `http://user:word@127.0.0.1:${await portOf(proxy)}`;
    const cwd = folderWith({ 'a.py': lineWith(key) });
    for (const options of [[], ['--proxy', address]]) {
      const run = await submitGuard(['verify', '--base-url', baseUrl, ...options], { cwd, environment: { NODE_EXTRA_CA_CERTS: certificate } });
      expect(run).toMatchObject({ status: 1, stderr: '', stdout: expect.stringContaining('LIVE') as string });
      expect(run.stdout).not.toContain(key);
    }
    expect(authorizations.filter((value) => value === `Bearer ${key}`)).toHaveLength(2);
    // One tunnel for the key and one for the value that nobody has issued.
    expect(tunnels).toEqual(Array(2).fill(`Basic ${Buffer.from('user:word').toString('base64')}`));
  });

  it.skipIf(!hasOpenssl)('sends nothing without trust, and says why', async () => {
    const { baseUrl, authorizations } = await secureServer(makeKey());
    const cwd = folderWith({ 'a.py': lineWith(makeKey()) });
    expect(await submitGuard(['verify', '--base-url', baseUrl], { cwd })).toMatchObject({ status: 2, stdout: expect.stringContaining('the connection is not secure') as string });
    expect(await submitGuard(['verify', '--base-url', baseUrl.replace('https:', 'http:')], { cwd })).toMatchObject({ status: 2, stdout: expect.stringContaining('not known') as string });
    expect(await submitGuard(['verify', '--base-url', 'http://example.com/api'], { cwd })).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('only sent over https') as string });
    expect(authorizations).toEqual([]);
  });

  it('says which proxy refused', async () => {
    const proxy = createProxy().on('connect', (_, socket) => void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    const cwd = folderWith({ 'a.py': lineWith(makeKey()) });
    expect(await submitGuard(['verify', '--proxy', `http://127.0.0.1:${await portOf(proxy)}`], { cwd })).toMatchObject({ status: 2, stdout: expect.stringContaining('PROXY_407') as string });
    expect(await submitGuard(['verify', '--proxy', 'socks5://127.0.0.1:1'], { cwd })).toMatchObject({ status: 2, stderr: expect.stringContaining('--proxy takes the http:// address') as string });
  });
});
