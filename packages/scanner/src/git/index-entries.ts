import type { FilePath } from '../paths/file-path.ts';
import { pathFromBytes } from '../paths/file-path.ts';
import { splitRecords } from './split-records.ts';

/** A path in git's index, relative to the folder that git ran in. */
export interface IndexEntry {
  readonly path: FilePath;
  readonly isSubmodule: boolean;
}

/** Mode of a commit of another repository in an index or a tree (gitformat-index(5), "gitlink"). */
const submoduleMode = '160000';

const tab = 0x09;

/**
 * Reads the output of `git ls-files --stage -z`: `<mode> <object> <stage>\t<path>`. A path that is being merged is listed
 * once for each side and comes out once.
 */
export function parseIndexEntries(output: Buffer): readonly IndexEntry[] {
  const entries: IndexEntry[] = [];
  let last: Buffer | undefined;
  for (const record of splitRecords(output)) {
    const path = record.subarray(record.indexOf(tab) + 1);
    if (last?.equals(path)) continue;
    last = path;
    entries.push({ path: pathFromBytes(path), isSubmodule: record.toString('latin1', 0, submoduleMode.length) === submoduleMode });
  }
  return entries;
}
