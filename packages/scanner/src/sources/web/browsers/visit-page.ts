import type { WebLimits } from '../web-limits.ts';
import type { WebOrigins } from '../web-origins.ts';
import type { WebResource } from '../web-resource.ts';
import type { DevtoolsEvent } from './devtools-connection.ts';
import { readAnswers } from './held-answers.ts';
import type { SentRequest } from './sent-request.ts';
import type { RunningBrowser } from './start-browser.ts';
import { startBrowser } from './start-browser.ts';
import { readStorage } from './storage.ts';
import type { Stored } from './storage.ts';
import type { SocketText } from './traffic.ts';
import { Traffic } from './traffic.ts';

export interface VisitOptions {
  /** Path of the browser's program. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly origins: WebOrigins;
  /** Whether a host is Submit's or a gateway to it: requests that could create a job are not let through, whatever the origins say. */
  readonly isSubmit: (host: string) => boolean;
  readonly limits: WebLimits;
  /** Told how to end the browser at once, should the process be about to end. */
  readonly onExit: (kill: () => void) => void;
}

/** What a page did in a browser. */
export interface Visit {
  readonly requests: readonly SentRequest[];
  /** What it got from allowed origins. */
  readonly resources: readonly WebResource[];
  readonly sockets: readonly SocketText[];
  readonly stored: readonly Stored[];
  /** Origins that requests were kept from. */
  readonly blocked: readonly string[];
  /** The browser ran without its sandbox. */
  readonly unsandboxed: boolean;
  /** Why not everything has been seen, where that is so. */
  readonly problem?: string;
  /** The page was still asking for things when the time was up. */
  readonly restless: boolean;
}

/** Milliseconds without a new request after which a page that has loaded is taken to have come to rest. */
const rest = 1000;

/** Bytes of a request's body that are looked at. */
const longestBody = 262_144;

/** Bytes of answers that the browser keeps. */
const heldBytes = 256 * 1024 * 1024;

/**
 * Loads a page in a browser and watches what it does until it comes to rest. Every request is held until it has been decided on: only those
 * to allowed origins are let through, and none to a Submit host, where a request with a key would create a job.
 *
 * @throws {WebError} where the browser does not start.
 */
export async function visitPage(address: URL, options: VisitOptions): Promise<Visit> {
  const visit = new PageVisit(address, options);
  const hosts = options.origins.hosts.filter((host) => host === address.hostname || !options.isSubmit(host));
  const browser = await startBrowser(options.program, { hosts, environment: options.environment, onEvent: (event) => visit.take(event) });
  options.onExit(() => browser.kill());
  try {
    return await visit.run(browser);
  } finally {
    await browser.close();
  }
}

class PageVisit {
  readonly #address: URL;
  readonly #options: VisitOptions;
  readonly #traffic: Traffic;
  readonly #blocked = new Set<string>();
  #browser: RunningBrowser | undefined;
  #hasLoaded = false;
  #problem: string | undefined;

  constructor(address: URL, options: VisitOptions) {
    this.#address = address;
    this.#options = options;
    this.#traffic = new Traffic(options.origins);
  }

  take(event: DevtoolsEvent): void {
    this.#traffic.take(event);
    const { method, params, sessionId } = event;
    switch (method) {
      case 'Target.attachedToTarget': return this.#attach(params as { readonly sessionId: string });
      case 'Fetch.requestPaused': return this.#decide(params as unknown as PausedRequest, sessionId);
      case 'Fetch.authRequired': return this.#send('Fetch.continueWithAuth', { requestId: params['requestId'], authChallengeResponse: { response: 'CancelAuth' } }, sessionId);
      case 'Page.javascriptDialogOpening': return this.#send('Page.handleJavaScriptDialog', { accept: false }, sessionId);
      case 'Page.loadEventFired': this.#hasLoaded = true; return;
      case 'Inspector.targetCrashed': this.#problem = 'the page crashed the browser'; return;
    }
  }

  async run(browser: RunningBrowser): Promise<Visit> {
    this.#browser = browser;
    const { connection } = browser;
    let restless = false;
    let stored: readonly Stored[] = [];
    let resources: readonly WebResource[] = [];
    try {
      const { browserContextId } = await connection.send('Target.createBrowserContext');
      await connection.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId });
      const { targetId } = await connection.send('Target.createTarget', { url: 'about:blank', browserContextId });
      const { sessionId } = (await connection.send('Target.attachToTarget', { targetId, flatten: true })) as { sessionId: string };
      await connection.send('Page.enable', {}, sessionId);
      connection.send('Page.navigate', { url: this.#address.href }, sessionId).then(({ errorText }) => {
        if (typeof errorText === 'string') this.#problem ??= `the browser could not load it (${errorText})`;
      }, () => {
        this.#problem ??= 'the browser ended before the page had loaded';
      });
      restless = await this.#comesToRest();
      stored = await readStorage(connection, sessionId, this.#address);
      resources = await readAnswers(connection, this.#traffic.answers);
    } catch {
      this.#problem ??= 'the browser ended early';
    }
    if (this.#traffic.dropped > 0) this.#problem ??= `it made more than ${this.#traffic.requests.length} requests in the browser`;
    const { requests, sockets } = this.#traffic;
    return {
      requests, resources, sockets, stored, blocked: [...this.#blocked], unsandboxed: browser.unsandboxed, restless,
      ...(this.#problem !== undefined && { problem: this.#problem }),
    };
  }

  /** @returns whether the time was up first. */
  async #comesToRest(): Promise<boolean> {
    const end = performance.now() + this.#options.limits.visitTime;
    while (performance.now() < end && this.#problem === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (this.#hasLoaded && performance.now() - this.#traffic.lastBegun > rest) return false;
    }
    if (!this.#hasLoaded) this.#problem ??= `it did not finish loading in the browser within ${this.#options.limits.visitTime / 1000} seconds`;
    return this.#hasLoaded;
  }

  /** A page, a frame or a worker waits until it is watched. */
  #attach({ sessionId }: { readonly sessionId: string }): void {
    this.#send('Network.enable', { maxPostDataSize: longestBody, maxTotalBufferSize: heldBytes, maxResourceBufferSize: this.#options.limits.resourceBytes }, sessionId);
    // Workers do not know the command: what they ask for is paused with their page's requests.
    this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }], handleAuthRequests: true }, sessionId);
    this.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, sessionId);
    this.#send('Runtime.runIfWaitingForDebugger', {}, sessionId);
  }

  #decide({ requestId, request }: PausedRequest, sessionId: string | undefined): void {
    const url = new URL(request.url);
    if (this.#mayPass(url, request.method)) return this.#send('Fetch.continueRequest', { requestId }, sessionId);
    this.#blocked.add(url.origin);
    this.#send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }, sessionId);
  }

  /** A page may itself be served by a gateway to Submit: then what loads it passes, and nothing that could create a job. */
  #mayPass(url: URL, method: string): boolean {
    if (!/^https?:$/.test(url.protocol)) return true;
    if (!this.#options.origins.allow(url)) return false;
    return !this.#options.isSubmit(url.hostname) || (url.origin === this.#address.origin && (method === 'GET' || method === 'HEAD'));
  }

  /** What a page, a frame or a worker that is gone by now was to do is of no interest. */
  #send(method: string, params: Readonly<Record<string, unknown>>, sessionId: string | undefined): void {
    this.#browser?.connection.send(method, params, sessionId).catch(() => undefined);
  }
}

interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
}
