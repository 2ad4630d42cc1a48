import type { ExitStatus, PresentationOptions, TerminalContext } from 'submit-guard/fleet';
import { presentReport } from 'submit-guard/fleet';
import { openStore } from '../stores/open-store.ts';

export interface ReportFleetOptions extends PresentationOptions {
  readonly store: string;
}

/**
 * `submit-guard fleet report`: reports what a store has, while a scan runs or after it.
 *
 * @throws {UsageError} and `FleetError` for what the person should mend.
 */
export async function runFleetReport(options: ReportFleetOptions, context: TerminalContext): Promise<ExitStatus> {
  return presentReport(async () => {
    const store = await openStore({ word: options.store, cwd: context.cwd, writes: false });
    try {
      return await store.report();
    } finally {
      await store.close();
    }
  }, { ...options, progress: false }, context);
}
