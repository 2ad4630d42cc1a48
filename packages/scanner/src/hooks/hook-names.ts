/** Hooks of git that can run submit-guard, see githooks(5). */
export const hookNames = ['pre-commit', 'pre-merge-commit', 'commit-msg', 'pre-push', 'pre-receive'] as const;
export type HookName = (typeof hookNames)[number];

/** What is wired where nobody says what. */
export const clientHooks: readonly HookName[] = ['pre-commit', 'pre-push', 'commit-msg'];

/** What is wired in a bare repository, which nobody commits in. */
export const serverHooks: readonly HookName[] = ['pre-receive'];

/** Hooks that git tells on standard input what is about to move. */
export function readsInput(hook: HookName): boolean {
  return hook === 'pre-push' || hook === 'pre-receive';
}

/** How the person at the terminal goes on without the check. */
export const waysAround: Readonly<Record<HookName, string>> = {
  'pre-commit': 'git commit --no-verify',
  'pre-merge-commit': 'git merge --no-verify',
  'commit-msg': 'git commit --no-verify',
  'pre-push': 'git push --no-verify',
  'pre-receive': 'ask whoever runs the server',
};

export function isHookName(name: string): name is HookName {
  return (hookNames as readonly string[]).includes(name);
}
