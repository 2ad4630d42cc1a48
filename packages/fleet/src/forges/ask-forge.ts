import { setTimeout as wait } from 'node:timers/promises';
import { codeOf } from 'submit-guard/fleet';
import { FleetError } from '../errors/fleet-error.ts';

/** Milliseconds to wait for an answer. */
const patience = 30_000;

/** Attempts where the service is busy, and the longest pause that it may ask for, in milliseconds. */
const mostAttempts = 5;
const longestPause = 120_000;

/** Pages of one list. */
const mostPages = 10_000;

interface Asked {
  /** `GitHub`, for messages. */
  readonly service: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Variable that holds the token, for messages. */
  readonly variable: string;
}

/**
 * Reads all pages of a list. The next page is the one that the `Link` header names (RFC 8288), and on the same origin: a token goes nowhere else.
 *
 * @throws {FleetError} where the service refuses or cannot be reached.
 */
export async function listAll(first: URL, asked: Asked): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let next: URL | undefined = first;
  for (let page = 0; next !== undefined && page < mostPages; page++) {
    const answer = await ask(next, asked);
    const list: unknown = await answer.json().catch(() => undefined);
    if (!Array.isArray(list)) throw new FleetError(`${asked.service} answered with something that is no list of repositories.`);
    items.push(...list as readonly unknown[]);
    next = nextPage(answer.headers.get('link'), next);
    if (next !== undefined && next.origin !== first.origin) throw new FleetError(`${asked.service} names a page of its list on another host, which is not asked.`);
  }
  return items;
}

function nextPage(link: string | null, current: URL): URL | undefined {
  const [, address] = /<([^>]+)>\s*;[^,]*\brel="?next"?/.exec(link ?? '') ?? [];
  return address === undefined ? undefined : new URL(address, current);
}

async function ask(url: URL, asked: Asked): Promise<Response> {
  const { service, headers, variable } = asked;
  for (let attempt = 1; ; attempt++) {
    let answer: Response;
    try {
      answer = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(patience) });
    } catch (error) {
      if (attempt < mostAttempts) {
        await wait(250 * 2 ** attempt);
        continue;
      }
      const code = error instanceof Error ? codeOf(error.cause) : '';
      throw new FleetError(`${service} cannot be reached${code === '' ? '' : ` (${code})`}. Check the network, and the address of its API.`);
    }
    if (answer.ok) return answer;
    const pause = pauseOf(answer);
    if (pause !== undefined && pause <= longestPause && attempt < mostAttempts) {
      await answer.body?.cancel();
      await wait(pause);
      continue;
    }
    throw new FleetError(sentenceOf(answer.status, service, variable, headers['authorization'] !== undefined || headers['private-token'] !== undefined));
  }
}

/** Milliseconds after which the service wants to be asked again; `undefined` where it would say the same. */
function pauseOf({ status, headers }: Response): number | undefined {
  const isLimited = status === 429 || (status === 403 && (headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after')));
  if (!isLimited && status < 500) return undefined;
  const after = Number(headers.get('retry-after') ?? NaN);
  if (after >= 0) return after * 1000;
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN) * 1000 - Date.now();
  return isLimited && reset > 0 ? reset : 1000;
}

function sentenceOf(status: number, service: string, variable: string, hasToken: boolean): string {
  if (status >= 300 && status < 400) return `${service} names another address for its API, which is not asked. Mend the address.`;
  if (status === 401) return `${service} refused the token: it is wrong, expired or revoked. Put another one into ${variable}.`;
  if (status === 404) return `${service} knows no such organisation or group${hasToken ? ', or the token may not see it' : `; where it is private, ${variable} has to hold a token that may see it`}.`;
  if (status === 429 || status === 403) return `${service} refuses to list the repositories (${status}): ${hasToken ? 'the token may not, or has asked too often' : `without a token in ${variable} it lets nobody ask often`}.`;
  return `${service} could not list the repositories (${status}). Try again later.`;
}
