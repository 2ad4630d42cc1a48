import picomatch from 'picomatch';
import { quoteGlob } from './glob-quoting.ts';

/** Tells whether a `/`-separated relative path fits. */
export type PathTest = (path: string) => boolean;

/** UTF-16 units. */
const longestGlob = 1_024;

/** `*` and `**` together: an expression with more of them can take years to fail. */
const mostRuns = 8;

/** What braces may stand for. */
const mostAlternatives = 256;

/** Ways to lay the runs of a glob upon a path of which all may be tried: a second or two in the worst case. */
const mostWays = 1e8;

/** A glob that is not compiled; the message is the rest of a sentence that begins with its name. */
export class GlobError extends RangeError {
  override readonly name = 'GlobError';
}

/**
 * As in `.gitignore`, a leading dot is nothing special. Without `u`, a `?` would be half an emoji; without `s`, no `**` would
 * pass a line end. The fast paths of picomatch write expressions that are not valid with `u`.
 */
const options = {
  dot: true, windows: false, nonegate: true, noextglob: true, regex: false, literalBrackets: false, fastpaths: false, debug: true, flags: 'us',
} as const;

/** How many ways there are to choose `count` of `from` places. */
function waysToPlace(count: number, from: number): number {
  let ways = 1;
  for (let index = 0; index < count; index++) ways *= Math.max(1, from - index) / (index + 1);
  return ways;
}

function longestName(path: string): { readonly names: number; readonly length: number } {
  const names = path.split('/');
  return { names: names.length, length: Math.max(...names.map(({ length }) => length)) };
}

function expressionOf(glob: string): RegExp {
  try {
    return picomatch.makeRe(glob, options);
  } catch {
    throw new GlobError('cannot be understood; look at its brackets, and at ranges such as `[a-z]`');
  }
}

/**
 * Compiles a glob: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` and `**` for any number of folders, as picomatch knows them; a leading dot
 * is nothing special. A glob without a `/` in front of its end fits names in every folder, as in `.gitignore`.
 *
 * Globs come from a stranger's configuration, and picomatch makes backtracking expressions of them. So there are no extended globs
 * and no quantifiers (their characters stand for themselves), length, wildcards and alternatives are limited, and where the
 * wildcards could be laid upon a path in more than a hundred million ways, the path does not fit: what is not excluded
 * is scanned.
 *
 * @param beneath - whether the glob also fits everything beneath the folders that it fits.
 * @throws {GlobError} where a glob is beyond these limits, or none.
 */
export function compileGlob(glob: string, beneath = false): PathTest {
  if (glob.length > longestGlob) throw new GlobError(`is longer than ${longestGlob} characters; write a shorter glob`);
  const text = glob.replace(/^\.?\/+/, '').replace(/\/+$/, '').replace(/\/{2,}/g, '/');
  const { glob: quoted, runs, folderRuns, alternatives } = quoteGlob(text);
  if (alternatives > mostAlternatives) throw new GlobError(`has braces that stand for more than ${mostAlternatives} globs; write fewer alternatives`);
  if (runs + folderRuns > mostRuns) throw new GlobError(`has more than ${mostRuns} wildcards (\`*\`, \`**\`); write fewer`);
  if (quoted === '') return () => false;
  const isAnchored = glob.replace(/\/$/, '').includes('/');
  const start = isAnchored || !beneath ? quoted : `**/${quoted}`;
  const expressions = (beneath ? [start, `${start}/**`] : [start]).map(expressionOf);
  const isName = !isAnchored && !beneath;
  const canTry = (path: string): boolean => {
    if (runs + folderRuns === 0) return true;
    const { names, length } = longestName(path);
    return alternatives * waysToPlace(folderRuns + (isAnchored ? 0 : 1), names) * waysToPlace(runs, length) <= mostWays;
  };
  return (path) => {
    const place = isName ? path.slice(path.lastIndexOf('/') + 1) : path;
    return canTry(place) && expressions.some((expression) => expression.test(place));
  };
}

/**
 * Compiles a list of globs as in `.gitignore`: the last one that fits decides, `!` before a glob takes paths back in,
 * and a glob that fits a folder fits what is beneath it.
 *
 * @throws {GlobError} as {@link compileGlob}.
 */
export function compileExclusion(globs: readonly string[]): PathTest {
  const steps = globs.map((glob) => ({ excludes: !glob.startsWith('!'), fits: compileGlob(glob.replace(/^!/, ''), true) }));
  return (path) => steps.findLast((step) => step.fits(path))?.excludes ?? false;
}
