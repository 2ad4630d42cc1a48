import type { Define } from '../command-table.ts';
import type { InstallOptions } from '../install.ts';

export const define: Define = (command, run) => {
  command
    .option('--dry-run', 'say what would be changed, and change nothing')
    .option('--everywhere', 'also hooks that several repositories have in common')
    .addHelpText('after', '\nTakes out everything that `submit-guard install` wrote, and nothing else.\n')
    .action(async () => {
      await run(async (context) => (await import('../install.ts')).uninstallHooks(command.opts<InstallOptions>(), context));
    });
};
