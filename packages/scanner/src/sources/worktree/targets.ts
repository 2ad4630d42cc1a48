import { lstatSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { sep } from 'node:path';
import picomatch from 'picomatch';
import { pathFromArgument, pathToOpen } from '../../paths/file-path.ts';
import { codeOf, failureReason } from '../failure-reason.ts';
import { specialKindOf } from '../file-types.ts';
import type { Glob } from './expand-glob.ts';

/** What an argument of the command line stands for. */
export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** The files of a folder that a glob stands for; see `expandGlob`. */
  | ({ readonly kind: 'glob' } & Glob)
  /** Nothing that can be scanned, with the reason. */
  | { readonly kind: 'nothing'; readonly path: string; readonly reason: string };

/**
 * Finds out what an argument stands for. A file whose name looks like a glob (`[id].ts`) is that file.
 *
 * @param argument - file, folder or glob, relative to `cwd` or absolute.
 */
export function targetOf(argument: string, cwd: string): Target {
  const path = pathFromArgument(argument, cwd);
  const link = statsOf(() => lstatSync(pathToOpen(path, cwd)));
  if (link instanceof Error) {
    if (codeOf(link) !== 'ENOENT' && codeOf(link) !== 'ENOTDIR') return { kind: 'nothing', path, reason: failureReason(link) };
    return globOf(argument, cwd) ?? { kind: 'nothing', path, reason: 'there is no such file or folder' };
  }
  const stats = statsOf(() => statSync(pathToOpen(path, cwd)));
  if (stats instanceof Error) {
    const reason = codeOf(stats) === 'ENOENT' ? 'the symbolic link leads nowhere' : failureReason(stats);
    return { kind: 'nothing', path, reason };
  }
  if (stats.isDirectory()) return { kind: 'folder', path };
  const special = specialKindOf(stats);
  if (special === undefined) return { kind: 'file', path };
  return { kind: 'nothing', path, reason: `it is a ${special} and no file; to scan what comes out of it, pipe it into \`submit-guard scan -\`` };
}

function statsOf(ask: () => Stats): Stats | Error {
  try {
    return ask();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** @returns `undefined` where the argument is no glob, or the folder it starts from does not exist. */
function globOf(argument: string, cwd: string): Target | undefined {
  const pattern = sep === '/' ? argument : argument.replaceAll(sep, '/');
  const { isGlob, base, glob, negated } = picomatch.scan(pattern);
  // What a glob excludes, it excludes from the working directory.
  if (negated) return { kind: 'glob', path: '', pattern: pattern.replace(/^!(?:\.\/)?/, ''), negated };
  if (!isGlob) return undefined;
  const path = pathFromArgument(base === '' ? '.' : base, cwd);
  const folder = statsOf(() => statSync(pathToOpen(path, cwd)));
  if (folder instanceof Error || !folder.isDirectory()) return undefined;
  return { kind: 'glob', path, pattern: glob, negated };
}
