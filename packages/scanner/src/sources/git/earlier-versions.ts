import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitRecords } from '../../git/split-records.ts';
import type { Repository } from '../../git/repository.ts';
import { outputOf } from '../../git/repository.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { pathFromBytes, pathKey } from '../../paths/file-path.ts';

/** Files among which git looks for renames; what is renamed without a change is found among any number. */
const renameLimit = '-l5000';

/** Ids by path; see `pathKey`. */
export type IdsByPath = ReadonlyMap<string, string>;

const tab = 0x09;

/**
 * Where files of a tree had another name in an older one: the ids of the old files by the new path.
 *
 * @param comparison - arguments of a git command that compares two trees, or a tree and the index.
 */
export async function renamesIn(repository: Repository, comparison: readonly string[]): Promise<IdsByPath> {
  const [command = '', ...rest] = comparison;
  const output = await outputOf(repository, 'look for renamed files', [command, '-r', '-z', '--raw', '--no-abbrev', '-M', renameLimit, '--diff-filter=R', ...rest]);
  const ids = new Map<string, string>();
  const records = splitRecords(output);
  // `:<mode> <mode> <id> <id> R<score>`, the old path, the new path.
  for (let index = 0; index + 2 < records.length; index += 3) {
    const id = records[index]?.toString('latin1').split(' ')[2];
    const path = records[index + 2];
    if (id !== undefined && path !== undefined) ids.set(pathKey(pathFromBytes(path)), id);
  }
  return ids;
}

/** Paths that are asked for at once: a command line has an end. */
const pathsAtOnce = 200;

/** The ids of the files that a tree has at some paths. */
export async function idsInTree(repository: Repository, tree: string, paths: readonly FilePath[]): Promise<IdsByPath> {
  const ids = new Map<string, string>();
  for (let start = 0; start < paths.length; start += pathsAtOnce) {
    // An argument is text: a path that is not goes without its older version, and what is in it counts as new.
    const names = paths.slice(start, start + pathsAtOnce).filter((path) => typeof path === 'string');
    if (names.length === 0) continue;
    const output = await outputOf(repository, 'read a tree', ['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', tree, '--', ...names]);
    for (const record of splitRecords(output)) {
      const end = record.indexOf(tab);
      const id = record.toString('latin1', 0, end).split(' ')[2];
      if (id !== undefined) ids.set(pathKey(pathFromBytes(record.subarray(end + 1))), id);
    }
  }
  return ids;
}

/** The commits that are being merged into `HEAD`. */
export function mergeHeads({ gitFolder }: Repository): readonly string[] {
  try {
    return readFileSync(join(gitFolder, 'MERGE_HEAD'), 'latin1').split('\n').filter((line) => /^[0-9a-f]{40,64}$/.test(line));
  } catch {
    return [];
  }
}
