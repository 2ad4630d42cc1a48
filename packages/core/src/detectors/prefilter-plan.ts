import type { Range } from '../evidence/evidence.ts';

/** A byte string to look for. */
export interface PrefilterLiteral {
  readonly bytes: Uint8Array;
  /** ASCII case is ignored. */
  readonly ignoreCase: boolean;
  /** Number of the group (0 to 31) whose bit is set in the mask when the literal occurs. */
  readonly group: number;
}

/** Keys that are known by their tags only; see `TokenSet` of the prefilter package, which searches for them. */
export interface PrefilterTokens {
  /** 32-bit integer. */
  readonly salt: number;
  readonly tags: readonly number[];
  /** Lengths of the keys in bytes. */
  readonly lengths: readonly number[];
  /** Number of the group whose bit is set in the mask when a candidate occurs. */
  readonly group: number;
  /**
   * The places of a blob that can hold a key, with all around them that may matter.
   *
   * @param found - every stretch that has a tag; values are lengths in bytes as they stand there, encoded or not.
   * @returns offsets in bytes, ascending, apart from each other.
   */
  readonly placesIn: (bytes: Uint8Array, found: Occurrences) => readonly Range[];
}

/** Places where literals of a plan occur, in order of their offsets. */
export interface Occurrences {
  readonly count: number;
  /** Offsets in bytes. */
  readonly offsets: ArrayLike<number>;
  /** For each occurrence the index of its literal in the plan, or the length of a token. */
  readonly values: ArrayLike<number>;
}

/** What decides about blobs that hold words of Submit and words of a key, and nothing that says they belong together. */
export interface CloserLook {
  /** Mask of the groups whose occurrences it wants to know. */
  readonly groups: number;
  /**
   * The places of a blob that can hold a match, with all around them that may matter; none where it does not pass.
   *
   * @param found - every occurrence of a literal of {@link groups}.
   * @returns offsets in bytes, ascending, apart from each other.
   */
  readonly placesIn: (bytes: Uint8Array, found: Occurrences) => readonly Range[];
}

/**
 * What a blob must hold to be worth decoding. Computed from the detector's options; carried out on raw bytes by the
 * source, before anything is decoded or copied.
 */
export interface PrefilterPlan {
  readonly literals: readonly PrefilterLiteral[];
  readonly tokens?: PrefilterTokens;
  /** Whether a blob in which the groups of `mask` occur can hold a match; if not certain, only where the looks at its bytes say so. */
  passes(mask: number): boolean;
  /** Whether such a blob may hold a match anywhere. */
  isCertain(mask: number): boolean;
  /** What makes a blob certain: in one too long to be read as a whole, only what stands near it counts. */
  readonly signs: {
    /** Mask of the groups that are enough each. */
    readonly alone: number;
    /** Masks of the groups that are enough together. */
    readonly together: readonly number[];
  };
  /** Mask of the groups of what only this run looks for: known keys, and patterns and names of the configuration. Tokens come on top. */
  readonly own: number;
  readonly closerLook: CloserLook;
  /** True where a configured pattern has no literal to look for: every blob passes. */
  readonly everything: boolean;
}
