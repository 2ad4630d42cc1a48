import type { PolicyNote, Report } from '@submit-guard/core';
import { applyBaseline } from '@submit-guard/core';
import { baselineContextOf } from '../policies/baseline-context.ts';
import type { Collection, ScanOptions } from './collect.ts';
import { collect } from './collect.ts';
import { comparePolicyNotes } from './report-order.ts';
import type { RunPolicy } from './run-policy.ts';

/**
 * Scans: from bytes to a report.
 *
 * @throws {PolicyError} where a file of the policy is faulty.
 */
export async function scan(options: ScanOptions = {}): Promise<Report> {
  return reportOf(await collect(options));
}

/** What is left of a collection behind the baseline. */
export function reportOf({ findings, suppressed, notes, coverage, policy, cwd, scope }: Collection): Report {
  const context = baselineContextOf({ cwd, root: policy.root, targets: scope, unread: coverage.unread }, policy.baselineFile.name);
  const outcome = applyBaseline(findings, policy.baseline, context);
  return {
    findings: outcome.kept,
    coverage,
    suppressed: suppressed + outcome.suppressed.length,
    notes: [...notes, ...baselineNotes(outcome.notes, policy), ...policy.untrusted].sort(comparePolicyNotes),
  };
}

/** What is stale in the baseline of a trusted revision may have been dropped here already. */
function baselineNotes(notes: readonly PolicyNote[], { ignoresComments = false }: Pick<RunPolicy, 'ignoresComments'>): readonly PolicyNote[] {
  return ignoresComments ? notes.filter(({ kind }) => kind !== 'stale-suppression') : notes;
}

/**
 * Exit status of a scan: 2 where something that should have been read was not; 1 with findings, and with faulty suppressions, which somebody
 * has to mend as well; else 0.
 */
export function exitStatusOf({ findings, coverage, notes }: Report): 0 | 1 | 2 {
  if (coverage.unread.length > 0) return 2;
  return findings.length > 0 || notes.some(({ kind }) => kind === 'invalid-suppression') ? 1 : 0;
}
