import { resolve } from 'node:path';
import type { Baseline, BaselineChange, BaselineContext, BaselineEntry, BaselineUpdate, Finding, Report } from '@submit-guard/core';
import { applyBaseline, emptyBaseline, updateBaseline } from '@submit-guard/core';
import { loadBaseline, quotePath } from 'submit-guard/fleet';

/** A part of a baseline, and what it is about. */
interface Share {
  readonly entries: BaselineEntry[];
  readonly findings: Finding[];
}

/** What the entries of one baseline are, by repository; '' stands for what belongs to none that is scanned. */
type Shares = ReadonlyMap<string, Share>;

/** A report of a fleet, and the names of the repositories in it. */
export interface FleetFindings {
  readonly report: Report;
  readonly repositories: readonly string[];
}

/**
 * Applies a baseline to a report of a fleet, to each repository by itself: an entry follows its key to another file of its repository and to no
 * other repository, where the key is a new leak.
 *
 * @param name - path of the baseline, for messages.
 */
export function withBaseline(fleet: FleetFindings, baseline: Baseline, name: string, today: string): Report {
  const { report } = fleet;
  const outcomes = [...sharesOf(fleet, baseline)].map(([repository, { entries, findings }]) => (
    applyBaseline(findings, { ...baseline, entries }, contextOf(fleet, repository, name, today))));
  const kept = new Set(outcomes.flatMap((outcome) => outcome.kept));
  const covered = outcomes.reduce((sum, { suppressed }) => sum + suppressed.length, 0);
  return {
    ...report,
    findings: report.findings.filter((finding) => kept.has(finding)),
    suppressed: report.suppressed + covered,
    notes: [...report.notes, ...outcomes.flatMap(({ notes }) => notes)],
  };
}

/** Accepts the findings of a fleet, each in its repository. */
export function updateFleetBaseline(fleet: FleetFindings, baseline: Baseline, change: BaselineChange, name: string, today: string): BaselineUpdate {
  const updates = [...sharesOf(fleet, baseline)].map(([repository, { entries, findings }]) => (
    updateBaseline(findings, { ...baseline, entries }, change, contextOf(fleet, repository, name, today))));
  return { entries: updates.flatMap(({ entries }) => entries), added: updates.flatMap(({ added }) => added), dropped: updates.flatMap(({ dropped }) => dropped) };
}

/**
 * Reads the baseline of a fleet; none where none is named: that of the working directory is about its own files.
 *
 * @param word - path, relative to `cwd`.
 * @throws an error named `PolicyError` where it cannot be read or is faulty.
 */
export async function loadFleetBaseline(word: string | undefined, cwd: string): Promise<Baseline> {
  return word === undefined ? emptyBaseline : loadBaseline({ path: resolve(cwd, word), name: quotePath(word), explicit: true });
}

function sharesOf({ report, repositories }: FleetFindings, baseline: Baseline): Shares {
  const known = new Set(repositories);
  const shares = new Map<string, Share>();
  const shareOf = (path: string): Share => {
    const name = repositoryOf(path, known);
    const share = shares.get(name) ?? { entries: [], findings: [] };
    shares.set(name, share);
    return share;
  };
  for (const entry of baseline.entries) shareOf(entry.path).entries.push(entry);
  for (const finding of report.findings) shareOf(finding.path).findings.push(finding);
  return shares;
}

/** The repository that a path begins with: the longest name, as one may lie in another. */
function repositoryOf(path: string, known: ReadonlySet<string>): string {
  let name = path.replace(/^"/, '');
  while (name !== '' && !known.has(name)) name = name.slice(0, Math.max(0, name.lastIndexOf('/')));
  return name;
}

/** What is unread of a repository, and what of it failed, may hold what an entry is about. */
function contextOf({ report: { coverage: { unread } } }: FleetFindings, repository: string, name: string, today: string): BaselineContext {
  const isWhole = repository !== '' && !unread.some(({ path }) => path.replace(/^"/, '') === repository || path.replace(/^"/, '').startsWith(`${repository}/`));
  return { today, name, pathInPolicy: (path) => path, wasScanned: () => isWhole, isGone: () => false };
}
