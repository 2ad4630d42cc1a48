import type { ExitStatus, PresentationOptions, TerminalContext } from 'submit-guard/fleet';
import { presentReport } from 'submit-guard/fleet';
import { reportOf } from '../stores/report-of.ts';

export interface ReportFleetOptions extends PresentationOptions {
  readonly store: string;
  readonly baseline?: string;
}

/**
 * `submit-guard fleet report`: reports what a store has, while a scan runs or after it.
 *
 * @throws {UsageError} and `FleetError` for what the person should mend.
 */
export async function runFleetReport(options: ReportFleetOptions, context: TerminalContext): Promise<ExitStatus> {
  return presentReport(() => reportOf(options.store, context.cwd, options.baseline), { ...options, progress: false }, context);
}
