import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import type { FilePath } from '../../paths/file-path.ts';
import { joinPath, pathFromBytes, pathToOpen } from '../../paths/file-path.ts';
import type { FileType } from '../file-types.ts';

export interface FolderEntry extends FileType {
  readonly name: FilePath;
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
  const entries: readonly Dirent[] = readdirSync(path, { withFileTypes: true });
  // Nearly every folder is listed as it is: no name is changed, and no type is asked for.
  if (entries.every((entry) => (entry.isFile() || !isUnknown(entry)) && !entry.name.includes(replacement))) return entries;
  return readdirSync(path, { withFileTypes: true, encoding: 'buffer' }).map((entry) => {
    const name = pathFromBytes(entry.name);
    // Some file systems give no types with the names (readdir(3), DT_UNKNOWN).
    const stats = isUnknown(entry) ? lstatSync(pathToOpen(joinPath(folder, name), cwd), { throwIfNoEntry: false }) : undefined;
    return withName(name, stats ?? entry);
  });
}

function withName(name: FilePath, type: FileType): FolderEntry {
  return {
    name,
    isFile: () => type.isFile(),
    isDirectory: () => type.isDirectory(),
    isSymbolicLink: () => type.isSymbolicLink(),
    isFIFO: () => type.isFIFO(),
    isSocket: () => type.isSocket(),
    isBlockDevice: () => type.isBlockDevice(),
    isCharacterDevice: () => type.isCharacterDevice(),
  };
}
