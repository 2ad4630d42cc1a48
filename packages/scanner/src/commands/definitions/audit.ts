import { Option } from 'commander';
import type { AuditOptions } from '../audit.ts';
import type { Define } from '../command-table.ts';

const help = `
Lists the comments and the entries of the baseline that excuse findings: for which rule, why, by whom, since when, until
when, and whether they still cover anything.

Exit status: 0 all in order, 1 one has ended or is faulty, 2 something could not be read.
`;

export const define: Define = (command, run) => {
  command
    .argument('[path...]', 'where to look for comments (default: the working directory)')
    .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
    .option('--baseline <file>', 'baseline of accepted findings (default: .submit-guard/baseline.json)')
    .addOption(new Option('-f, --format <name>', 'how to print the list').choices(['pretty', 'json']).default('pretty'))
    .addHelpText('after', help)
    .action(async (paths: readonly string[]) => {
      await run(async (context) => (await import('../audit.ts')).audit(paths, command.opts<AuditOptions>(), context));
    });
};
