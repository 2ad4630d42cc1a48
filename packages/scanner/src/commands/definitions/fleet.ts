import { fleetIsMissing, loadFleet } from '../../fleets/load-fleet.ts';
import type { Define } from '../command-table.ts';
import { UsageError } from '../usage-error.ts';

/** The commands of the package that is installed beside this one; without it, one that says so. */
export const define: Define = async (command, run) => {
  const fleet = await loadFleet();
  if (fleet !== undefined) return fleet.define(command, run);
  command.argument('[words...]').allowUnknownOption().action(async () => {
    await run(() => {
      throw new UsageError(fleetIsMissing);
    });
  });
};
