import type { Report } from '@submit-guard/core';

/** What one scan came to, and what was scanned. */
export interface Result {
  /** Name of the repository or folder, for people. */
  readonly name: string;
  readonly report: Report;
}

/** A place that results are in: a file, a database, several of them. */
export interface ResultSource {
  /**
   * The results as they are now.
   *
   * @throws {ResultsError} where they cannot be read.
   */
  read(): Promise<readonly Result[]>;
  /** Calls back, as often as need be, when the results may have changed. Returns a function that ends it. */
  watch(onChange: () => void): () => void;
}

/** A kind of file that results are in. */
export interface ResultKind {
  /** Whether a file is of this kind, by its first bytes. */
  accepts(head: Uint8Array): boolean;
  /**
   * @param path - absolute.
   * @param shown - the path as messages show it.
   */
  open(path: string, shown: string, version: string): ResultSource;
}
