import type { Unpacker } from './engines/engine.ts';
import type { Hits } from './hits.ts';

/**
 * Finds out fast which groups of literals occur in a stretch of bytes, and where.
 *
 * A prefilter owns a buffer (WebAssembly memory, where there is WebAssembly). The fast way is to read a file straight
 * into it and to call the methods named `...Buffer`; the others copy.
 */
export interface Prefilter {
  /** What does the work. */
  readonly engine: EngineKind;
  /** Mask of the groups that have a literal or the tokens. */
  readonly groups: number;
  /** Bytes by which successive windows must overlap: one less than the longest literal or (encoded) token. */
  readonly overlap: number;
  /** Takes packed objects apart in the buffer; absent in plain JavaScript. Offsets are those of the buffer, and not checked. */
  readonly unpacker?: Unpacker;

  /**
   * A view of the first `size` bytes of the buffer, to read into. The content stays when the buffer grows, but views
   * that were handed out before are void then (WebAssembly memory detaches): always use the latest. The buffer never
   * shrinks.
   *
   * Throws `RangeError` for more than 1 GiB.
   */
  buffer(size: number): Uint8Array;

  /**
   * Searches bytes of the buffer.
   *
   * @param end - offset behind the last byte.
   * @param found - groups found in earlier windows of the same blob; they are not searched for again.
   * @param start - offset of the first byte, 0 by default.
   * @returns mask of the groups (bit n for group n) of which at least one literal occurs, with those of `found`. Where
   *   the option `enough` ended the search, groups may be missing that would not change the answer.
   *
   * Throws `RangeError` where the buffer has fewer bytes.
   */
  scanBuffer(end: number, found?: number, start?: number): number;

  /**
   * Searches bytes of the buffer as {@link scanBuffer}, and keeps every occurrence of every literal of the groups of a mask: in one pass, where two
   * would be needed else.
   */
  surveyBuffer(end: number, kept: number, start?: number): BufferSurvey;

  /** Every occurrence in bytes of the buffer of every literal of the groups of a mask; offsets count from `start`. */
  hitsInBuffer(end: number, groups?: number, start?: number): Hits;

  /**
   * Number of line ends in bytes of the buffer: `\n`, `\r\n` or a `\r` alone. `end` must not lie between `\r` and `\n`.
   */
  lineEndsInBuffer(end: number, start?: number): number;

  /** Number of UTF-16 units that bytes of the buffer read as, where they are valid UTF-8. */
  unitsInBuffer(end: number, start?: number): number;

  /** Whether a NUL byte stands in bytes of the buffer, which text does not hold. */
  nulInBuffer(end: number, start?: number): boolean;

  /**
   * The stretches in bytes of the buffer that have the tag and the length of a known key: as plain
   * text, and where no key has less than eight bytes in hexadecimal, base64 and UTF-16, too. Values are lengths in the
   * text, encoded; offsets count from `start`. A tag is no proof: confirm what is found.
   */
  tokensInBuffer(end: number, start?: number): Hits;

  /**
   * Searches a blob of any size in windows that overlap.
   *
   * @param read - reads the next bytes into `target` and returns their number, 0 at the end. It is not called again
   *   once the answer is clear, so the caller must count bytes by itself.
   * @returns mask as of {@link scanBuffer}.
   */
  scanWindows(read: (target: Uint8Array) => number): number;

  /** Mask of the groups that occur in `bytes`, which may be of any size. */
  groupsIn(bytes: Uint8Array): number;

  /** Every occurrence in `bytes` of every literal of the groups of a mask. */
  hitsIn(bytes: Uint8Array, groups?: number): Hits;

  /** The stretches of `bytes` that have the tag and the length of a known key; see {@link tokensInBuffer}. */
  tokensIn(bytes: Uint8Array): Hits;
}

/** What a search comes to that keeps occurrences. */
export interface BufferSurvey {
  /** As of `scanBuffer`. */
  readonly mask: number;
  /**
   * What was kept; offsets count from the start of the search. To be asked for before the next search. Where the option `enough` ended the
   * search, occurrences are missing.
   */
  readonly hits: () => Hits;
}

/** The WebAssembly kernel, or plain JavaScript. */
export type EngineKind = 'wasm' | 'plain';

/** A prefilter as data: may be sent to workers, which share the memory of the tables. */
export interface CompiledPrefilter {
  /** The engine that the image was made for. */
  readonly engine: EngineKind;
  /** The tables; see `images/image-layout.ts`. */
  readonly image: Uint8Array<SharedArrayBuffer>;
  /** Length in bytes of each literal. */
  readonly lengths: Uint32Array;
  readonly groups: number;
  readonly overlap: number;
}

export interface SearchOptions {
  /** Whether the groups found so far decide the matter, so that a search for groups may end. Default: never. */
  readonly enough?: (found: number) => boolean;
  /** Bytes that `scanWindows` and the methods that copy search at once. Default 256 KiB. */
  readonly windowSize?: number;
}
