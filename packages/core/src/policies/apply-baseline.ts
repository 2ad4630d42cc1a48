import type { Finding } from '../finding.ts';
import type { PolicyNote } from '../report.ts';
import { keyOfEntry } from './baseline.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { contentIdOf } from './content-id.ts';
import { isOver } from './dates.ts';

/** What of a finding decides whether an entry is about it. */
export type Baselinable = Pick<Finding, 'ruleId' | 'message' | 'path' | 'pointer' | 'secret'>;

export interface BaselineContext {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Path of the baseline file, for the notes. */
  readonly name: string;
  /** The path of a finding as entries write it: from the root of the policy. */
  readonly pathInPolicy: (path: string) => string;
  /** Whether the run looked at a path (as entries write it), or would have if there were a file. */
  readonly wasScanned: (path: string) => boolean;
  /** Whether there is no file any more at a path (as entries write it). */
  readonly isGone: (path: string) => boolean;
}

export interface BaselineOutcome<F> {
  readonly kept: readonly F[];
  readonly suppressed: readonly { readonly finding: F; readonly entry: BaselineEntry }[];
  /** Entries that cover nothing any more in what was scanned. */
  readonly stale: readonly BaselineEntry[];
  /** Stale entries, and expired ones that would cover something. */
  readonly notes: readonly PolicyNote[];
}

const contentKey = (ruleId: string, fingerprint: string): string => `${ruleId}\0${fingerprint}`;

/** Groups by a text, in order. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Applies a baseline. An entry covers the findings of its rule about its key in its file. Where its file holds none of
 * them any more, the key has moved: the entry then covers one other file, the first by path. A copy is a new leak: an
 * entry whose file still holds the key covers no other file.
 */
export function applyBaseline<F extends Baselinable>(
  findings: readonly F[],
  baseline: Baseline,
  { today, name, pathInPolicy, wasScanned, isGone }: BaselineContext,
): BaselineOutcome<F> {
  if (baseline.entries.length === 0) return { kept: findings, suppressed: [], stale: [], notes: [] };
  const seen = groupBy(findings, (finding) => keyOfEntry({ path: pathInPolicy(finding.path), ruleId: finding.ruleId, fingerprint: contentIdOf(finding) }));
  const covers = new Map<BaselineEntry, readonly F[]>();
  const free: BaselineEntry[] = [];
  for (const entry of baseline.entries) {
    const own = seen.get(keyOfEntry(entry));
    if (own !== undefined) covers.set(entry, own);
    else if (wasScanned(entry.path) || isGone(entry.path)) free.push(entry);
  }
  const taken = new Set([...covers.values()].flat());
  const homeless = groupBy(
    [...seen.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group).filter(([first]) => first !== undefined && !taken.has(first)),
    ([first]) => (first === undefined ? '' : contentKey(first.ruleId, contentIdOf(first))),
  );
  for (const entry of free) {
    const moved = homeless.get(contentKey(entry.ruleId, entry.fingerprint))?.shift();
    if (moved !== undefined) covers.set(entry, moved);
  }

  const bySource = new Map<F, BaselineEntry>();
  const notes: PolicyNote[] = [];
  for (const [entry, covered] of covers) {
    if (entry.expires !== undefined && isOver(entry.expires, today)) {
      notes.push({ kind: 'expired-suppression', path: name, message: `The entry for ${entry.ruleId} in ${entry.path} ended with ${entry.expires}; mend what it covers, or accept it anew.` });
    } else for (const finding of covered) bySource.set(finding, entry);
  }
  const stale = free.filter((entry) => !covers.has(entry) && wasScanned(entry.path));
  for (const entry of stale) {
    notes.push({ kind: 'stale-suppression', path: name, message: `The entry for ${entry.ruleId} in ${entry.path} covers nothing any more; drop it with \`submit-guard baseline --prune\`.` });
  }
  return {
    kept: findings.filter((finding) => !bySource.has(finding)),
    suppressed: [...bySource].map(([finding, entry]) => ({ finding, entry })),
    stale,
    notes,
  };
}
