import type { EngineFiles } from '../recognition/engine.ts';
import type { Box, Limits, Reading } from '../reading.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly engine: EngineFiles;
  readonly limits: Limits;
}

/** What a worker is asked to do, one at a time. */
export type Request =
  /** `first` is the number of the first page of a document that is to be read, from 1. */
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly first: number }
  /** `page` is the number of the page of a document. */
  | { readonly kind: 'cover'; readonly bytes: Uint8Array; readonly boxes: readonly Box[]; readonly page: number };

/** What it answers. */
export type Reply =
  /** `next` is the number of the page of a document to go on with; absent at its end. */
  | { readonly kind: 'read'; readonly reading: Reading; readonly next?: number }
  | { readonly kind: 'covered'; readonly png: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };
