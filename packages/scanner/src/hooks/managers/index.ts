import { closestWord } from '@submit-guard/core';
import { HooksError } from '../hooks-error.ts';
import type { Repository } from '../repository.ts';
import { git } from './git.ts';
import type { HookManager } from './hook-manager.ts';
import { husky } from './husky.ts';
import { lefthook } from './lefthook.ts';
import { lintStaged } from './lint-staged.ts';
import { preCommit } from './pre-commit.ts';
import { simpleGitHooks } from './simple-git-hooks.ts';

/** Those that start hooks, in the order in which they are asked; git itself takes what nobody else does. */
const starters: readonly HookManager[] = [husky, lefthook, simpleGitHooks, preCommit, git];

/** All that can be wired. */
export const hookManagers: readonly HookManager[] = [...starters, lintStaged];

/** The program that starts the hooks of a repository. */
export function starterOf(repository: Repository): HookManager {
  return repository.bare ? git : starters.find(({ isUsed }) => isUsed(repository)) ?? git;
}

/**
 * A manager by its name.
 *
 * @throws {HooksError} where there is none of that name.
 */
export function managerNamed(name: string): HookManager {
  const found = hookManagers.find((manager) => manager.name === name);
  if (found !== undefined) return found;
  const names = hookManagers.map((manager) => manager.name);
  const meant = closestWord(name, names);
  throw new HooksError(`There is no hook manager of that name. ${meant === undefined ? `Choose one of ${names.join(', ')}.` : `Did you mean ${meant}?`}`);
}
