import type { IncomingMessage } from 'node:http';
import { Agent as PlainAgent, request as requestPlainly } from 'node:http';
import { Agent as SecureAgent, request as requestSecurely } from 'node:https';
import { codeOf } from '../failure-reason.ts';
import { contentCodings } from './unpacked-body.ts';

/** Agents of our own ask no proxy, whatever the environment says. */
const plainAgent = new PlainAgent({ keepAlive: true });
const secureAgent = new SecureAgent({ keepAlive: true });

/** As a page asks for what it loads; the name says who asks. */
const headers = { Accept: '*/*', 'Accept-Encoding': contentCodings, 'Accept-Language': '*', 'User-Agent': 'Mozilla/5.0 (compatible; submit-guard)' };

/**
 * Asks for an address, with a method of GET. Follows no redirect.
 *
 * @returns the answer as it comes, also where the server has compressed it: `fetch` would unpack it and say nothing of what is missing.
 */
export async function sendRequest(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  for (;;) {
    const { answer, isReused } = sendOnce(url, signal);
    try {
      return await answer;
    } catch (error) {
      // The server had ended the connection when it was used once more.
      if (!isReused() || codeOf(error) !== 'ECONNRESET' || signal.aborted) throw error;
    }
  }
}

function sendOnce(url: URL, signal: AbortSignal): { readonly answer: Promise<IncomingMessage>; readonly isReused: () => boolean } {
  const request = url.protocol === 'https:' ? requestSecurely(url, { agent: secureAgent, headers, signal }) : requestPlainly(url, { agent: plainAgent, headers, signal });
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    request.on('response', resolve).on('error', reject);
  });
  request.end();
  return { answer, isReused: () => request.reusedSocket };
}
