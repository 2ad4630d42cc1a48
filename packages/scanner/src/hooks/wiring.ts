import type { HookName } from './hook-names.ts';
import { clientHooks, serverHooks } from './hook-names.ts';
import { HooksError } from './hooks-error.ts';
import type { HookManager } from './managers/hook-manager.ts';
import { hookManagers, managerNamed, starterOf } from './managers/index.ts';
import type { Repository } from './repository.ts';
import type { Plan } from './steps.ts';
import { joinPlans } from './steps.ts';

export interface WiringChoice {
  /** Hooks to wire; the usual ones of the repository where nobody says which. */
  readonly hooks?: readonly HookName[] | undefined;
  /** Name of the manager to wire; the one that starts the hooks where nobody says which. */
  readonly manager?: string | undefined;
  /** Whether hooks may be written that several repositories have in common. */
  readonly everywhere: boolean;
}

/** What is wired by what. */
export interface Wiring extends Plan {
  readonly parts: readonly { readonly manager: HookManager; readonly hooks: readonly HookName[] }[];
}

/**
 * Plans how hooks come to run submit-guard.
 *
 * @throws {HooksError} where that cannot be done without a person.
 */
export function planWiring(repository: Repository, { hooks = repository.bare ? serverHooks : clientHooks, manager, everywhere }: WiringChoice): Wiring {
  if (!repository.bare && hooks.includes('pre-receive')) throw new HooksError('pre-receive runs in the repository that receives a push. Run this there, in the bare repository.');
  const chosen = manager === undefined ? starterOf(repository) : managerNamed(manager);
  const starter = chosen.covers === undefined ? chosen : starterOf(repository);
  const covered = hooks.filter((hook) => chosen.covers?.includes(hook) ?? true);
  const parts = [{ manager: chosen, hooks: covered }, { manager: starter, hooks: hooks.filter((hook) => !covered.includes(hook)) }].filter((part) => part.hooks.length > 0);
  if (repository.foreign && !everywhere && parts.some((part) => part.manager.name === 'git')) {
    throw new HooksError(`core.hooksPath leads to ${repository.hooksFolder}, outside of this repository: hooks there run in every repository that is set up so.\n`
      + 'Write them all the same with --everywhere, or give this repository hooks of its own: git config core.hooksPath .git/hooks');
  }
  const plan = joinPlans(parts.map((part) => part.manager.install(part.hooks, repository)));
  return { ...plan, parts };
}

/** Plans how everything that {@link planWiring} wrote is taken out again, whichever manager it was written for. */
export function planUnwiring(repository: Repository, { everywhere }: Pick<WiringChoice, 'everywhere'>): Plan {
  const managers = hookManagers.filter(({ name }) => name !== 'git' || !repository.foreign || everywhere);
  return joinPlans(managers.map((manager) => manager.uninstall(repository)));
}
