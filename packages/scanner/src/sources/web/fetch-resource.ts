import type { IncomingMessage } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { ContainerError } from '../../containers/container-error.ts';
import { connectionFailure } from './connection-failure.ts';
import { describedUrl } from './described-url.ts';
import { isMedia } from './media-types.ts';
import { ReceivedBody } from './received-body.ts';
import { sendRequest } from './send-request.ts';
import { unpackedBody } from './unpacked-body.ts';
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

/**
 * Asks for a resource as a stranger would: without cookies, without credentials, and through no proxy. Redirects are followed among allowed
 * origins.
 *
 * @returns never rejects.
 */
export async function fetchResource(address: URL, { origins, limits, budget }: { readonly origins: WebOrigins; readonly limits: WebLimits; readonly budget: WebBudget }): Promise<Fetched> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), limits.silence);
  const asking: Asking = {
    limits,
    budget,
    signal: AbortSignal.any([silence.signal, budget.timeUp]),
    onBytes: () => timer.refresh(),
    reasonOf: (error) => (budget.timeUp.aborted ? tooLate : silence.signal.aborted ? `the server sent nothing for ${limits.silence / 1000} seconds` : connectionFailure(error)),
  };
  try {
    let url = address;
    for (let hops = 0; hops <= limits.redirects; hops++) {
      if (!origins.allow(url)) return { kind: 'elsewhere', origin: url.origin, reason: redirectReason(url) };
      const response = await sendRequest(url, asking.signal);
      timer.refresh();
      const { statusCode = 0, headers: { location } } = response;
      if (location === undefined || statusCode < 300 || statusCode >= 400) return await answerOf(response, url, asking);
      response.destroy();
      if (!URL.canParse(location, url.href)) return { kind: 'failure', reason: 'the server redirects to something that is no address' };
      url = new URL(location, url);
      if (!/^https?:$/.test(url.protocol)) return { kind: 'failure', reason: `the server redirects to an address of another kind (${url.protocol})` };
      url.username = url.password = url.hash = '';
    }
    return { kind: 'failure', reason: `the server redirects more than ${limits.redirects} times` };
  } catch (error) {
    return { kind: 'failure', reason: asking.reasonOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** What goes with a resource that is asked for. */
interface Asking {
  readonly limits: WebLimits;
  readonly budget: WebBudget;
  readonly signal: AbortSignal;
  readonly onBytes: () => void;
  /** Why it came to nothing, in words. */
  readonly reasonOf: (error: unknown) => string;
}

function redirectReason(url: URL): string {
  return `the server redirects to ${describedUrl(url)}, which is of another origin; give that address, or let --url-origin ${url.origin} allow it`;
}

async function answerOf(response: IncomingMessage, url: URL, asking: Asking): Promise<Fetched> {
  const { headers } = response;
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';').map((part) => part.trim());
  try {
    if (isMedia(type) || type === 'text/event-stream') return { kind: 'media' };
    const { bytes, cut } = await bodyOf(response, asking);
    const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length).replace(/"/g, '') ?? '';
    const sourceMap = [headers['sourcemap'] ?? headers['x-sourcemap']].flat()[0];
    return { kind: 'answer', resource: { method: 'GET', url, status: response.statusCode ?? 0, type, charset, sourceMap, bytes }, ...(cut !== undefined && { cut }) };
  } finally {
    // Nobody waits for the end of a body that is not read.
    if (!response.complete) response.destroy();
  }
}

/** Reads as much of a body as may be read; what has come is kept, whatever happens to the rest. */
async function bodyOf(response: IncomingMessage, { limits, budget, onBytes, reasonOf }: Asking): Promise<{ readonly bytes: Buffer; readonly cut?: string }> {
  const received = new ReceivedBody(response, onBytes);
  const reader = unpackedBody(received, response.headers['content-encoding'] ?? '');
  const target = new Uint8Array(65_536);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const whole = (): Buffer => Buffer.concat(chunks, length);
  try {
    for (;;) {
      const count = await reader.read(target);
      if (count === 0) break;
      const kept = Uint8Array.from(target.subarray(0, Math.min(count, limits.resourceBytes - length, budget.bytes)));
      chunks.push(kept);
      length += kept.length;
      budget.bytes -= kept.length;
      if (kept.length < count) return { bytes: whole(), cut: length === limits.resourceBytes ? `only its first ${megabytes(limits.resourceBytes)} were read` : budget.bytesReason };
    }
  } catch (error) {
    if (!(error instanceof ContainerError)) throw error;
    if (received.failure === undefined) return { bytes: whole(), cut: `it was read in part: its compressed form ${error.message}` };
  } finally {
    reader.close?.();
  }
  if (received.failure === undefined) return { bytes: whole() };
  const reason = reasonOf(received.failure);
  return { bytes: whole(), cut: reason === tooLate ? reason : `it was read in part: ${reason}` };
}

const tooLate = 'it had not come when the time for the page was up';

const megabytes = (bytes: number): string => `${bytes / (1024 * 1024)} MiB`;

/** `404 Not Found`. */
export function statusInWords(status: number): string {
  return `${status} ${STATUS_CODES[status] ?? ''}`.trimEnd();
}
