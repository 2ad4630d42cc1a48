/** Whether the groups found so far decide the matter, so that the search may end. */
export type Enough = (found: number) => boolean;

/** A way to carry out the search that an image describes, over a buffer that the engine owns. */
export interface Engine {
  readonly kind: 'wasm' | 'plain';
  /** A view of the first `size` bytes of the buffer. Content is kept when the buffer grows; older views are void. */
  buffer(size: number): Uint8Array;
  /** Groups of `wanted` in the bytes of a stretch of the buffer, added to `already`. */
  search(stretch: Stretch, already: number, wanted: number): number;
  /** Places of all literals of the groups of `wanted`, from the start of the stretch, in no particular order. */
  collect(stretch: Stretch, wanted: number): Pairs;
  /** Places of all stretches with a known tag, where their group is in `wanted`. */
  collectTokens(stretch: Stretch, wanted: number): Pairs;
  /** Number of line ends in a stretch. */
  countLineEnds(stretch: Stretch): number;
  /** Whether a NUL byte stands in a stretch. */
  holdsNul(stretch: Stretch): boolean;
}

/** Bytes of the buffer: offsets of the first and of the one behind the last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Offset and value in turn: `count` pairs, valid until the next call. */
export interface Pairs {
  readonly count: number;
  readonly words: Uint32Array;
}
