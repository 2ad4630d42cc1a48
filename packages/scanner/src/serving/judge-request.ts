import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** What a request asks for. */
export type Resource = 'page' | 'data' | 'events';

/** A request that is not answered: why, in words that say nothing of what there is. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405;
  readonly reason: string;
}

interface Request {
  readonly method?: string | undefined;
  /** As it stands in the request, not decoded and not normalised. */
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const resources: ReadonlyMap<string, Resource> = new Map([['', 'page'], ['data.json', 'data'], ['events', 'events']]);

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/**
 * Judges a request to the server of a report. There are three addresses; every other one, with dots, slashes, percent signs or a query, is
 * none. Nothing of an address is ever taken for the name of a file.
 *
 * @param token - the unguessable part of the addresses.
 * @param port - that the server listens to: a page of another name that leads here (DNS rebinding) has another `Host`.
 */
export function judgeRequest({ method, url = '', headers }: Request, token: string, port: number): Resource | Refusal {
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) return { status: 403, reason: 'This server answers to 127.0.0.1 and localhost only.' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, reason: 'This server can only be read.' };
  const [, given = '', name = ''] = /^\/([\w-]{1,100})\/([\w.]*)$/.exec(url) ?? [];
  const resource = resources.get(name);
  if (!timingSafeEqual(digest(given), digest(token)) || resource === undefined) return { status: 404, reason: 'There is nothing here. Open the address that submit-guard serve printed.' };
  // Browsers say who asks (Fetch Metadata). Another site may lead here by a link, and ask for nothing by itself.
  const site = headers['sec-fetch-site'];
  const isOwn = site === undefined || site === 'none' || site === 'same-origin';
  if (!isOwn && !(resource === 'page' && headers['sec-fetch-mode'] === 'navigate')) return { status: 403, reason: 'Other sites may not read this.' };
  return resource;
}
