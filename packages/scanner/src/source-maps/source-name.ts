import { posix } from 'node:path';
import { decodedPercent } from './percent.ts';

/** A scheme in front of a path, and the authority behind it: `webpack://shop/`, `turbopack:///`, `file://`. */
const scheme = /^([a-z][a-z\d+.-]+):\/{2}([^/]*)\/?/i;

/** Schemes of bundlers, whose paths start from the project's folder. */
const ofBundler = /^(?:webpack(?:-internal)?|turbopack|rspack|ng|parcel|rsbuild|vite|rollup|rolldown|farm)$/i;

/** Marks of bundlers in front of a path that starts from the project's folder: Turbopack's and Parcel's. */
const projectMark = /^\/?(?:\[project\]|__parcel_source_root)\//;

/** What loaders and modules of one source put behind its name: `?vue&type=script`, `?5f3a`. */
const query = /\?[^/]*$/;

/** Where the sources of a map are looked for, in words only. */
export interface SourceFolders {
  /** Folder of the map, relative to the working directory; '' for that itself. */
  readonly map: string;
  /** Folder of the project, relative to the working directory. */
  readonly project: string;
  /** Absolute, `/`-separated path of the working directory. */
  readonly cwd: string;
}

/**
 * The path of a source as it is shown: relative to the working directory where the map says so much. It is never opened: whoever made the
 * map may have written anything.
 *
 * @param name - as the map has it, with the source root in front.
 * @returns '' where there is no name.
 */
export function sourcePathOf(name: string, { map, project, cwd }: SourceFolders): string {
  const plain = name.replaceAll('\\', '/').replace(query, '');
  const [prefix = '', protocol = ''] = scheme.exec(plain) ?? [];
  if (ofBundler.test(protocol)) return inFolder(project, plain.slice(prefix.length).replace(projectMark, ''));
  if (protocol !== '' && protocol.toLowerCase() !== 'file') return plain;
  const below = `/${plain.slice(prefix.length)}`;
  const path = protocol === '' ? plain : decodedPercent(below) ?? below;
  if (projectMark.test(path)) return inFolder(project, path.replace(projectMark, ''));
  if (path === '') return '';
  if (!isAbsolute(path)) return inFolder(map, path);
  const windows = path.replace(/^\/(?=[a-z]:\/)/i, '');
  const within = cwd.endsWith('/') ? cwd : `${cwd}/`;
  return windows.startsWith(within) ? posix.normalize(windows.slice(within.length)) : posix.normalize(windows);
}

function inFolder(folder: string, path: string): string {
  return posix.normalize(posix.join(folder, path)).replace(/^\.$/, '');
}

function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:\//i.test(path);
}
