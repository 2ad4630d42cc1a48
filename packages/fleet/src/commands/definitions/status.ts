import type { FleetModule } from 'submit-guard/fleet';
import { oneOf } from 'submit-guard/fleet';
import type { StatusOptions } from '../status.ts';

export const defineStatus: FleetModule['define'] = (fleet, run) => {
  const command = fleet.command('status')
    .description('tell how far a scan is, and what failed')
    .option('--store <place>', 'a file, or postgres://user@host/database', 'fleet.sqlite')
    .option('-f, --format <name>', 'pretty or json', oneOf(['pretty', 'json']), 'pretty')
    .option('--watch', 'tell again and again until the scan has ended (default: on a terminal, while it runs)')
    .option('--no-watch', 'tell once');
  command.action(async () => {
    const options = command.optsWithGlobals<StatusOptions>();
    await run(async (context) => (await import('../status.ts')).runFleetStatus(options, context));
  });
};
