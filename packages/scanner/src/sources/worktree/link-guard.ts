import { lstatSync } from 'node:fs';
import type { FilePath } from '../../paths/file-path.ts';
import { folderOf, joinPath, pathKey, pathToOpen } from '../../paths/file-path.ts';
import { codeOf } from '../failure-reason.ts';

/**
 * Tells whether a path of git's index still lies in the tree. The index says `config/key.txt`; if somebody has put a
 * symbolic link in the place of `config`, opening that path would read a file outside the tree. For git the path is
 * then deleted (it is "beyond a symbolic link").
 */
export class LinkGuard {
  readonly #root: FilePath;
  readonly #cwd: string;
  readonly #folders = new Map<string, boolean>();

  constructor(root: FilePath, cwd: string) {
    this.#root = root;
    this.#cwd = cwd;
  }

  /** @param path - relative to the root, as git lists it. */
  isInTree(path: FilePath): boolean {
    const folder = folderOf(path);
    if (folder.length === 0) return true;
    const key = pathKey(folder);
    const known = this.#folders.get(key);
    if (known !== undefined) return known;
    const inTree = this.isInTree(folder) && this.#isFolder(folder);
    this.#folders.set(key, inTree);
    return inTree;
  }

  #isFolder(folder: FilePath): boolean {
    // git takes no `..` into an index; one that was made by hand might hold it.
    if (typeof folder === 'string' && (folder === '..' || folder.endsWith('/..'))) return false;
    try {
      return lstatSync(pathToOpen(joinPath(this.#root, folder), this.#cwd)).isDirectory();
    } catch (error) {
      // A folder that may not be searched: opening the file in it says so.
      return codeOf(error) === 'EACCES';
    }
  }
}
