import { applyBaseline } from './apply-baseline.ts';
import type { Baselinable, BaselineContext } from './apply-baseline.ts';
import { keyOfEntry } from './baseline.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { contentIdOf } from './content-id.ts';

export interface BaselineChange {
  /** Reason for what is accepted now; without one nothing is added. */
  readonly reason?: string;
  readonly by?: string;
  readonly expires?: string;
  /** Whether to drop entries that cover nothing any more. */
  readonly prune: boolean;
}

export interface BaselineUpdate {
  readonly entries: readonly BaselineEntry[];
  readonly added: readonly BaselineEntry[];
  readonly dropped: readonly BaselineEntry[];
}

/**
 * Accepts findings and drops what is gone. Entries keep their reason and date; one that followed its key to another
 * file is written with its new path; an expired one that would cover something is replaced.
 */
export function updateBaseline(
  findings: readonly Baselinable[],
  baseline: Baseline,
  change: BaselineChange,
  context: BaselineContext,
): BaselineUpdate {
  const { kept, suppressed, stale } = applyBaseline(findings, baseline, context);
  const movedTo = new Map(suppressed.map(({ finding, entry }) => [entry, context.pathInPolicy(finding.path)]));
  const dropped = change.prune ? new Set(stale) : new Set<BaselineEntry>();
  const entries = new Map<string, BaselineEntry>();
  for (const entry of baseline.entries) {
    if (dropped.has(entry)) continue;
    const current = { ...entry, path: movedTo.get(entry) ?? entry.path };
    entries.set(keyOfEntry(current), current);
  }
  const added = new Map<string, BaselineEntry>();
  for (const finding of change.reason === undefined ? [] : kept) {
    const entry: BaselineEntry = {
      path: context.pathInPolicy(finding.path),
      ruleId: finding.ruleId,
      fingerprint: contentIdOf(finding),
      reason: change.reason ?? '',
      added: context.today,
      ...(change.by !== undefined && { by: change.by }),
      ...(change.expires !== undefined && { expires: change.expires }),
    };
    added.set(keyOfEntry(entry), entry);
  }
  for (const [key, entry] of added) entries.set(key, entry);
  return { entries: [...entries.values()], added: [...added.values()], dropped: [...dropped] };
}
