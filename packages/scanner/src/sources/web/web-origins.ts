import { WebError } from './web-error.ts';

/** The origins that a page may be read from: its own, and those that the user names. */
export class WebOrigins {
  readonly #allowed: ReadonlySet<string>;
  readonly hosts: readonly string[];

  /**
   * @param page - address of the page.
   * @param named - further origins as typed, for example `https://cdn.example.com`.
   * @throws {WebError} where one is no origin.
   */
  constructor(page: URL, named: readonly string[]) {
    const urls = [page, ...named.map(originOf)];
    this.#allowed = new Set(urls.map(({ origin }) => origin));
    this.hosts = [...new Set(urls.map(({ hostname }) => hostname))];
  }

  /** Whether a resource may be fetched; a web socket counts as what it was before it was upgraded. */
  allow(url: URL): boolean {
    return this.#allowed.has(url.origin) || ((url.protocol === 'ws:' || url.protocol === 'wss:') && this.#allowed.has(`http${url.protocol.slice(2)}//${url.host}`));
  }
}

function originOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') {
    throw new WebError('--url-origin takes an origin: a scheme, a host and perhaps a port, for example https://cdn.example.com.');
  }
  return url;
}
