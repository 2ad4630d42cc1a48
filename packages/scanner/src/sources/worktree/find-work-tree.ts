import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The nearest folder, from `folder` upwards, that holds a `.git`, or `undefined`. Asks the file system and not git, so
 * that a scan outside of repositories needs no git program; git has the last word on what it finds there.
 *
 * @param folder - absolute path.
 */
export function findWorkTree(folder: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (holdsRepository(current)) return current;
    if (dirname(current) === current) return undefined;
  }
}

/** Whether a folder holds a `.git` folder, or a `.git` file that leads to one. */
export function holdsRepository(folder: string | Buffer): boolean {
  const path = typeof folder === 'string' ? join(folder, '.git') : Buffer.concat([folder, Buffer.from('/.git')]);
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
