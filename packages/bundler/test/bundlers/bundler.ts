import type { Options } from '../../src/index.ts';

export type MapKind = 'external' | 'inline' | 'none';

/** What a build is asked for. `src/main.js` is the entry, and `dist` the output. */
export interface BuildQuery {
  /** Absolute path of the project. */
  readonly root: string;
  readonly minify?: boolean;
  readonly map?: MapKind;
  /** Constants in the code, as code. */
  readonly define?: Readonly<Record<string, string>>;
  /** The code is for a server. */
  readonly server?: boolean;
  /** Options of the plugin; `false` builds without it. */
  readonly guard?: Options | false;
  /** A plugin that other builds have, too, in place of one of its own. */
  readonly shared?: object;
}

/** What a build said. */
export interface BuildOutcome {
  /** Everything that it printed or threw, also what a program would print of it. */
  readonly words: string;
  readonly isRefused: boolean;
}

/** A bundler as the matrix drives it. */
export interface Bundler {
  readonly name: string;
  readonly plugin: (options?: Options) => object;
  /** Resolves with what the build said; rejects where it failed. */
  readonly build: (query: BuildQuery) => Promise<string>;
}
