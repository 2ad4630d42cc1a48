import { isUtf8 } from 'node:buffer';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * A path, `/`-separated, relative to the working directory (`../x` when outside it, absolute on another drive).
 * Bytes where the file system's name is not valid UTF-8, so that such a file can still be opened.
 */
export type FilePath = string | Uint8Array;

/** Path of bytes as the file system or git gave them. */
export function pathFromBytes(bytes: Uint8Array): FilePath {
  return isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') : bytes;
}

/** The bytes of a path. */
export function bytesOfPath(path: FilePath): Buffer {
  return typeof path === 'string' ? Buffer.from(path, 'utf8') : Buffer.from(path.buffer, path.byteOffset, path.byteLength);
}

/** A path inside a folder. The folder '' is the working directory. */
export function joinPath(folder: FilePath, name: FilePath): FilePath {
  if (folder.length === 0) return name;
  if (typeof folder === 'string' && typeof name === 'string') return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
  return Buffer.concat([bytesOfPath(folder), Buffer.from('/'), bytesOfPath(name)]);
}

/** The path of a member of an archive: `a.zip!dir/file`. */
export function memberPath(container: FilePath, name: FilePath): FilePath {
  if (typeof container === 'string' && typeof name === 'string') return `${container}!${name}`;
  return Buffer.concat([bytesOfPath(container), Buffer.from('!'), bytesOfPath(name)]);
}

/** A path that a person typed, relative to the working directory `cwd`: normalised, `/`-separated, '' for `cwd` itself. */
export function pathFromArgument(argument: string, cwd: string): string {
  const path = relative(cwd, resolve(cwd, argument));
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/**
 * What the file system opens for a path relative to `cwd`.
 *
 * @param cwd - absolute, or '' for the working directory of the process.
 */
export function pathToOpen(path: FilePath, cwd: string): string | Buffer {
  if (cwd === '') return typeof path === 'string' ? path || '.' : bytesOfPath(path);
  if (typeof path !== 'string') return Buffer.concat([Buffer.from(cwd), Buffer.from('/'), bytesOfPath(path)]);
  if (path === '') return cwd;
  return isAbsolute(path) ? path : `${cwd}${cwd.endsWith('/') ? '' : '/'}${path}`;
}

/** A string that is the same for the same bytes, to compare and look up paths with. */
export function pathKey(path: FilePath): string {
  return typeof path === 'string' ? path : `\0${bytesOfPath(path).toString('latin1')}`;
}

const slash = 0x2f;

/** The folder part of a relative path; '' where there is none. */
export function folderOf(path: FilePath): FilePath {
  if (typeof path === 'string') return path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const bytes = bytesOfPath(path);
  return pathFromBytes(bytes.subarray(0, Math.max(0, bytes.lastIndexOf(slash))));
}

/** The part of a path below a folder that it lies in. */
export function relativeTo(folder: string, path: FilePath): FilePath {
  if (folder === '') return path;
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  return typeof path === 'string' ? path.slice(prefix.length) : pathFromBytes(bytesOfPath(path).subarray(Buffer.byteLength(prefix)));
}

/**
 * The shortest form of a path that goes up from the working directory and comes down into it again: `../src/a.ts` seen from
 * `src` is `a.ts`.
 */
export function shortest(path: FilePath, cwd: string): FilePath {
  const text = typeof path === 'string' ? path : bytesOfPath(path).toString('latin1');
  if (!text.startsWith('../')) return path;
  const ups = /^(?:\.\.\/)+/.exec(text)?.[0].length ?? 0;
  const own = cwd.split(sep).slice(-ups / 3).map((name) => (typeof path === 'string' ? name : Buffer.from(name).toString('latin1')));
  const down = text.slice(ups).split('/');
  let common = 0;
  while (common < own.length && common < down.length - 1 && own[common] === down[common]) common++;
  if (common === 0) return path;
  const short = '../'.repeat(own.length - common) + down.slice(common).join('/');
  return typeof path === 'string' ? short : pathFromBytes(Buffer.from(short, 'latin1'));
}
