import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportServer } from '../../src/serving/report-server.ts';
import { startReportServer } from '../../src/serving/report-server.ts';

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: ReportServer;
let port: number;
let token: string;

beforeAll(async () => {
  server = await startReportServer(() => ({ page: '<p>page</p>', data: '{"data":1}' }), 0);
  const address = new URL(server.address);
  port = Number(address.port);
  token = address.pathname.slice(1, -1);
});
afterAll(() => server.close());

/** Asks for a path exactly as it is written. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (response: IncomingMessage) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

const statusOf = async (...question: Parameters<typeof ask>): Promise<number | undefined> => (await ask(...question)).status;

describe('the server of a report', () => {
  it('gives the page and its data to whoever has the token, and lets nobody keep, frame or share them', async () => {
    const page = await ask(`/${token}/`);
    expect(page).toMatchObject({ status: 200, body: '<p>page</p>', headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-frame-options': 'DENY', 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer' } });
    expect(await ask(`/${token}/data.json`, { Origin: 'https://evil.example' })).toMatchObject({ status: 200, body: '{"data":1}' });
    for (const answer of [page, await ask(`/${token}/data.json`, { Origin: 'https://evil.example' }), await ask(`/${token}/`, {}, 'OPTIONS'), await ask('/')]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
    }
    expect((await ask(`/${token}/`, {}, 'HEAD')).body).toBe('');
  });

  it('has a token that cannot be guessed, another one each time', async () => {
    expect(token).toMatch(/^[\w-]{32}$/);
    const other = await startReportServer(() => ({ page: '', data: '' }), 0);
    expect(other.address).not.toContain(token);
    await other.close();
    for (const path of ['/', '/data.json', '/events', `/${token.slice(0, -1)}/`, `/${token}x/`, `/${token.toUpperCase()}/`, `/${'a'.repeat(32)}/`]) expect(await statusOf(path), path).toBe(404);
  });

  it.each(['../page', '..%2fdata.json', '%2e%2e/', '..\\', './data.json', '/data.json', 'data.json/', 'data.json?x', 'data.json%00', 'DATA.JSON', '....', '../../../../etc/passwd', 'constructor', '__proto__'])('knows no other address: %s', async (rest) => {
    expect(await statusOf(`/${token}/${rest}`)).toBe(404);
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost', '127.0.0.1.evil.example', '[::1]', '0.0.0.0'])('answers to no other name: %j', async (name) => {
    expect(await statusOf(`/${token}/`, { Host: name })).toBe(403);
    expect(await statusOf(`/${token}/`, { Host: `${name}:${port + 1}` })).toBe(403);
  });

  it('answers to localhost', async () => {
    expect(await statusOf(`/${token}/`, { Host: `localhost:${port}` })).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('can only be read: %s', async (method) => {
    expect(await statusOf(`/${token}/data.json`, {}, method)).toBe(405);
  });

  it('lets another site lead to the page, and read nothing', async () => {
    const from = (site: string, mode: string): Record<string, string> => ({ 'Sec-Fetch-Site': site, 'Sec-Fetch-Mode': mode });
    expect(await statusOf(`/${token}/`, from('cross-site', 'navigate'))).toBe(200);
    expect(await statusOf(`/${token}/`, from('cross-site', 'no-cors'))).toBe(403);
    expect(await statusOf(`/${token}/data.json`, from('same-site', 'cors'))).toBe(403);
    expect(await statusOf(`/${token}/events`, from('cross-site', 'cors'))).toBe(403);
    expect(await statusOf(`/${token}/data.json`, from('same-origin', 'cors'))).toBe(200);
  });

  it('refuses an address that is no path, and what is no HTTP', async () => {
    const raw = (text: string): Promise<string> => new Promise((resolve) => {
      let said = '';
      connect(port, '127.0.0.1').on('data', (chunk) => (said += chunk.toString())).on('close', () => resolve(said)).end(text);
    });
    expect(await raw(`GET http://evil.example/${token}/ HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 404 /);
    expect(await raw(`GET /${token}/ HTTP/1.1\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(await raw('nonsense\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('tells open pages when there are newer results', async () => {
    const told = await new Promise<string>((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: `/${token}/events` }, (response) => {
        let said = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          said += chunk;
          if (said === 'retry: 1000\n\n') server.announce();
          if (said.includes('event:')) {
            response.destroy();
            resolve(said);
          }
        });
      }).on('error', reject).end();
    });
    expect(told).toBe('retry: 1000\n\nevent: results\ndata:\n\n');
  });
});
