import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The file that a source map means by a source.
 *
 * @param source - as the map names it: relative to the map, absolute, or with the scheme of a bundler, which stands for the root.
 * @param mapFile - absolute path of the map, or of the output that it belongs to.
 * @param root - absolute path of the project.
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
  if (scheme !== undefined) return belowRoot(withoutQuery(source.slice(scheme.length)), root);
  const path = withoutQuery(source);
  if (!isAbsolute(path)) return resolve(dirname(mapFile), path);
  // Farm takes the root of the project for that of the disk.
  return !existsSync(path) && existsSync(join(root, path)) ? join(root, path) : path;
}

/** A bundler may mean a folder above the project, such as that of a workspace. */
function belowRoot(path: string, root: string): string {
  for (let folder = root; dirname(folder) !== folder; folder = dirname(folder)) if (existsSync(join(folder, path))) return join(folder, path);
  return join(root, path);
}

/** The file of a module: ids of bundlers carry queries, and a NUL byte where a plugin made the module up. */
export function fileOfModule(id: string): string {
  return withoutQuery(id.replaceAll('\0', ''));
}

function withoutQuery(path: string): string {
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}
