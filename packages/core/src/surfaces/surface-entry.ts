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

/** Makes an entry ready to be asked. */
export function compileEntry({ surface, globs = [], fits, sign }: SurfaceEntry): SurfaceTest {
  const tests = [...globs.map(lazyGlob), ...(fits === undefined ? [] : [fits])];
  const isPlace = (path: string): boolean => tests.length === 0 || tests.some((test) => test(path));
  return (path, head) => (isPlace(path) && (sign === undefined || sign(head)) ? surface : undefined);
}

/** A glob of the table that is compiled for the first path that holds its words: compiling all of them takes longer than most scans. */
function lazyGlob(glob: string): PathTest {
  let words: readonly (readonly string[])[] | undefined;
  let test: PathTest | undefined;
  return (path) => {
    words ??= wordsOf(glob);
    return words.every((alternatives) => alternatives.some((word) => path.includes(word))) && (test ??= compileGlob(glob))(path);
  };
}

/** What a path must hold to fit a glob: of each list one. A list stands for the braces of the glob, or for the text between its wildcards. */
function wordsOf(glob: string): readonly (readonly string[])[] {
  const parts = glob.replaceAll(/^\*\*\/|\/\*\*\/|\/\*\*$|\[[^\]]*\]/g, '*').match(/\{[^{}]*\}|[^*?{}]+/g) ?? [];
  return parts.map((part) => (part.startsWith('{') ? part.slice(1, -1).split(',') : [part])).filter((words) => !words.some((word) => /[*?]/.test(word)));
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
