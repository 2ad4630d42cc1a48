import { statSync } from 'node:fs';
import type { FilePath } from '../paths/file-path.ts';
import { pathToOpen } from '../paths/file-path.ts';
import { codeOf } from './failure-reason.ts';

/**
 * Why a symbolic link in a tree is left out. What it leads to is read where it stands, if that is in the tree.
 */
export function linkReason(path: FilePath, cwd: string): string {
  try {
    statSync(pathToOpen(path, cwd));
    return 'symbolic link';
  } catch (error) {
    return codeOf(error) === 'ELOOP' ? 'symbolic link that leads to itself' : 'broken symbolic link';
  }
}
