import type { FleetModule } from 'submit-guard/fleet';
import type { FleetBaselineOptions } from '../baseline.ts';

export const defineBaseline: FleetModule['define'] = (fleet, run) => {
  const command = fleet.command('baseline')
    .description('accept what a store has, with a reason')
    .requiredOption('--baseline <file>', 'baseline to write; scan and report take it with --baseline')
    .option('--store <place>', 'a file, or postgres://user@host/database', 'fleet.sqlite')
    .option('--reason <text>', 'why the findings are accepted')
    .option('--expires <date>', 'last day on which the new entries count, YYYY-MM-DD')
    .option('--prune', 'drop entries that cover nothing any more');
  command.action(async () => {
    const options = command.optsWithGlobals<FleetBaselineOptions>();
    await run(async (context) => (await import('../baseline.ts')).runFleetBaseline(options, context));
  });
};
