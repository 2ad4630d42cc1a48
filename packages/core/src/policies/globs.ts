/** Tells whether a `/`-separated relative path fits. */
export type PathTest = (path: string) => boolean;

/** A piece of a segment: a literal character, or a set of them, or any one, or any run. */
type Token = string | ReadonlySet<string> | typeof anyOne | typeof anyRun | Not;
interface Not {
  readonly not: ReadonlySet<string>;
}

const anyOne = Symbol('?');
const anyRun = Symbol('*');
/** Any number of folders, also none. */
const anyFolders = Symbol('**');

type Segment = readonly Token[] | typeof anyFolders;

/** What a set like `[a-z]` may hold, and a brace list may become; a glob that says more is refused. */
const largest = 256;

/**
 * Replaces `{a,b}` by its members, nested ones too.
 *
 * @throws {RangeError} where a glob would become more than 256.
 */
function expandBraces(glob: string): readonly string[] {
  const done: string[] = [];
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const found = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(next) ?? undefined;
    if (found === undefined) done.push(next);
    else open.push(...(found[2] ?? '').split(',').map((member) => `${found[1]}${member}${found[3]}`));
    if (done.length + open.length > largest) throw new RangeError('A glob has braces that stand for more than 256 globs; write fewer alternatives.');
  }
  return done;
}

function setOf(members: string): ReadonlySet<string> {
  const set = new Set<string>();
  const chars = [...members];
  for (let at = 0; at < chars.length; at++) {
    const from = chars[at]?.codePointAt(0) ?? 0;
    const isRange = chars[at + 1] === '-' && at + 2 < chars.length;
    const to = isRange ? (chars[at + 2]?.codePointAt(0) ?? from) : from;
    for (let code = from; code <= to && set.size < largest; code++) set.add(String.fromCodePoint(code));
    if (isRange) at += 2;
  }
  return set;
}

function segmentOf(text: string): Segment {
  if (text === '**') return anyFolders;
  const tokens: Token[] = [];
  const chars = [...text];
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    const end = char === '[' ? chars.indexOf(']', at + 2) : -1;
    if (end !== -1) {
      const negated = chars[at + 1] === '!' || chars[at + 1] === '^';
      const set = setOf(chars.slice(negated ? at + 2 : at + 1, end).join(''));
      tokens.push(negated ? { not: set } : set);
      at = end;
    } else if (char === '\\' && at + 1 < chars.length) tokens.push(chars[++at] ?? '');
    else if (char !== '*') tokens.push(char === '?' ? anyOne : char);
    else if (tokens.at(-1) !== anyRun) tokens.push(anyRun);
  }
  return tokens;
}

function fits(token: Token, char: string): boolean {
  if (token === anyOne) return true;
  if (typeof token === 'string') return token === char;
  if (typeof token === 'symbol') return false;
  return token instanceof Set ? token.has(char) : !(token as Not).not.has(char);
}

/**
 * Matches a sequence against a pattern with one kind of wildcard for runs. Going back to the *last* wildcard is enough,
 * so the time is at most the product of both lengths, whoever wrote the pattern.
 */
function matchRuns<P, T>(pattern: readonly P[], items: readonly T[], isRun: (piece: P) => boolean, fitsOne: (piece: P, item: T) => boolean): boolean {
  let at = 0;
  let run = -1;
  let runItem = 0;
  for (let index = 0; index < items.length;) {
    const piece = pattern[at];
    if (at < pattern.length && isRun(piece as P)) {
      run = at++;
      runItem = index;
    } else if (at < pattern.length && fitsOne(piece as P, items[index] as T)) {
      at++;
      index++;
    } else if (run !== -1) {
      at = run + 1;
      index = ++runItem;
    } else return false;
  }
  while (at < pattern.length && isRun(pattern[at] as P)) at++;
  return at === pattern.length;
}

function segmentFits(segment: Segment, name: string): boolean {
  return segment !== anyFolders && matchRuns(segment, [...name], (token) => token === anyRun, fits);
}

function segmentsOf(glob: string): readonly Segment[] {
  const parts = glob.replace(/^\.?\//, '').split('/').filter((part) => part !== '');
  // Like in .gitignore, a name without a folder fits in every folder.
  const anchored = glob.replace(/\/$/, '').includes('/');
  return [...(anchored ? [] : [anyFolders as Segment]), ...parts.map(segmentOf)];
}

/**
 * Compiles a glob: `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}` and `**` for any number of folders; a leading dot is nothing
 * special. A glob without a `/` in front of its end fits names in every folder, as in `.gitignore`. Not a regular expression: a glob from
 * a stranger's configuration cannot make it slow.
 *
 * @param beneath - whether the glob also fits everything beneath the folders that it fits.
 * @throws {RangeError} where braces stand for more than 256 globs.
 */
export function compileGlob(glob: string, beneath = false): PathTest {
  const globs = expandBraces(glob).map((plain) => [...segmentsOf(plain), ...(beneath ? [anyFolders as Segment] : [])]);
  return (path) => {
    const names = path.split('/');
    return globs.some((segments) => matchRuns(segments, names, (segment) => segment === anyFolders, segmentFits));
  };
}

/**
 * Compiles a list of globs as in `.gitignore`: the last one that fits decides, `!` before a glob takes paths back in,
 * and a glob that fits a folder fits what is beneath it.
 *
 * @throws {RangeError} where braces stand for more than 256 globs.
 */
export function compileExclusion(globs: readonly string[]): PathTest {
  const steps = globs.map((glob) => ({ excludes: !glob.startsWith('!'), fits: compileGlob(glob.replace(/^!/, ''), true) }));
  return (path) => steps.findLast((step) => step.fits(path))?.excludes ?? false;
}
