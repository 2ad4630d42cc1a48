/** The questions that `Dirent` and `Stats` both answer. */
export interface FileType {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
  isFIFO(): boolean;
  isSocket(): boolean;
  isBlockDevice(): boolean;
  isCharacterDevice(): boolean;
}

/** What a file is that holds no bytes of its own to read: `FIFO`, `socket` or `device`; `undefined` for the others. */
export function specialKindOf(type: FileType): string | undefined {
  if (type.isFIFO()) return 'FIFO';
  if (type.isSocket()) return 'socket';
  return type.isBlockDevice() || type.isCharacterDevice() ? 'device' : undefined;
}
