import type { Report } from '@submit-guard/core';

/** What `@submit-guard/fleet` exports for those that read what it has kept. */
export interface FleetResults {
  /**
   * What a store has.
   *
   * @param store - the path of a file, or `postgres://...`.
   * @param cwd - absolute path of the working directory.
   * @throws an error named `FleetError`, with a sentence for the person who named the store.
   */
  readonly reportOf: (store: string, cwd: string) => Promise<Report>;
}

/** Not a literal: the package needs this one, and its types are not there when this one is built. */
const fleetPackage = '@submit-guard/fleet';

/** The package that is installed beside this one. @returns `undefined` where it is not. */
export async function loadFleet<Exports extends FleetResults>(): Promise<Exports | undefined> {
  try {
    return await import(fleetPackage) as Exports;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && error.message.includes(fleetPackage)) return undefined;
    throw error;
  }
}

/** What a command says that needs the package where it is not installed. */
export const fleetIsMissing = '@submit-guard/fleet, which scans many repositories, is not installed. Install it beside submit-guard.';
