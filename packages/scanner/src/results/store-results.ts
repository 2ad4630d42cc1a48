import { statSync, unwatchFile, watchFile } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { FleetResults } from '../fleets/load-fleet.ts';
import { fleetIsMissing, loadFleet } from '../fleets/load-fleet.ts';
import type { ResultKind } from './result-source.ts';
import { ResultsError } from './results-error.ts';

/** SQLite's file format, section 1.3: with what every database begins. */
const signature = Buffer.from('SQLite format 3\0', 'latin1');

/** Milliseconds between looks at a store. */
const pace = 1000;

/** The files that change when something is written: the database, and its journal until it is taken over. */
const filesOf = (path: string): readonly string[] => [path, `${path}-wal`];

/** The store of a fleet: one result, with paths that begin with the repository. */
export const storeResults: ResultKind = {
  accepts: (head) => signature.equals(head.subarray(0, signature.length)),
  open: (path) => ({
    async read() {
      const fleet = await loadFleet<FleetResults>();
      if (fleet === undefined) throw new ResultsError(fleetIsMissing);
      try {
        statSync(path);
        return [{ name: basename(path).replace(/\.(?:sqlite3?|db)$/i, ''), report: await fleet.reportOf(path, dirname(path)) }];
      } catch (error) {
        if (error instanceof Error && error.name === 'FleetError') throw new ResultsError(error.message);
        throw error;
      }
    },
    watch(onChange) {
      const listener = (): void => onChange();
      for (const file of filesOf(path)) watchFile(file, { interval: pace, persistent: false }, listener);
      return () => filesOf(path).forEach((file) => unwatchFile(file, listener));
    },
  }),
};
