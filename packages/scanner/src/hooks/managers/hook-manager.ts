import type { HookName } from '../hook-names.ts';
import type { Repository } from '../repository.ts';
import type { Plan } from '../steps.ts';

/** A program that starts the hooks of a repository. */
export interface HookManager {
  readonly name: string;
  /** The hooks it can stand in for; all of them where this is absent. */
  readonly covers?: readonly HookName[];
  /** Whether the repository uses it. */
  readonly isUsed: (repository: Repository) => boolean;
  /**
   * What wires hooks.
   *
   * @throws {HooksError} where its configuration cannot be written to; the message says what to write by hand.
   */
  readonly install: (hooks: readonly HookName[], repository: Repository) => Plan;
  /** What takes out everything that `install` wrote. */
  readonly uninstall: (repository: Repository) => Plan;
}
