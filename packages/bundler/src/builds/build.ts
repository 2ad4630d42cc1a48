/** A place a person can open: line and column from 1, columns in UTF-16 units; without them where only the file is known. */
export interface Place {
  /** Relative to the root of the project, `/`-separated. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

/** Something that a build is about to write. */
export interface Output {
  /** Absolute path of the file. */
  readonly file: string;
  readonly content: string | Uint8Array;
  /** Its source map, where the bundler has it at hand. Only asked when a key was found: to hand a map over costs many bundlers more than to search it. */
  readonly map?: () => object | string | null | undefined;
}

/** A module that went into a build. */
export interface Module {
  /** Absolute path; may not be there, as plugins make modules up. */
  readonly file: string;
  /** The module as the bundler has it after all plugins, where it tells. */
  readonly code?: () => string | undefined;
}

/** Everything that is known of a build before it is written. */
export interface Build {
  readonly outputs: readonly Output[];
  /** The modules that went into an output, or into any where that is not known. Only asked when a key was found. */
  readonly modulesOf: (output: Output) => Iterable<Module>;
}
