import type { Define } from '../command-table.ts';
import type { HookOptions } from '../hook.ts';

const help = `
This is what hooks of git run; \`submit-guard install\` writes them. It prints nothing unless it stops git.

Examples:
  submit-guard hook pre-commit
  submit-guard hook commit-msg "$1"
  submit-guard hook pre-push "$1" "$2"            with what git writes to standard input
  submit-guard hook pre-receive                   on a server, with what git writes to standard input

Exit status: 0 git goes on, 1 or 2 it stops.
`;

export const define: Define = (command, run) => {
  command
    .argument('<name>', 'pre-commit, pre-merge-commit, commit-msg, pre-push or pre-receive')
    .argument('[words...]', 'what git passes to the hook')
    .addHelpText('after', help)
    .action(async (name: string, words: readonly string[]) => {
      const options = command.optsWithGlobals<HookOptions>();
      await run(async (context) => (await import('../hook.ts')).runHook(name, words, options, context));
    });
};
