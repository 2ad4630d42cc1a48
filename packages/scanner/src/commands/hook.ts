import { closestWord } from '@submit-guard/core';
import type { HookName } from '../hooks/hook-names.ts';
import { hookNames, isHookName, waysAround } from '../hooks/hook-names.ts';
import { describeError } from './describe-error.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';
import { echoOf, UsageError } from './usage-error.ts';

export interface HookOptions {
  /** False with `--no-color`. */
  readonly color: boolean;
  readonly debug?: boolean;
}

const acts: Readonly<Record<HookName, string>> = {
  'pre-commit': 'commit', 'pre-merge-commit': 'merge', 'commit-msg': 'commit', 'pre-push': 'push', 'pre-receive': 'push',
};

/**
 * `submit-guard hook NAME [ARGUMENTS...]`: what a hook of git runs. Silent where there is nothing to say; where it stops git, its
 * last sentence says why and how to go on.
 *
 * @param words - what git passes to the hook.
 * @throws {UsageError} where there is no such hook.
 */
export async function runHook(name: string, words: readonly string[], options: HookOptions, context: TerminalContext): Promise<ExitStatus> {
  if (!isHookName(name)) {
    const meant = closestWord(name, hookNames);
    throw new UsageError(`submit-guard has nothing for the hook ${echoOf(name)}. ${meant === undefined ? `It knows ${hookNames.join(', ')}.` : `Did you mean ${meant}?`}`);
  }
  // A hook writes to standard error: what git prints itself may be read by a program.
  const inHook = withOther(context, { print: context.tell, output: { isTerminal: context.errors.isTerminal, columns: context.output.columns } });
  let status: ExitStatus;
  try {
    status = await check(name, words, options, inHook);
  } catch (error) {
    context.tell(describeError(error, options.debug === true));
    status = 2;
  }
  if (status !== 0) context.tell(sentenceFor(name, status));
  return status;
}

/** A context with some other members; those that are worked out when they are asked for stay so. */
function withOther(context: TerminalContext, other: Partial<TerminalContext>): TerminalContext {
  return Object.create(context, Object.getOwnPropertyDescriptors(other)) as TerminalContext;
}

async function check(name: HookName, words: readonly string[], { color, debug = false }: HookOptions, context: TerminalContext): Promise<ExitStatus> {
  const options = { color, debug, format: 'pretty', quiet: true, cache: false };
  if (name === 'commit-msg') return (await import('./commit-message.ts')).checkMessage(words[0], options, context);
  const { runGitScan } = await import('./git.ts');
  if (name === 'pre-push') {
    const { prePushInput } = await import('./pre-push-input.ts');
    const { remote, stdin } = await prePushInput(words, context);
    return runGitScan({ ...options, prePush: true, ...(remote !== undefined && { remote }) }, stdin === undefined ? context : withOther(context, { stdin }));
  }
  if (name !== 'pre-receive') return runGitScan({ ...options, staged: true }, context);
  // A server has no work tree: its default branch says what the policy is, once there is one.
  const { findCommit } = await import('../git/commit-files.ts');
  const policyFilesFrom = await findCommit(context.cwd, 'HEAD');
  return runGitScan({ ...options, preReceive: true, ...(policyFilesFrom !== undefined && { policyFilesFrom }) }, context);
}

function sentenceFor(name: HookName, status: ExitStatus): string {
  const act = acts[name];
  const around = name === 'pre-receive' ? 'Whoever runs the server can let it through.' : `To go on without the check: ${waysAround[name]}`;
  if (status === 1) {
    const remedy = name === 'pre-commit' || name === 'pre-merge-commit'
      ? 'Take the key out and stage the file again, or accept the finding: submit-guard baseline --reason "..."'
      : name === 'commit-msg' ? 'Take the key out of the message.'
        : 'A key that was committed stays in history: take it out of the commits (git rebase -i), and revoke it if anybody has seen it.';
    return `submit-guard stopped this ${act}. ${remedy}\n${around}\n`;
  }
  return `submit-guard could not check everything, for the reason above, and stopped this ${act} to be safe. Mend that and try again.\n${around}\n`;
}
