import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of git's index for some thousand files; an entry has 62 and its path (gitformat-index(5)). */
const largeIndex = 150_000;

/** Entries of a folder that holds no repository. */
const manyEntries = 24;

/** Whether a folder, by an absolute path, looks as if it held thousands of files: a guess that costs next to nothing. */
export function isLarge(folder: string): boolean {
  try {
    const index = statSync(join(folder, '.git/index'), { throwIfNoEntry: false });
    return index === undefined ? readdirSync(folder).length >= manyEntries : index.size >= largeIndex;
  } catch {
    return false;
  }
}
