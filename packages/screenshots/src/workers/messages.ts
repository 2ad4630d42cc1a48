import type { EngineFiles } from '../recognition/engine.ts';
import type { Box, Limits, Reading } from '../reading.ts';

/** What a worker is started with. */
export interface WorkerSetup {
  readonly engine: EngineFiles;
  readonly limits: Limits;
}

/** What a worker is asked to do, one at a time. */
export type Request =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'cover'; readonly bytes: Uint8Array; readonly boxes: readonly Box[] };

/** What it answers. */
export type Reply =
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'covered'; readonly png: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };
