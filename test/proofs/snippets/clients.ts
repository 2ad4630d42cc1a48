import { createRequire } from 'node:module';
import type { HarRequest } from 'httpsnippet';

// httpsnippet is CommonJS without named exports that Node could see.
const { HTTPSnippet, availableTargets } = createRequire(import.meta.url)('httpsnippet') as typeof import('httpsnippet');

/** A client library for which httpsnippet writes code. */
export interface Client {
  /** For people and statistics: `python/requests`. */
  readonly id: string;
  readonly language: string;
  readonly library: string;
  /** File name extension of the language, with its dot. */
  readonly extension: string;
}

/** All of httpsnippet's clients. */
export const clients: readonly Client[] = availableTargets().flatMap((target) =>
  target.clients.map((client) => ({
    id: `${target.key}/${client.key}`,
    language: target.key,
    library: client.key,
    extension: target.extname ?? '.txt',
  })),
);

/** One request, as far as the proofs vary it. */
export interface ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON body. */
  readonly body?: unknown;
}

/** The code that `client` needs to send `request`. */
export function renderSnippet(client: Client, request: ApiRequest): string {
  const headers = { ...request.headers, ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  const har: HarRequest = {
    method: request.method,
    url: request.url,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    queryString: [],
    headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
    headersSize: -1,
    bodySize: -1,
    // Without a body httpsnippet still reads the type of `postData`.
    postData: request.body === undefined
      ? { mimeType: 'application/octet-stream' }
      : { mimeType: 'application/json', text: JSON.stringify(request.body) },
  };
  // A fresh object each time: some of httpsnippet's clients delete headers from the request that they are given.
  const code = new HTTPSnippet(har).convert(client.language as Parameters<HTTPSnippetConvert>[0], client.library);
  if (typeof code !== 'string') throw new Error(`httpsnippet wrote no code for ${client.id}.`);
  return code;
}

type HTTPSnippetConvert = InstanceType<typeof HTTPSnippet>['convert'];
