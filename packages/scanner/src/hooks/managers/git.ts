import { planHooks, planRemoval } from '../plain-hooks.ts';
import type { Repository } from '../repository.ts';
import type { CommandPlaces } from '../shell-scripts.ts';
import type { HookManager } from './hook-manager.ts';

/** git itself: scripts in its folder of hooks, wherever `core.hooksPath` says that this is. */
export const git: HookManager = {
  name: 'git',
  isUsed: () => true,
  install: (hooks, repository) => planHooks(hooks, { folder: repository.hooksFolder, places: placesOf(repository), repository }),
  uninstall: (repository) => planRemoval({ folder: repository.hooksFolder, repository }),
};

/** Hooks that are committed have to work for others: nothing of this machine may stand in them. */
function placesOf({ shared, localCommand }: Repository): CommandPlaces {
  const program = process.argv[1];
  if (shared || program === undefined) return { local: localCommand };
  return { local: localCommand, installed: { node: process.execPath, program } };
}
