import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file that a source map means by a source.
 *
 * @param source - as the map names it: relative to the map, absolute, or with the scheme of a bundler, which stands for the root.
 * @param mapFile - absolute path of the map, or of the output that it belongs to.
 * @param root - absolute path of the project.
 * @returns an absolute path, or the name of a module that is no file: `virtual:settings`.
 */
export function fileOfSource(source: string, mapFile: string, root: string): string {
  if (source.startsWith('file://')) {
    try {
      return withoutQuery(fileURLToPath(source));
    } catch {
      return source;
    }
  }
  // `webpack://name/./src/api.ts`, `turbopack:///[project]/src/api.ts`; of something derived, the last one is where it is from.
  const scheme = /^(?:.*\/)?[a-z][a-z-]+:\/\/[^/]*\/(?:\[project\]\/)?/s.exec(source)?.[0];
  if (scheme !== undefined) return withoutQuery(source.slice(scheme.length), (path) => belowRoot(path, root));
  // What a plugin made up: esbuild puts its namespace before the name. One letter would be a drive.
  if (/^[a-z][\w-]+:/i.test(source)) return source;
  if (!isAbsolute(source)) return withoutQuery(source, (path) => existing(resolve(dirname(mapFile), path), resolve(dirname(mapFile), decoded(path))));
  // Farm takes the root of the project for that of the disk.
  return withoutQuery(source, (path) => existing(path, join(root, path)));
}

/** The other of two files where it is there and the first is not. */
function existing(file: string, other: string): string {
  return !existsSync(file) && existsSync(other) ? other : file;
}

/** Sources are URLs; esbuild writes them so, others write paths. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A bundler may mean a folder above the project, such as that of a workspace. */
function belowRoot(path: string, root: string): string {
  for (let folder = root; dirname(folder) !== folder; folder = dirname(folder)) if (existsSync(join(folder, path))) return join(folder, path);
  return join(root, path);
}

/**
 * The file of a module: ids of bundlers carry queries, and a NUL byte where a plugin made the module up.
 *
 * @returns an absolute path, or the name of a module that is no file.
 */
export function fileOfModule(id: string): string {
  return withoutQuery(id.startsWith('\0') ? id.slice(1) : id);
}

/**
 * How a file is called in messages: relative to the root, `/`-separated; what is no file, by its name.
 *
 * @param root - absolute path of the project.
 */
export function nameOfFile(file: string, root: string): string {
  return isAbsolute(file) ? relative(root, file).replaceAll(sep, '/') : file;
}

/** What begins a query or a fragment. Webpack and Rspack escape the same character in the name of a file. */
const queryStart = /(?<![\0\u200b])[?#]/g;

/**
 * A path without its query and fragment. Files and folders may have names like `C# apps`: what is there counts, then the shortest.
 *
 * @param toFile - where a path leads.
 */
function withoutQuery(path: string, toFile: (path: string) => string = (file) => file): string {
  if (!/[?#\0]/.test(path)) return toFile(path);
  const ends = Array.from(path.matchAll(queryStart), ({ index }) => index);
  const files = [path, ...ends.reverse().map((end) => path.slice(0, end))].map((candidate) => toFile(candidate.replaceAll('\0', '').replaceAll(/\u200b(?=[?#])/g, '')));
  const shortest = files.at(-1) ?? path;
  return files.length === 1 ? shortest : files.find((file) => existsSync(file)) ?? shortest;
}
