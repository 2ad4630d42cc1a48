import type { PlaceNote } from '@submit-guard/core';
import { describedUrl } from './described-url.ts';
import type { Fetched } from './fetch-resource.ts';
import { fetchResource, statusInWords, WebBudget } from './fetch-resource.ts';
import { documentKind } from './media-types.ts';
import type { Reference } from './references/reference.ts';
import { referencesOf } from './references/references-of.ts';
import type { WebLimits } from './web-limits.ts';
import type { WebOrigins } from './web-origins.ts';
import type { WebResource } from './web-resource.ts';

export interface PageSourceOptions {
  readonly address: URL;
  readonly origins: WebOrigins;
  readonly limits: WebLimits;
  /** What a browser has loaded for the page: it is not asked for again. */
  readonly loaded: readonly WebResource[];
}

interface Task {
  readonly reference: Reference;
  readonly fetched: Promise<Fetched>;
}

/**
 * Yields a page and what it loads, as far as markup and code show, each once. What markup names comes before what code may only seem to
 * name; the order does not depend on how fast servers are.
 */
export class PageSource {
  readonly skipped: PlaceNote[] = [];
  readonly unread: PlaceNote[] = [];
  readonly #options: PageSourceOptions;
  readonly #budget: WebBudget;
  readonly #loaded: ReadonlyMap<string, WebResource>;
  readonly #seen = new Set<string>();
  readonly #read = new Set<string>();
  readonly #named: Reference[] = [];
  readonly #guessed: Reference[] = [];
  /** Origins that are not read, each with the number of resources that the page is told to load from there. */
  readonly #elsewhere = new Map<string, number>();
  #media = 0;
  /** What the page's own addresses are relative to: where it comes from in the end. */
  #page: URL;
  #left: number;

  constructor(options: PageSourceOptions) {
    this.#options = options;
    this.#budget = new WebBudget(options.limits);
    this.#page = options.address;
    this.#left = options.limits.resources;
    this.#loaded = new Map(options.loaded.filter(({ method }) => method === 'GET').map((resource) => [resource.url.href, resource]));
  }

  async *resources(): AsyncGenerator<WebResource, void> {
    const { address, limits, loaded } = this.#options;
    this.#note({ url: address, use: 'document', by: 'markup' });
    for (const { url } of this.#loaded.values()) this.#note({ url, use: 'document', by: 'browser' });
    yield* loaded.filter(({ method }) => method !== 'GET');
    const underWay: Task[] = [];
    for (;;) {
      while (underWay.length < limits.concurrency) {
        const reference = this.#next();
        if (reference === undefined) break;
        underWay.push({ reference, fetched: this.#ask(reference) });
      }
      const task = underWay.shift();
      if (task === undefined) break;
      const resource = this.#take(task.reference, await task.fetched);
      if (resource === undefined) continue;
      if (this.#isPage(task.reference.url)) this.#page = resource.url;
      if (task.reference.use === 'document' && (resource.status < 400 || this.#isPage(task.reference.url))) for (const reference of referencesOf(resource, this.#page)) this.#note(reference);
      yield resource;
    }
    this.#sayWhatIsLeftOut();
    this.#sayWhatIsLeft();
  }

  #next(): Reference | undefined {
    if (this.#left === 0 || this.#budget.timeUp.aborted || this.#budget.bytes === 0) return undefined;
    const reference = this.#named.shift() ?? this.#guessed.shift();
    if (reference !== undefined) this.#left--;
    return reference;
  }

  async #ask({ url }: Reference): Promise<Fetched> {
    const resource = this.#loaded.get(url.href);
    return resource === undefined ? fetchResource(url, { ...this.#options, budget: this.#budget }) : { kind: 'answer', resource };
  }

  #note(reference: Reference): void {
    const { url, use, by } = reference;
    if (this.#seen.has(url.href)) return;
    this.#seen.add(url.href);
    if (use === 'media') this.#media++;
    // Code mentions addresses of all the world: only what the page is told to load is missing.
    else if (!this.#options.origins.allow(url)) this.#leaveOut(url.origin, by);
    else (by === 'code' ? this.#guessed : this.#named).push(reference);
  }

  /** Decides what an answer is worth. */
  #take({ url, use, by }: Reference, fetched: Fetched): WebResource | undefined {
    if (fetched.kind === 'failure') this.#missRead(url, fetched.reason);
    else if (fetched.kind === 'media') this.#media++;
    else if (fetched.kind === 'elsewhere') {
      // A page that is somewhere else has not been read at all.
      if (this.#isPage(url)) this.#missRead(url, fetched.reason);
      else this.#leaveOut(fetched.origin, by);
    } else if (!this.#read.has(fetched.resource.url.href)) return this.#takeAnswer(url, use, by, fetched);
    return undefined;
  }

  #takeAnswer(url: URL, use: Reference['use'], by: Reference['by'], { resource, cut }: Extract<Fetched, { kind: 'answer' }>): WebResource | undefined {
    const { status, type } = resource;
    const isRefused = status >= 400;
    // What code only seems to name is often answered with a page that says so, or with the application's own.
    if (by === 'code' && ((isRefused && status < 500) || documentKind(type, '') === 'page')) return undefined;
    this.#read.add(resource.url.href);
    if (cut !== undefined) this.#missRead(url, cut);
    if (isRefused && (by !== 'browser' || this.#isPage(url))) this.#noteRefusal(url, status);
    // What comes with a refusal is served, too: pages of applications may come with a 404.
    return isRefused && use === 'map' ? undefined : resource;
  }

  #noteRefusal(url: URL, status: number): void {
    const reason = `the server answers ${statusInWords(status)}`;
    // What is not there holds no key.
    if ((status === 404 || status === 410) && !this.#isPage(url)) this.skipped.push({ path: describedUrl(url), reason });
    else this.#missRead(url, reason);
  }

  #isPage(url: URL): boolean {
    return url.href === this.#options.address.href;
  }

  #leaveOut(origin: string, by: Reference['by']): void {
    if (by !== 'code') this.#elsewhere.set(origin, (this.#elsewhere.get(origin) ?? 0) + 1);
  }

  #missRead(url: URL, reason: string): void {
    this.unread.push({ path: describedUrl(url), reason });
  }

  #sayWhatIsLeftOut(): void {
    for (const [origin, count] of this.#elsewhere) {
      const what = count === 1 ? 'a resource of another origin' : `${count} resources of another origin`;
      this.skipped.push({ path: origin, reason: `${what}; --url-origin ${origin} lets it be read` });
    }
    if (this.#media > 0) this.skipped.push({ path: describedUrl(this.#options.address), reason: this.#media === 1 ? 'one of its resources holds no text' : `${this.#media} of its resources hold no text` });
  }

  #sayWhatIsLeft(): void {
    const left = this.#named.length + this.#guessed.length;
    if (left === 0) return;
    const { address, limits } = this.#options;
    if (this.#budget.timeUp.aborted) this.#missRead(address, this.#budget.timeReason);
    else if (this.#budget.bytes === 0) this.#missRead(address, this.#budget.bytesReason);
    else this.#missRead(address, `it names more than ${limits.resources} resources, of which ${left} were not read; --url-resources allows more`);
  }
}
