import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Repository } from './repository.ts';

/** Whether something besides refs leads to objects: an index, a reflog, a detached `HEAD`, a linked work tree. A mirror has none of them. */
export function hasOtherTips({ gitFolder, commonFolder }: Pick<Repository, 'gitFolder' | 'commonFolder'>): boolean {
  if (['index', 'logs', 'worktrees'].some((name) => existsSync(join(gitFolder, name)) || existsSync(join(commonFolder, name)))) return true;
  try {
    return !readFileSync(join(gitFolder, 'HEAD'), 'latin1').startsWith('ref: ');
  } catch {
    return true;
  }
}
