import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a server answers: a body, with the headers that its name asks for, or whatever a function does. */
export type Answer = string | Buffer | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  /** Without a slash at its end. */
  readonly origin: string;
  /** What was asked for, in order: `GET /app.js`. */
  readonly asked: readonly string[];
  /** Headers of the requests, in the same order. */
  readonly headers: readonly IncomingMessage['headers'][];
}

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript', mjs: 'text/javascript', css: 'text/css', json: 'application/json', map: 'application/json', webmanifest: 'application/manifest+json', png: 'image/png',
};

/** Serves files on this machine as long as a test lasts. What is not there is a 404. */
export async function siteWith(files: Readonly<Record<string, Answer>>): Promise<Site> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/\?.*/, '');
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    headers.push(request.headers);
    const answer = Object.hasOwn(files, path) ? files[path] : undefined;
    if (typeof answer === 'function') return answer(request, response);
    const type = answer === undefined ? 'text/plain' : types[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'text/html; charset=utf-8';
    response.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': type }).end(answer ?? 'not here');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, headers };
}
