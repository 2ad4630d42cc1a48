import type { BaselineOptions } from '../baseline.ts';
import type { Define } from '../command-table.ts';

const help = `
The baseline holds what somebody accepted, by content: it survives moved lines and renamed files and covers no other
key. Commit it. A scan finds it by itself.

Examples:
  submit-guard baseline --reason "legacy service, gone in March" --expires 2027-03-31
  submit-guard baseline --prune                   drop the entries that cover nothing any more
`;

export const define: Define = (command, run) => {
  command
    .argument('[path...]', 'what to scan (default: all that the baseline is about)')
    .option('--reason <text>', 'why the findings are accepted')
    .option('--expires <date>', 'last day on which the new entries count, YYYY-MM-DD')
    .option('--prune', 'drop entries that cover nothing any more')
    .option('--baseline <file>', 'baseline to write (default: .submit-guard/baseline.json)')
    .option('--config <file>', 'configuration (default: the nearest submit-guard.config.yaml or its like)')
    .addHelpText('after', help)
    .action(async (paths: readonly string[]) => {
      const options = command.opts<BaselineOptions>();
      await run(async (context) => {
        const [{ writeBaseline }, { collect }, { picturesOf }] = await Promise.all([import('../baseline.ts'), import('../../pipeline/collect.ts'), import('../pictures.ts')]);
        const scan = (targets: readonly string[]): ReturnType<typeof collect> => collect({
          targets,
          cwd: context.cwd,
          environment: context.environment,
          pictures: picturesOf({}, context, () => undefined),
          ...(options.config !== undefined && { config: options.config }),
        });
        return writeBaseline(paths, options, scan, context);
      });
    });
};
