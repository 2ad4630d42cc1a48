import type { TextEncoding } from '../encodings/text-encoding.ts';

/** What a reader is chosen by. */
export interface BlobHead {
  /** First bytes of the blob, at most {@link headLength} of them. */
  readonly bytes: Buffer;
  /** Path as it is reported; `/`-separated. */
  readonly path: string;
}

/** How many bytes a reader is chosen by: as many as git looks at to tell text from binary (xdiff-interface.c). */
export const headLength = 8000;

/** Turns the bytes of one kind of blob into text. One file a reader, listed in `readers/index.ts`. */
export interface Reader {
  readonly name: string;
  /** Whether the reader is the one for a blob. Readers are asked in order, and the last one takes what is left. */
  accepts(head: BlobHead): boolean;
  readonly encoding: TextEncoding;
  /**
   * What the blob is, where its bytes are not simply its text: `media`, `archive`, `binary`. Its plain bytes are still
   * searched, and read as text if they hold a sign of Submit; but if they hold none, nobody has looked into what they
   * stand for, and the blob counts as skipped for this reason.
   */
  readonly opaque?: string;
}
