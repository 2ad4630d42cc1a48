import { quotePath } from '../../paths/quote-path.ts';
import type { Visit } from '../../sources/web/browsers/visit-page.ts';
import { describedUrl } from '../../sources/web/described-url.ts';
import { pageAddress } from '../../sources/web/page-address.ts';
import { PageSource } from '../../sources/web/page-source.ts';
import type { WebLimits } from '../../sources/web/web-limits.ts';
import { usualWebLimits } from '../../sources/web/web-limits.ts';
import { WebOrigins } from '../../sources/web/web-origins.ts';
import type { WebResource } from '../../sources/web/web-resource.ts';
import { documentName, readableBytes } from '../../sources/web/web-resource.ts';
import type { Engine } from '../engine.ts';
import { Tally } from '../outcome.ts';
import { scanStream } from '../scan-stream.ts';
import { scanVisit } from './scan-visit.ts';

/** A page that is to be scanned with what it loads. The only thing that makes a scan use the network. */
export interface PageOptions {
  /** http or https. */
  readonly address: string;
  /** Origins besides that of the page whose resources are read, for example `https://cdn.example.com`. */
  readonly origins?: readonly string[] | undefined;
  /** Load it in an installed browser, too, and look at what it sends. */
  readonly browser?: boolean | undefined;
  /** Resources that are asked for at most. Default 1000. */
  readonly maxResources?: number | undefined;
  /** Seconds for all of it. Default 120. */
  readonly timeout?: number | undefined;
  /** Told how to end a browser at once, should the process be about to end. */
  readonly onExit?: ((kill: () => void) => void) | undefined;
}

export interface PageScanContext {
  readonly engine: Engine;
  /** Lower case: hosts to which a browser may send nothing that could create a job. */
  readonly submitHosts: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told how many bytes have been looked at since the last time. */
  readonly onProgress: (bytes: number) => void;
}

/** What a page comes to, and what there is to say to the person who runs the scan. */
export interface PageOutcome {
  readonly tally: Tally;
  readonly notices: readonly string[];
}

/**
 * Scans a page and what it loads. Whatever it is, browsers get it: every place is of the surface `frontend`.
 *
 * @throws {WebError} where the address or an origin is none, or there is no browser to drive.
 */
export async function scanPage(page: PageOptions, { engine: { ...parts }, submitHosts, environment, onProgress }: PageScanContext): Promise<PageOutcome> {
  const engine: Engine = { ...parts, surfaceOf: () => 'frontend' };
  const address = pageAddress(page.address);
  const origins = new WebOrigins(address, page.origins ?? []);
  const limits = limitsOf(page);
  const tally = new Tally();
  const notices: string[] = [];
  let loaded: readonly WebResource[] = [];
  if (page.browser === true) {
    const visit = await visitIn(address, { page, origins, limits, submitHosts, environment });
    loaded = visit.resources;
    tally.add(scanVisit(engine, address, visit));
    notices.push(...noticesOf(visit, submitHosts));
  }
  const source = new PageSource({ address, origins, limits, loaded });
  for await (const resource of source.resources()) {
    const place = { path: quotePath(describedUrl(resource.url)), name: documentName(resource) };
    tally.add(await scanStream(engine, onlyChunk(readableBytes(resource)), place, onProgress));
  }
  for (const note of source.skipped) tally.skipped.push(note);
  for (const note of source.unread) tally.unread.push(note);
  return { tally, notices };
}

function limitsOf({ maxResources, timeout }: PageOptions): WebLimits {
  return {
    ...usualWebLimits,
    ...(maxResources !== undefined && { resources: maxResources }),
    ...(timeout !== undefined && { time: timeout * 1000, visitTime: Math.min(usualWebLimits.visitTime, timeout * 1000) }),
  };
}

interface VisitContext extends Pick<PageScanContext, 'submitHosts' | 'environment'> {
  readonly page: PageOptions;
  readonly origins: WebOrigins;
  readonly limits: WebLimits;
}

async function visitIn(address: URL, { page, origins, limits, submitHosts, environment }: VisitContext): Promise<Visit> {
  const [{ findBrowser }, { visitPage }] = await Promise.all([import('../../sources/web/browsers/find-browser.ts'), import('../../sources/web/browsers/visit-page.ts')]);
  return visitPage(address, {
    program: findBrowser(environment), environment, origins, limits,
    isSubmit: (host) => submitHosts.includes(host.toLowerCase()),
    onExit: page.onExit ?? (() => undefined),
  });
}

function noticesOf({ blocked, unsandboxed, restless }: Visit, submitHosts: readonly string[]): readonly string[] {
  const notices: string[] = [];
  if (unsandboxed) notices.push('The browser ran without its sandbox, as browsers do for root; scan pages that you do not trust as another user.');
  if (restless) notices.push('The page was still asking for things when the time for the browser was up; what came later has not been seen.');
  const isSubmit = (origin: string): boolean => submitHosts.includes(new URL(origin).hostname);
  const stopped = blocked.filter(isSubmit);
  if (stopped.length > 0) notices.push(`Requests of the page to ${listed(stopped)} were stopped: one with a key would create a job.`);
  const elsewhere = blocked.filter((origin) => !isSubmit(origin));
  if (elsewhere.length > 0) notices.push(`The browser was kept from ${listed(elsewhere)}; what the page does with that has not been seen. --url-origin lets it go there.`);
  return notices;
}

/** Names that are listed one by one; the rest is counted. */
const mostNames = 8;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more origins` : shown;
}

async function* onlyChunk(bytes: Buffer): AsyncGenerator<Uint8Array, void> {
  yield bytes;
}
