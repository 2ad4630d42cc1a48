import { isMedia } from '../media-types.ts';
import type { WebResource } from '../web-resource.ts';
import type { DevtoolsConnection } from './devtools-connection.ts';
import type { HeldAnswer } from './traffic.ts';

/** Takes the bodies of answers from the browser, which keeps them while the page is there. Media are left out. */
export async function readAnswers(connection: DevtoolsConnection, answers: readonly HeldAnswer[]): Promise<readonly WebResource[]> {
  const resources: WebResource[] = [];
  for (const answer of answers) {
    const { method, url, status, headers, type } = answer;
    const bytes = isMedia(type) ? undefined : await bodyOf(connection, answer);
    if (bytes === undefined) continue;
    const sourceMap = headerOf(headers, 'sourcemap') ?? headerOf(headers, 'x-sourcemap');
    // The browser has decoded what is text.
    resources.push({ method, url: new URL(url), status, type, charset: 'utf-8', sourceMap, bytes });
  }
  return resources;
}

/** @returns `undefined` where the browser does not keep it, for example of a redirect. */
async function bodyOf(connection: DevtoolsConnection, { requestId, sessionId }: HeldAnswer): Promise<Buffer | undefined> {
  try {
    const { body, base64Encoded } = (await connection.send('Network.getResponseBody', { requestId }, sessionId)) as { body: string; base64Encoded: boolean };
    return Buffer.from(body, base64Encoded ? 'base64' : 'utf8');
  } catch {
    return undefined;
  }
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
