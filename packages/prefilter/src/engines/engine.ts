/** Whether the groups found so far decide the matter, so that the search may end. */
export type Enough = (found: number) => boolean;

/** A way to carry out the search that an image describes, over a buffer that the engine owns. */
export interface Engine {
  readonly kind: 'wasm' | 'plain';
  /** A view of the first `size` bytes of the buffer. Content is kept when the buffer grows; older views are void. */
  buffer(size: number): Uint8Array;
  /** Groups of `wanted` in the bytes of a stretch of the buffer, added to `already`. */
  search(stretch: Stretch, already: number, wanted: number): number;
  /** A search that also keeps the places of all literals of the groups of `kept`, which are among those of `wanted`. */
  survey(stretch: Stretch, wanted: number, kept: number): Survey;
  /** Places of all literals of the groups of `wanted`, from the start of the stretch, in no particular order. */
  collect(stretch: Stretch, wanted: number): Pairs;
  /** Places of all stretches with a known tag, where their group is in `wanted`. */
  collectTokens(stretch: Stretch, wanted: number): Pairs;
  /** Number of line ends in a stretch. */
  countLineEnds(stretch: Stretch): number;
  /** UTF-16 units of what a stretch of valid UTF-8 reads as, less its bytes. */
  surplusUnits(stretch: Stretch): number;
  /** Whether a NUL byte stands in a stretch. */
  holdsNul(stretch: Stretch): boolean;
  /**
   * Makes an unpacker for a search for groups; absent where the engine has none.
   *
   * @param overlap - one less than the longest literal or token.
   */
  unpacker?(wanted: number, overlap: number): Unpacker;
}

/** Takes packed objects of git apart in the buffer of a search, and searches what is new in them. */
export interface Unpacker {
  /** Bytes behind every target that are overwritten with anything. */
  readonly padding: number;
  /**
   * Inflates a zlib stream.
   *
   * @param source - the stream, and whatever stands behind it.
   * @param target - as long as what the stream holds.
   * @returns false where these bytes are no stream of this length.
   */
  inflate(source: Stretch, target: Stretch): boolean;
  /**
   * Makes an object of its base and of a delta, without the sizes at its beginning.
   *
   * @param already - groups that are in the base; -1 where that is unknown, and nothing is to be searched.
   * @returns groups that are in the base or in what is new, as `Prefilter.scanBuffer` tells them; `undefined` where the delta does not fit.
   */
  patch(base: Stretch, delta: Stretch, target: Stretch, already: number): number | undefined;
  /**
   * Lists the ids in a tree, but for those of submodules.
   *
   * @param isPatched - whether it was patched last; what was copied from its base is left out then.
   * @returns where the ids stand in the buffer; `undefined` where they are too many for this, or it is no tree. Valid until the next call.
   */
  treeIds(tree: Stretch, idBytes: number, isPatched: boolean): Uint32Array | undefined;
}

/** Bytes of the buffer: offsets of the first and of the one behind the last. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a search that keeps places comes to. */
export interface Survey {
  /** Groups that occur. */
  readonly found: number;
  /** The places, in no particular order; to be asked for before the next call. Some are missing where the search ended early. */
  readonly places: () => Pairs;
}

/** Offset and value in turn: `count` pairs, valid until the next call. */
export interface Pairs {
  readonly count: number;
  readonly words: Uint32Array;
}
