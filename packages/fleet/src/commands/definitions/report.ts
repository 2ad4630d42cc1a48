import type { FleetModule } from 'submit-guard/fleet';
import { formatNames } from 'submit-guard/fleet';
import type { ReportFleetOptions } from '../report.ts';

export const defineReport: FleetModule['define'] = (fleet, run) => {
  const command = fleet.command('report')
    .description('report what a store has')
    .option('--store <place>', 'a file, or postgres://user@host/database', 'fleet.sqlite')
    .option('--baseline <file>', 'leave out what was accepted: a file that submit-guard fleet baseline has written')
    .option('-f, --format <name>', `one of ${formatNames.join(', ')}`, 'pretty')
    .option('-o, --output <file>', 'write the report to a file, whole or not at all');
  command.action(async () => {
    const options = command.optsWithGlobals<ReportFleetOptions>();
    await run(async (context) => (await import('../report.ts')).runFleetReport(options, context));
  });
};
