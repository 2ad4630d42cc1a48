import { closestWord } from '@submit-guard/core';
import type { HookName } from '../hooks/hook-names.ts';
import { hookNames, isHookName } from '../hooks/hook-names.ts';
import { describeRepository } from '../hooks/repository.ts';
import type { Plan } from '../hooks/steps.ts';
import { carryOut } from '../hooks/steps.ts';
import { planUnwiring, planWiring } from '../hooks/wiring.ts';
import { quotePath } from '../paths/quote-path.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf, UsageError } from './usage-error.ts';

export interface InstallOptions {
  readonly dryRun?: boolean;
  readonly everywhere?: boolean;
  /** `--with`. */
  readonly with?: string;
  /** `--hooks`, separated by commas. */
  readonly hooks?: string;
}

/**
 * `submit-guard install`: lets the hooks of the repository around the working directory run submit-guard.
 *
 * @throws {UsageError} and `HooksError` for what the person should mend.
 */
export async function installHooks({ dryRun = false, everywhere = false, with: manager, hooks }: InstallOptions, context: TerminalContext): Promise<ExitStatus> {
  const repository = await describeRepository(context.cwd, context.version);
  const wiring = planWiring(repository, { manager, everywhere, hooks: hooks === undefined ? undefined : hooksOf(hooks) });
  const parts = wiring.parts.map((part) => `${part.hooks.join(', ')} through ${part.manager.name}`).join('; ');
  return carryOutPlan(wiring, dryRun, context, { done: `Wired: ${parts}.`, nothing: `Already wired: ${parts}.` });
}

/** `submit-guard uninstall`: takes out everything that `install` wrote, and nothing else. */
export async function uninstallHooks({ dryRun = false, everywhere = false }: InstallOptions, context: TerminalContext): Promise<ExitStatus> {
  const repository = await describeRepository(context.cwd, context.version);
  const plan = planUnwiring(repository, { everywhere });
  return carryOutPlan(plan, dryRun, context, { done: 'The hooks of submit-guard are gone.', nothing: 'No hook of submit-guard is wired here.' });
}

function carryOutPlan(plan: Plan, dryRun: boolean, { print }: TerminalContext, { done, nothing }: { readonly done: string; readonly nothing: string }): ExitStatus {
  if (plan.steps.length === 0) {
    print(`${nothing}\n`);
    return 0;
  }
  for (const { summary } of plan.steps) print(`${dryRun ? 'Would ' : ''}${quotePath(summary)}\n`);
  if (dryRun) {
    print('Nothing was changed.\n');
    return 0;
  }
  carryOut(plan.steps);
  print(`${done}\n`);
  for (const sentence of plan.next) print(`Next: ${sentence}\n`);
  return 0;
}

function hooksOf(list: string): readonly HookName[] {
  return list.split(',').map((item) => {
    const name = item.trim();
    if (isHookName(name)) return name;
    const meant = closestWord(name, hookNames);
    throw new UsageError(`--hooks does not take ${echoOf(name)}. ${meant === undefined ? `It takes ${hookNames.join(', ')}.` : `Did you mean ${meant}?`}`);
  });
}
