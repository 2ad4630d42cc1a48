import type { Command } from 'commander';
import type { Define, Run } from '../command-table.ts';
import { UsageError } from '../usage-error.ts';

/** What `@submit-guard/fleet` exports: the commands below `submit-guard fleet`. */
export interface FleetModule {
  readonly define: (command: Command, run: Run) => void;
}

/** Not a literal: the package needs this one, and its types are not there when this one is built. */
const fleetPackage = '@submit-guard/fleet';

/** The commands of the package that is installed beside this one; without it, one that says so. */
export const define: Define = async (command, run) => {
  const fleet = await loadFleet();
  if (fleet !== undefined) return fleet.define(command, run);
  command.argument('[words...]').allowUnknownOption().action(async () => {
    await run(() => {
      throw new UsageError('@submit-guard/fleet, which scans many repositories, is not installed. Install it beside submit-guard.');
    });
  });
};

async function loadFleet(): Promise<FleetModule | undefined> {
  try {
    return await import(fleetPackage) as FleetModule;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(fleetPackage)) return undefined;
    throw error;
  }
}
