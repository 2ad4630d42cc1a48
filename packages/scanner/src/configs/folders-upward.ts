import { dirname } from 'node:path';
import { findWorkTree } from '../sources/worktree/find-work-tree.ts';

/**
 * A folder and those above it up to the top of its work tree; the folder alone outside of any.
 *
 * @param folder - absolute path.
 */
export function foldersUpward(folder: string): readonly string[] {
  const top = findWorkTree(folder);
  const folders = [folder];
  for (let next = folder; top !== undefined && next !== top;) folders.push((next = dirname(next)));
  return folders;
}
