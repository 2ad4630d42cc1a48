import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { planHooks, planRemoval } from '../plain-hooks.ts';
import type { Repository } from '../repository.ts';
import type { HookManager } from './hook-manager.ts';

/** Husky 8 and 9: scripts of the user in `.husky`, which committed lines start. */
export const husky: HookManager = {
  name: 'husky',
  isUsed: (repository) => existsSync(folderOf(repository)),
  install(hooks, repository) {
    const folder = folderOf(repository);
    const { steps } = planHooks(hooks, { folder, places: { local: repository.localCommand }, repository, runsEveryScript: true });
    return { steps, next: repository.hooksFolder.startsWith(folder) ? ['Commit the scripts.'] : ['Run `npx husky`, which switches its hooks on, and commit the scripts.'] };
  },
  uninstall: (repository) => planRemoval({ folder: folderOf(repository), repository }),
};

/** Version 9 lets `core.hooksPath` lead to `.husky/_`, which it writes itself; version 8 to `.husky`, also in a folder of the work tree. */
function folderOf({ top, hooksPath, hooksFolder }: Repository): string {
  if (hooksPath !== undefined && basename(hooksFolder) === '.husky') return hooksFolder;
  if (hooksPath !== undefined && basename(hooksFolder) === '_' && basename(dirname(hooksFolder)) === '.husky') return dirname(hooksFolder);
  return join(top, '.husky');
}
