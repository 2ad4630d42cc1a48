import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import type { FilePath } from '../../paths/file-path.ts';
import { joinPath, pathFromBytes, pathToOpen } from '../../paths/file-path.ts';
import type { FileType } from '../file-types.ts';

export interface FolderEntry {
  readonly name: FilePath;
  readonly type: FileType;
}

/** Stands in a decoded name for bytes that are not UTF-8. */
const replacement = '\ufffd';

function isUnknown(type: FileType): boolean {
  return !(type.isFile() || type.isDirectory() || type.isSymbolicLink() || type.isFIFO() || type.isSocket()
    || type.isBlockDevice() || type.isCharacterDevice());
}

/**
 * The entries of a folder, without `.` and `..`.
 *
 * @throws the error of the file system where the folder cannot be read.
 */
export function readFolder(folder: FilePath, cwd: string): readonly FolderEntry[] {
  const path = pathToOpen(folder, cwd);
  // Some file systems give no types with the names (readdir(3), DT_UNKNOWN).
  const typeOf = (name: FilePath, entry: FileType): FileType =>
    (isUnknown(entry) ? lstatSync(pathToOpen(joinPath(folder, name), cwd), { throwIfNoEntry: false }) : undefined) ?? entry;
  const entries: readonly Dirent[] = readdirSync(path, { withFileTypes: true });
  if (!entries.some((entry) => entry.name.includes(replacement))) {
    return entries.map((entry) => ({ name: entry.name, type: typeOf(entry.name, entry) }));
  }
  return readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const name = pathFromBytes(entry.name);
    return { name, type: typeOf(name, entry) };
  });
}
