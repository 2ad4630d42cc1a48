import { basename, dirname } from 'node:path';
import { failureOf, firstErrorOf } from '../../git/git-failure.ts';
import type { GitFailure } from '../../git/git-failure.ts';
import type { IndexEntry } from '../../git/index-entries.ts';
import { parseIndexEntries } from '../../git/index-entries.ts';
import { runGit } from '../../git/run-git.ts';
import { splitRecords } from '../../git/split-records.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { pathFromBytes } from '../../paths/file-path.ts';

/** What git would commit of a folder: paths relative to it. */
export interface GitListing {
  readonly tracked: readonly IndexEntry[];
  /** Untracked and not ignored; ends with `/` where it is a repository of its own. */
  readonly untracked: readonly FilePath[];
  /** Folders that git could not open, as git printed them. */
  readonly closed: readonly { readonly path: string; readonly reason: string }[];
  /** The folder itself is one that git ignores. */
  readonly ignored: boolean;
}

export interface ListingFailure {
  readonly failure: GitFailure;
  /** What git said. */
  readonly error: string;
}

/** What git says of a folder that it may not open: it goes on, and ends as if nothing were amiss. */
const closedFolder = /^warning: could not open directory '(.*)\/': (.*)$/;

/**
 * Asks git for its files in a folder of a work tree.
 *
 * @param folder - absolute path.
 * @param isTop - whether the folder is the top of its work tree, which nothing can ignore.
 */
export async function listWithGit(folder: string, isTop: boolean): Promise<GitListing | ListingFailure> {
  // Two commands, as one list of both could not be told apart: an untracked file may be named like an index entry.
  const [staged, others, check] = await Promise.all([
    runGit(folder, ['ls-files', '-z', '--cached', '--stage']),
    runGit(folder, ['ls-files', '-z', '--others', '--exclude-standard']),
    isTop ? undefined : runGit(dirname(folder), ['check-ignore', '--quiet', '--', `./${basename(folder)}`]),
  ]);
  for (const answer of [others, staged]) {
    const failure = failureOf(answer);
    if (failure !== undefined) return { failure, error: firstErrorOf(answer) };
  }
  return {
    tracked: parseIndexEntries(staged.output),
    untracked: splitRecords(others.output).map(pathFromBytes),
    closed: others.errors.split('\n').flatMap((line) => {
      const [, path, reason] = closedFolder.exec(line) ?? [];
      return path === undefined || reason === undefined ? [] : [{ path, reason: reason.toLowerCase() }];
    }),
    ignored: check?.status === 0,
  };
}
