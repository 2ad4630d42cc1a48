/** What containers may come to. All levels of one file together, but for the depth. */
export interface ContainerLimits {
  /** How many containers may lie one in another: a `.tar.gz` is two. */
  readonly depth: number;
  /** Bytes that a file may unpack to. */
  readonly bytes: number;
  /** How many times its own length a file may unpack to. */
  readonly ratio: number;
  /** Bytes up to which the ratio does not matter: what is no more does no harm. */
  readonly ratioFrom: number;
  readonly members: number;
}

/**
 * `ratioFrom` lets a log of a gigabyte through however evenly it repeats itself; `ratio` is beyond what archives of real files reach.
 * Deflate makes at most 1,032 bytes of one.
 */
export const defaultContainerLimits: ContainerLimits = {
  depth: 8,
  bytes: 8 * 1024 ** 3,
  ratio: 200,
  ratioFrom: 1.25 * 1024 ** 3,
  members: 1_000_000,
};

/** Where somebody has set a ratio, it counts from here on. Bytes. */
export const ratioFromWhereSet = 1_048_576;
