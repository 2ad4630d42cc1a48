import type { Command } from 'commander';
import type { FleetResults } from '../../fleets/load-fleet.ts';
import { fleetIsMissing, loadFleet } from '../../fleets/load-fleet.ts';
import type { Define, Run } from '../command-table.ts';
import { UsageError } from '../usage-error.ts';

/** What `@submit-guard/fleet` exports. */
export interface FleetModule extends FleetResults {
  /** Adds the commands below `submit-guard fleet`. */
  readonly define: (command: Command, run: Run) => void;
}

/** The commands of the package that is installed beside this one; without it, one that says so. */
export const define: Define = async (command, run) => {
  const fleet = await loadFleet<FleetModule>();
  if (fleet !== undefined) return fleet.define(command, run);
  command.argument('[words...]').allowUnknownOption().action(async () => {
    await run(() => {
      throw new UsageError(fleetIsMissing);
    });
  });
};
