import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { failureReason, quotePath, UsageError } from 'submit-guard/fleet';
import type { BucketOptions } from './bucket.ts';
import { isBucketAddress, parseBucket } from './bucket.ts';
import type { Target } from './target.ts';
import { isAddress, nameOf, parseAddress } from './target.ts';

export interface TargetQuery {
  /** What was typed: folders, lists in files, addresses. */
  readonly words: readonly string[];
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** Globs of names; none means all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly buckets: BucketOptions;
  /** What was listed elsewhere. */
  readonly listed?: readonly Target[];
}

/** Folders deep that repositories are looked for: `hosts/owner/group/name`. */
const deepest = 6;

/** Longest list of targets. Bytes; some hundred thousand addresses. */
const longestList = 67_108_864;

/**
 * Finds the repositories that words name: a repository, a folder that holds some, a file that lists words, or an address.
 *
 * @returns each repository once, in order of name.
 * @throws {UsageError} where a word names nothing.
 */
export function listTargets({ words, cwd, include, exclude, buckets, listed = [] }: TargetQuery): readonly Target[] {
  const found = [...words.flatMap((word) => targetsOf(word, cwd, buckets)), ...listed];
  const byName = new Map<string, Target>();
  for (const target of found) {
    const same = byName.get(target.name);
    if (same !== undefined && JSON.stringify(same.place) === JSON.stringify(target.place)) continue;
    // Two folders may have a name in common; reports have to tell them apart.
    let { name } = target;
    for (let number = 2; byName.has(name); number++) name = `${target.name}~${number}`;
    byName.set(name, { ...target, name });
  }
  const isIncluded = include.length === 0 ? () => true : picomatch([...include], { dot: true });
  const isExcluded = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  return [...byName.values()].filter(({ name }) => isIncluded(name) && !isExcluded(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function targetsOf(word: string, cwd: string, buckets: BucketOptions): readonly Target[] {
  if (word === '') throw new UsageError('A target is empty. Perhaps a variable has no value.');
  if (isBucketAddress(word) || isAddress(word)) return [addressed(word, buckets, 'An address among the targets')];
  const path = resolve(cwd, word);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw new UsageError(`There is no file or folder ${quotePath(word)}, which should name repositories.`);
  return stats.isDirectory() ? foldersBelow(path, word) : listedIn(path, word, buckets);
}

function addressed(word: string, buckets: BucketOptions, what: string): Target {
  if (isBucketAddress(word)) {
    const bucket = parseBucket(word, buckets);
    if ('problem' in bucket) throw new UsageError(`${what} ${bucket.problem}.`);
    return bucket;
  }
  const parsed = parseAddress(word);
  if ('problem' in parsed) throw new UsageError(`${what} ${parsed.problem}.`);
  return parsed.target;
}

/** Words in a file, one a line; `#` begins a remark. Paths are relative to the file. */
function listedIn(path: string, word: string, buckets: BucketOptions): readonly Target[] {
  const stats = statSync(path);
  if (stats.size > longestList) throw new UsageError(`${quotePath(word)} is too long to be a list of repositories.`);
  const lines = read(path, word).split(/\r?\n/).map((line) => line.trim());
  return lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    if (isBucketAddress(line) || isAddress(line)) return [addressed(line, buckets, `The address in line ${index + 1} of ${quotePath(word)}`)];
    const folder = resolve(dirname(path), line);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new UsageError(`Line ${index + 1} of ${quotePath(word)} names no folder and no address.`);
    return foldersBelow(folder, line);
  });
}

function read(path: string, word: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${quotePath(word)} cannot be read: ${failureReason(error)}.`);
  }
}

/** The repositories in a folder, named by their paths in it; the folder itself, where it is one. */
function foldersBelow(folder: string, word: string): readonly Target[] {
  if (isRepository(folder)) return [{ name: nameOf(basename(folder)), place: { kind: 'folder', path: folder } }];
  const found: Target[] = [];
  const walk = (current: string, depth: number): void => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      if (!entry.isDirectory()) continue;
      const path = join(current, entry.name);
      if (isRepository(path)) found.push({ name: nameOf(relative(folder, path).split(sep).join('/')), place: { kind: 'folder', path } });
      else if (depth < deepest) walk(path, depth + 1);
    }
  };
  try {
    walk(folder, 1);
  } catch (error) {
    throw new UsageError(`Repositories cannot be looked for in ${quotePath(word)}: ${failureReason(error)}.`);
  }
  if (found.length === 0) throw new UsageError(`There is no repository in ${quotePath(word)}.`);
  return found;
}

/** A work tree has `.git` (a folder or a file), a bare repository what is in it. */
function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git')) || (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects')) && existsSync(join(folder, 'refs')));
}
