/** How much of a page is read. A limit that is reached leaves something unread, and is named there. */
export interface WebLimits {
  /** Resources that are asked for. */
  readonly resources: number;
  /** Bytes of one resource, decompressed. */
  readonly resourceBytes: number;
  /** Bytes of all resources together, decompressed. */
  readonly totalBytes: number;
  /** Redirects that are followed for one resource. */
  readonly redirects: number;
  /** Requests at a time: as many as a browser makes to one server over HTTP/1.1. */
  readonly concurrency: number;
  /** Milliseconds in which a server may send nothing. */
  readonly silence: number;
  /** Milliseconds for all of it. */
  readonly time: number;
  /** Milliseconds that a browser is given to load the page and to come to rest. */
  readonly visitTime: number;
}

export const usualWebLimits: WebLimits = {
  resources: 1000,
  resourceBytes: 64 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  redirects: 10,
  concurrency: 6,
  silence: 15_000,
  time: 120_000,
  visitTime: 30_000,
};
