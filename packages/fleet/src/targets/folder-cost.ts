import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * What a repository costs to scan, in bytes on the disk: of its packs, and of loose objects as far as their number tells. A guess, for cutting work;
 * 0 where nobody can look.
 *
 * @param folder - absolute path of a work tree or a bare repository.
 */
export function folderCost(folder: string): number {
  const objects = join(gitFolderOf(folder), 'objects');
  return namesIn(join(objects, 'pack')).filter((name) => name.endsWith('.pack')).reduce((sum, name) => sum + sizeOf(join(objects, 'pack', name)), 0)
    + namesIn(objects).filter((name) => /^[0-9a-f]{2}$/.test(name)).reduce((sum, name) => sum + namesIn(join(objects, name)).length * looseObject, 0);
}

/** Bytes of a loose object on the disk, more or less. */
const looseObject = 4096;

/** `.git` may be a file that names the folder (gitrepository-layout(5)). */
function gitFolderOf(folder: string): string {
  const path = join(folder, '.git');
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return folder;
  if (stats.isDirectory()) return path;
  try {
    return resolve(folder, readFileSync(path, 'utf8').replace(/^gitdir: /, '').trim());
  } catch {
    return path;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
