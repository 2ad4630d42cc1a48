import type { Define } from '../command-table.ts';
import { wholeNumber } from '../option-values.ts';
import type { ServeOptions } from '../serve.ts';

const help = `
Prints the address of a page that shows the results, and takes newer ones when their files change. Only browsers of this machine reach
it, at an address that nobody can guess; other sites cannot read it. It shows no key. Ctrl-C ends it.

Examples:
  submit-guard serve results.json
  submit-guard serve results/*.json --port 8080
  submit-guard serve fleet.sqlite

Exit status: 130 when it was ended with Ctrl-C, 2 when it could not start.
`;

export const define: Define = (command, run) => {
  command
    .argument('<results...>', 'results in JSON, or the store of a fleet')
    .option('--port <n>', 'listen to this port (default: 7468, or any that is free)', wholeNumber(1, 65_535))
    .addHelpText('after', help)
    .action(async (paths: readonly string[]) => {
      await run(async (context) => (await import('../serve.ts')).runServe(paths, command.opts<ServeOptions>(), context));
    });
};
