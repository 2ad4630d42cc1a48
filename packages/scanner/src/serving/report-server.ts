import { randomBytes } from 'node:crypto';
import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { judgeRequest } from './judge-request.ts';

/** What is served, as it is now. */
export interface ServedReport {
  readonly page: string;
  readonly data: string;
}

export interface ReportServer {
  /** Address of the page, with its token. */
  readonly address: string;
  /** Tells every open page that there are newer results. */
  announce(): void;
  close(): Promise<void>;
}

/** Sent with everything: nothing is kept, framed, guessed, or read by another origin. There is no CORS. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': `frame-ancestors 'none'`,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Pages that may be open at the same time. */
const mostPages = 32;

/** Milliseconds after which an open page is written to, so that a page that is gone is noticed. */
const pulse = 20_000;

/** Pages that wait for news (server-sent events, HTML Standard 9.2). */
class Listeners {
  readonly #open = new Set<ServerResponse>();
  readonly #pulse = setInterval(() => this.#write(':\n\n'), pulse).unref();

  add(response: ServerResponse): void {
    if (this.#open.size >= mostPages) this.#open.values().next().value?.end();
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
  }

  announce(): void {
    this.#write('event: results\ndata:\n\n');
  }

  close(): void {
    clearInterval(this.#pulse);
    for (const response of this.#open) response.end();
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}

/** Listens on the loopback device only. Rejects with the system's error where the port cannot be had. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Serves a report to browsers of this machine, at an address that nobody can guess.
 *
 * @param current - asked for at every request; holds no key.
 * @param port - 0 for any that is free.
 */
export async function startReportServer(current: () => ServedReport, port: number): Promise<ReportServer> {
  const token = randomBytes(24).toString('base64url');
  const listeners = new Listeners();
  let taken = port;
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) => {
    const answer = judgeRequest(request, token, taken);
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { ...headers, 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': Buffer.byteLength(body) });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (typeof answer !== 'string') return send(answer.status, 'text/plain', `${answer.reason}\n`);
    if (answer === 'events' && request.method === 'GET') return listeners.add(response);
    if (answer === 'data') return send(200, 'application/json', current().data);
    return send(200, 'text/html', current().page);
  });
  taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${taken}/${token}/`,
    announce: () => listeners.announce(),
    close() {
      listeners.close();
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
