import { realpathSync } from 'node:fs';
import type { FilePath } from '../../paths/file-path.ts';
import { joinPath, pathKey, pathToOpen, relativeTo } from '../../paths/file-path.ts';

/** Keeps files that several arguments lead to from being scanned more than once. */
export class SeenFiles {
  readonly #cwd: string;
  readonly #keys = new Set<string>();

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /**
   * @param target - an existing file or folder.
   * @returns a function that tells, once, whether a file in the target (or the target itself) has not come before.
   *   Files are told apart by their real path: a named link and what it leads to are the same.
   */
  within(target: string): (path: FilePath) => boolean {
    const real = realpathSync(pathToOpen(target, this.#cwd));
    return (path) => {
      const key = pathKey(path === target ? real : joinPath(real, relativeTo(target, path)));
      if (this.#keys.has(key)) return false;
      this.#keys.add(key);
      return true;
    };
  }
}
