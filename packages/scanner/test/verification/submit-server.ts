import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as a server got it. */
export interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface SubmitServer {
  /** Base URL of its API. */
  readonly baseUrl: string;
  readonly received: readonly Received[];
}

/** A server on this machine that answers as it is told; lasts as long as a test. */
export async function submitServer(answer: (received: Received, response: ServerResponse) => void): Promise<SubmitServer> {
  const received: Received[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text)).on('end', () => {
      const { method, url, headers } = request;
      const one = { method, url, headers, body };
      received.push(one);
      answer(one, response);
    });
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, received };
}

/** What the Submit API does: only keys that it knows get as far as the validation of the body. */
export function accepting(...keys: readonly string[]): (received: Received, response: ServerResponse) => void {
  return ({ headers }, response) => {
    const isKnown = keys.some((key) => headers.authorization === `Bearer ${key}`);
    response.writeHead(isKnown ? 400 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(isKnown ? { error: 'externalId is required' } : { error: 'unauthorized' }));
  };
}
