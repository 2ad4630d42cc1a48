import { posix, relative, sep } from 'node:path';
import { findWorkTree } from '../sources/worktree/find-work-tree.ts';

/**
 * The folder that the baseline and the known keys belong to, and that the paths in a baseline are relative to: the top
 * of the work tree or, outside of any, the folder of the configuration (which is the working directory where there is
 * none).
 *
 * @param cwd - absolute path of the working directory.
 * @param configFolder - absolute path.
 */
export function policyRoot(cwd: string, configFolder: string): string {
  return findWorkTree(cwd) ?? configFolder;
}

/** Paths that are none: standard input, and what stands in history without a file. */
const noPath = /^(?:<|(?:commit|tag|note|blob):)/;

/**
 * Turns the paths of findings, relative to `from`, into paths relative to `root`: what `from` is does not matter to a
 * baseline then. Quoted paths stay quoted.
 *
 * @param from - absolute path of the folder that the paths are relative to.
 * @param root - absolute path.
 */
export function pathsFrom(from: string, root: string): (path: string) => string {
  const between = relative(root, from).replaceAll(sep, '/');
  return (path) => {
    if (between === '' || noPath.test(path)) return path;
    return path.startsWith('"') ? `"${posix.join(between, path.slice(1))}` : posix.join(between, path);
  };
}
