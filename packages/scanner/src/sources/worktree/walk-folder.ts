import type { FilePath } from '../../paths/file-path.ts';
import { joinPath } from '../../paths/file-path.ts';
import { failureReason } from '../failure-reason.ts';
import { specialKindOf } from '../file-types.ts';
import type { FileReference, SourceNotes } from '../source.ts';
import { linkReason } from '../link-reason.ts';
import type { FolderEntry } from './read-folder.ts';
import { readFolder } from './read-folder.ts';

export interface WalkOptions {
  readonly cwd: string;
  readonly notes: SourceNotes;
  /** Lists a folder that holds a `.git`; absent where what git ignores is to be listed as well. */
  readonly listRepository?: (folder: FilePath) => AsyncIterable<readonly FileReference[]>;
}

/** Files that are handed on at once: each time goes through every generator between here and the scan. */
const portion = 256;

/**
 * Lists all files in a folder and the folders in it, whatever git thinks of them; `.git` is left out. Symbolic links
 * are not followed, so that nothing outside the folder is read and no loop is walked.
 */
export async function* walkFolder(root: FilePath, options: WalkOptions): AsyncGenerator<readonly FileReference[], void> {
  const { cwd, notes, listRepository } = options;
  const folders: FilePath[] = [root];
  let files: FileReference[] = [];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: readonly FolderEntry[];
    try {
      entries = readFolder(folder, cwd);
    } catch (error) {
      notes.missRead(folder, failureReason(error));
      continue;
    }
    if (listRepository !== undefined && entries.some((entry) => entry.name === '.git')) {
      yield* listRepository(folder);
      continue;
    }
    sortEntries(entries, folder, options, folders, files);
    if (files.length < portion) continue;
    yield files;
    files = [];
  }
  if (files.length > 0) yield files;
}

/** Puts what is to be walked, and what is to be read, at the end of two lists; the rest becomes notes. */
function sortEntries(entries: readonly FolderEntry[], folder: FilePath, { cwd, notes }: WalkOptions, folders: FilePath[], files: FileReference[]): void {
  for (const entry of entries) {
    if (entry.name === '.git') continue;
    const path = joinPath(folder, entry.name);
    if (entry.isFile()) files.push({ path, named: false, tracked: false, regular: true });
    else if (entry.isDirectory()) folders.push(path);
    else if (entry.isSymbolicLink()) notes.skip(path, linkReason(path, cwd));
    else {
      const special = specialKindOf(entry);
      if (special === undefined) files.push({ path, named: false, tracked: false, regular: false });
      else notes.skip(path, special);
    }
  }
}
