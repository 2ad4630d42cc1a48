import type { Stats } from 'node:fs';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Output } from '../builds/build.ts';

/** Pictures, films and fonts, which public folders are full of, hold no text. */
const media = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|tiff?|mp[34]|webm|og[gv]|wav|flac|mov|avi|woff2?|ttf|otf|eot)$/i;

/** Files of a folder that is copied as it is, links followed, but for media; none where there is no folder. */
export function filesBelow(folder: string): readonly Output[] {
  return pathsBelow(folder).map((file) => ({ file, content: readFileSync(file) }));
}

/** Absolute paths of a project's own files: what is installed, and what tools keep in hidden folders, is left out. */
export function ownFilesBelow(folder: string): readonly string[] {
  return pathsBelow(folder, /^(?:\.|node_modules$)/);
}

/** @param except - fits the names of files and folders that are left out. */
function pathsBelow(folder: string, except?: RegExp): readonly string[] {
  const paths: string[] = [];
  const seen = new Set<string>();
  const enter = (path: string): void => {
    const real = realpathSync(path);
    if (seen.has(real)) return;
    seen.add(real);
    for (const name of readdirSync(path)) {
      if (except?.test(name) === true) continue;
      const file = join(path, name);
      const stats = statsOf(file);
      if (stats?.isDirectory() === true) enter(file);
      else if (stats?.isFile() === true && !media.test(name)) paths.push(file);
    }
  };
  if (statsOf(folder)?.isDirectory() === true) enter(folder);
  return paths;
}

/** `undefined` where nothing is there, as at the end of a link that leads nowhere or to itself. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined;
    throw error;
  }
}
