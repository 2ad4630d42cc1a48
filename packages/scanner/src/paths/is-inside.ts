import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is that of a folder, or of something below it. Both are absolute, or relative to the working directory. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
