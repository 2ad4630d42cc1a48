import type { Define } from '../command-table.ts';
import type { InstallOptions } from '../install.ts';

const help = `
Finds out what starts the hooks here (husky, lefthook, simple-git-hooks, pre-commit, or git itself, also with
core.hooksPath) and adds submit-guard there. What was there stays and runs, too. In a bare repository it writes
pre-receive.

Examples:
  submit-guard install --dry-run                  say what would be changed
  submit-guard install                            pre-commit, pre-push and commit-msg
  submit-guard install --with lint-staged         let lint-staged check the files of a commit
  submit-guard install --hooks pre-push
`;

export const define: Define = (command, run) => {
  command
    .option('--dry-run', 'say what would be changed, and change nothing')
    .option('--hooks <names>', 'which hooks, separated by commas (default: pre-commit,pre-push,commit-msg)')
    .option('--with <manager>', 'git, husky, lefthook, simple-git-hooks, lint-staged or pre-commit (default: what is in use)')
    .option('--everywhere', 'write hooks that several repositories have in common, too')
    .addHelpText('after', help)
    .action(async () => {
      await run(async (context) => (await import('../install.ts')).installHooks(command.opts<InstallOptions>(), context));
    });
};
