/** A byte string to look for. */
export interface PrefilterLiteral {
  readonly bytes: Uint8Array;
  /** ASCII case is ignored. */
  readonly ignoreCase: boolean;
  /** Number of the group (0 to 31) whose bit is set in the mask when the literal occurs. */
  readonly group: number;
}

/**
 * What a blob must hold to be worth decoding. Computed from the detector's options; carried out on raw bytes by the
 * source, before anything is decoded or copied.
 */
export interface PrefilterPlan {
  readonly literals: readonly PrefilterLiteral[];
  /** Whether a blob in which the groups of `mask` occur can hold a match. */
  passes(mask: number): boolean;
  /** True where a configured pattern has no literal to look for: every blob passes. */
  readonly everything: boolean;
}
