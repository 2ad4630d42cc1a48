import type { Define } from '../command-table.ts';

const help = `
Example:
  submit-guard init                               writes submit-guard.config.yaml, unless there is a configuration
`;

export const define: Define = (command, run) => {
  command.addHelpText('after', help).action(async () => {
    await run(async (context) => (await import('../init.ts')).initialise(context));
  });
};
