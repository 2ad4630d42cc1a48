import { STATUS_CODES } from 'node:http';
import { codeOf, misunderstanding } from '../failure-reason.ts';
import { describedUrl } from './described-url.ts';
import { isMedia } from './media-types.ts';
import type { WebLimits } from './web-limits.ts';
import type { WebOrigins } from './web-origins.ts';
import type { WebResource } from './web-resource.ts';

/** What came of asking for a resource. */
export type Fetched =
  /** `cut` says why there is more of it than was read. */
  | { readonly kind: 'answer'; readonly resource: WebResource; readonly cut?: string }
  /** Nothing that holds text, or an answer without an end. */
  | { readonly kind: 'media' }
  /** It is of an origin that is not to be read. */
  | { readonly kind: 'elsewhere'; readonly origin: string; readonly reason: string }
  | { readonly kind: 'failure'; readonly reason: string };

/** What is left for all resources of a page. */
export class WebBudget {
  bytes: number;
  /** Ends whatever is still under way when the time is up. */
  readonly timeUp: AbortSignal;
  readonly #limits: WebLimits;

  constructor(limits: WebLimits) {
    this.#limits = limits;
    this.bytes = limits.totalBytes;
    this.timeUp = AbortSignal.timeout(limits.time);
  }

  get bytesReason(): string {
    return `the page loads more than ${megabytes(this.#limits.totalBytes)}, and the rest was not read`;
  }

  get timeReason(): string {
    return `not all of it could be read within ${this.#limits.time / 1000} seconds; --url-timeout allows more`;
  }
}

/** As a page asks for what it loads; the name says who asks. */
const headers = { Accept: '*/*', 'User-Agent': 'Mozilla/5.0 (compatible; submit-guard)' };

/**
 * Asks for a resource as a stranger would: without cookies, without credentials, and through no proxy. Redirects are followed among allowed
 * origins.
 *
 * @returns never rejects.
 */
export async function fetchResource(address: URL, { origins, limits, budget }: { readonly origins: WebOrigins; readonly limits: WebLimits; readonly budget: WebBudget }): Promise<Fetched> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), limits.silence);
  const signal = AbortSignal.any([silence.signal, budget.timeUp]);
  try {
    let url = address;
    for (let hops = 0; hops <= limits.redirects; hops++) {
      if (!origins.allow(url)) return { kind: 'elsewhere', origin: url.origin, reason: redirectReason(url) };
      const response = await fetch(url, { headers, redirect: 'manual', credentials: 'omit', referrerPolicy: 'no-referrer', signal });
      timer.refresh();
      const target = response.headers.get('location');
      if (target !== null && response.status >= 300 && response.status < 400) {
        discard(response);
        if (!URL.canParse(target, url.href)) return { kind: 'failure', reason: 'the server redirects to something that is no address' };
        url = new URL(target, url);
        if (!/^https?:$/.test(url.protocol)) return { kind: 'failure', reason: `the server redirects to an address of another kind (${url.protocol})` };
        url.username = url.password = url.hash = '';
        continue;
      }
      return await answerOf(response, url, limits, budget, () => timer.refresh());
    }
    return { kind: 'failure', reason: `the server redirects more than ${limits.redirects} times` };
  } catch (error) {
    return { kind: 'failure', reason: budget.timeUp.aborted ? tooLate : silence.signal.aborted ? silenceReason(limits) : failureOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

function redirectReason(url: URL): string {
  return `the server redirects to ${describedUrl(url)}, which is of another origin; give that address, or let --url-origin ${url.origin} allow it`;
}

async function answerOf(response: Response, url: URL, limits: WebLimits, budget: WebBudget, onBytes: () => void): Promise<Fetched> {
  const [type = '', ...parameters] = (response.headers.get('content-type') ?? '').toLowerCase().split(';').map((part) => part.trim());
  if (isMedia(type) || type === 'text/event-stream') {
    discard(response);
    return { kind: 'media' };
  }
  const { bytes, cut } = await bodyOf(response, limits, budget, onBytes);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replace(/"/g, '') ?? '';
  const sourceMap = response.headers.get('sourcemap') ?? response.headers.get('x-sourcemap') ?? undefined;
  return { kind: 'answer', resource: { method: 'GET', url, status: response.status, type, charset, sourceMap, bytes }, ...(cut !== undefined && { cut }) };
}

/** Reads as much of a body as may be read; what has come is kept, whatever happens to the rest. */
async function bodyOf(response: Response, limits: WebLimits, budget: WebBudget, onBytes: () => void): Promise<{ readonly bytes: Buffer; readonly cut?: string }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const whole = (): Buffer => Buffer.concat(chunks, length);
  if (response.body === null) return { bytes: whole() };
  try {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      onBytes();
      const room = Math.min(limits.resourceBytes - length, budget.bytes);
      const kept = chunk.length <= room ? chunk : chunk.subarray(0, room);
      chunks.push(kept);
      length += kept.length;
      budget.bytes -= kept.length;
      if (kept.length < chunk.length) return { bytes: whole(), cut: length === limits.resourceBytes ? `only its first ${megabytes(limits.resourceBytes)} were read` : budget.bytesReason };
    }
    return { bytes: whole() };
  } catch (error) {
    return { bytes: whole(), cut: budget.timeUp.aborted ? tooLate : isAbort(error) ? `it was read in part: ${silenceReason(limits)}` : `it was read in part: ${failureOf(error)}` };
  }
}

const tooLate = 'it had not come when the time for the page was up';

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function silenceReason({ silence }: WebLimits): string {
  return `the server sent nothing for ${silence / 1000} seconds`;
}

const megabytes = (bytes: number): string => `${bytes / (1024 * 1024)} MiB`;

/** Nobody waits for the end of a body that is not read. */
function discard(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}

const failures: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host could not be looked up',
  ECONNREFUSED: 'the server refuses connections',
  ECONNRESET: 'the connection broke off',
  EHOSTUNREACH: 'the server cannot be reached',
  ENETUNREACH: 'the server cannot be reached',
  ETIMEDOUT: 'the server cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'the server cannot be reached',
  UND_ERR_SOCKET: 'the connection broke off',
  UND_ERR_HEADERS_OVERFLOW: 'the server sends too many headers',
  Z_BUF_ERROR: 'its compressed form is cut off',
  Z_DATA_ERROR: 'its compressed form is damaged',
};

/** Why a request failed, in words. What the error itself says is not repeated. */
function failureOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = codeOf(error) || codeOf(cause) || (cause instanceof AggregateError ? codeOf(cause.errors[0]) : '');
  const misunderstood = misunderstanding(code);
  if (misunderstood !== undefined) return misunderstood;
  if (cause instanceof Error && cause.message === 'bad port') return 'its port is one that browsers connect to for no page';
  return failures[code] ?? (code === '' ? 'the connection ended without an answer' : `the connection failed (${code})`);
}

/** `404 Not Found`. */
export function statusInWords(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
}
