/** Whether the groups found so far decide the matter, so that the search may end. */
export type Enough = (found: number) => boolean;

/** A way to carry out the search that an image describes, over a buffer that the engine owns. */
export interface Engine {
  readonly kind: 'wasm' | 'plain';
  /** A view of the first `size` bytes of the buffer. Content is kept when the buffer grows; older views are void. */
  buffer(size: number): Uint8Array;
  /** Groups of `wanted` in the first `length` bytes of the buffer, added to `already`. */
  search(length: number, already: number, wanted: number): number;
  /** Places of all literals of the groups of `wanted`, in no particular order. */
  collect(length: number, wanted: number): Pairs;
  /** Places of all stretches with a known tag, where their group is in `wanted`. */
  collectTokens(length: number, wanted: number): Pairs;
}

/** Offset and value in turn: `count` pairs, valid until the next call. */
export interface Pairs {
  readonly count: number;
  readonly words: Uint32Array;
}
