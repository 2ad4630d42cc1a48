import type { Surface } from '@submit-guard/rules';
import type { PathTest } from '../policies/globs.ts';
import { compileGlob } from '../policies/globs.ts';

/** One line of the table of surfaces: says what a file is, by its path, its text, or both. */
export interface SurfaceEntry {
  readonly surface: Surface;
  /** The files that the entry is about, for people. */
  readonly what: string;
  /** Lower case, as all of the path is; see `compileGlob`. Without globs and {@link fits}, every path fits. */
  readonly globs?: readonly string[];
  /** What no glob can say of a path. */
  readonly fits?: PathTest;
  /** What the beginning of the text must show. Linear in its length. */
  readonly sign?: (head: string) => boolean;
}

/** An entry that is ready to be asked. */
export type SurfaceTest = (path: string, head: string) => Surface | undefined;

/** Compiles the globs of an entry when they are first needed. */
export function compileEntry({ surface, globs, fits, sign }: SurfaceEntry): SurfaceTest {
  let tests: readonly PathTest[] | undefined;
  const isPlace = (path: string): boolean => {
    tests ??= [...(globs ?? []).map((glob) => compileGlob(glob)), ...(fits === undefined ? [] : [fits])];
    return tests.length === 0 || tests.some((test) => test(path));
  };
  return (path, head) => (isPlace(path) && (sign === undefined || sign(head)) ? surface : undefined);
}

/** A sign that holds where one of the patterns occurs. */
export const anyOf =
  (...patterns: readonly RegExp[]) =>
  (head: string): boolean =>
    patterns.some((pattern) => pattern.test(head));

/** A sign that holds where all of the patterns occur. */
export const allOf =
  (...patterns: readonly RegExp[]) =>
  (head: string): boolean =>
    patterns.every((pattern) => pattern.test(head));
