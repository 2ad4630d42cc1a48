import { findCommit } from '../git/commit-files.ts';
import type { TerminalContext } from './terminal-context.ts';

export interface PrePushInput {
  /** Name of the remote, where it has one. */
  readonly remote: string | undefined;
  /** What takes the place of standard input; absent where git itself has written that. */
  readonly stdin: TerminalContext['stdin'] | undefined;
}

const none = '0'.repeat(40);

/**
 * What a pre-push hook is told: by git with arguments and on standard input, or by pre-commit, which reads both itself, with
 * variables (pre-commit.com, "pre-push"). pre-commit runs its hooks for one ref of a push.
 *
 * @param words - name and address of the remote, as git passes them. A remote without a name is passed as its address twice.
 */
export async function prePushInput(words: readonly string[], { environment, cwd }: Pick<TerminalContext, 'environment' | 'cwd'>): Promise<PrePushInput> {
  const { PRE_COMMIT_TO_REF: to, PRE_COMMIT_FROM_REF: from, PRE_COMMIT_LOCAL_BRANCH: local, PRE_COMMIT_REMOTE_BRANCH: target, PRE_COMMIT_REMOTE_NAME: name } = environment;
  if (local === undefined || target === undefined) return { remote: words[0], stdin: undefined };
  // The first push of all has no commit that pre-commit would name.
  const next = to ?? await findCommit(cwd, local) ?? local;
  return { remote: name, stdin: asInput(`${local} ${next} ${target} ${from ?? none}\n`) };
}

async function* asInput(line: string): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(line);
}
