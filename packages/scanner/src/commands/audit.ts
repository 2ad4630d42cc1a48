import type { BaselineEntry } from '@submit-guard/core';
import { applyBaseline, dayOf, isOver, printable } from '@submit-guard/core';
import { blameLine } from '../git/blame-line.ts';
import type { MetSuppression } from '../pipeline/engine.ts';
import { collect } from '../pipeline/collect.ts';
import { baselineContextOf } from '../policies/baseline-context.ts';
import type { ExitStatus } from './command-context.ts';
import type { TerminalContext } from './terminal-context.ts';

export interface AuditOptions {
  readonly config?: string;
  readonly baseline?: string;
  readonly format: string;
}

/** One suppression, wherever it stands. */
export interface AuditedSuppression {
  readonly kind: 'comment' | 'baseline';
  /** The file that findings are excused in. */
  readonly path: string;
  readonly line?: number;
  readonly rules: readonly string[];
  readonly fingerprints: readonly string[];
  readonly reason: string;
  readonly author?: string;
  /** `YYYY-MM-DD`. */
  readonly since?: string;
  readonly ageInDays?: number;
  /** Last day on which it counts. */
  readonly until?: string;
  /** `stale` covers nothing; `faulty` has no reason, or names what there is not. */
  readonly state: 'active' | 'stale' | 'expired' | 'faulty';
  readonly covers: number;
}

/**
 * `submit-guard audit [PATH...]`: lists everything that excuses findings.
 *
 * @returns 0, also where there are some; 1 where one is faulty or expired; 2 where something could not be read.
 */
export async function audit(paths: readonly string[], options: AuditOptions, context: TerminalContext): Promise<ExitStatus> {
  const { cwd, environment, print, tell } = context;
  const met: MetSuppression[] = [];
  const { findings, coverage, policy, scope } = await collect({
    targets: paths.length === 0 ? ['.'] : paths,
    cwd,
    environment,
    ...(options.config !== undefined && { config: options.config }),
    ...(options.baseline !== undefined && { baseline: options.baseline }),
    onSuppression: (one) => met.push(one),
  });
  const today = dayOf(new Date());
  const baselineContext = baselineContextOf({ cwd, root: policy.root, targets: scope, unread: coverage.unread }, policy.baselineFile.name);
  const { suppressed, notes } = applyBaseline(findings, policy.baseline, baselineContext);
  const covers = (entry: BaselineEntry): number => suppressed.filter((pair) => pair.entry === entry).length;
  const isKnown = (entry: BaselineEntry): boolean => baselineContext.wasScanned(entry.path) || baselineContext.isGone(entry.path);
  const entries = policy.baseline.entries.map((entry) => ofEntry(entry, covers(entry), isKnown(entry), today));
  const comments = await Promise.all(met.map((one) => ofComment(one, cwd, today)));
  const all = [...comments, ...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0)));
  print(options.format === 'json' ? `${JSON.stringify({ suppressions: all }, null, 2)}\n` : asText(all));
  for (const { path, reason } of coverage.unread) tell(`${path} could not be read: ${reason}.\n`);
  if (coverage.unread.length > 0) return 2;
  return all.some(({ state }) => state === 'faulty' || state === 'expired') || notes.some(({ kind }) => kind === 'expired-suppression') ? 1 : 0;
}

const ageSince = (day: string, today: string): number => Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));

function ofEntry({ path, ruleId, fingerprint, reason, added, by, expires }: BaselineEntry, covers: number, isKnown: boolean, today: string): AuditedSuppression {
  const isExpired = expires !== undefined && isOver(expires, today);
  return {
    kind: 'baseline', path, rules: [ruleId], fingerprints: [fingerprint], reason,
    ...(by !== undefined && { author: by }),
    since: added, ageInDays: ageSince(added, today),
    ...(expires !== undefined && { until: expires }),
    state: isExpired ? 'expired' : covers === 0 && isKnown ? 'stale' : 'active',
    covers,
  };
}

async function ofComment({ path, line, suppression, covers }: MetSuppression, cwd: string, today: string): Promise<AuditedSuppression> {
  const { ruleIds: rules, fingerprints, reason, until, problem } = suppression;
  // A quoted path and a member of an archive are nothing that git could be asked about.
  const origin = line === undefined || path.startsWith('"') || path.includes('!') ? undefined : await blameLine(cwd, path, line);
  const isExpired = until !== undefined && isOver(until, today);
  return {
    kind: 'comment', path, ...(line !== undefined && { line }), rules, fingerprints, reason,
    ...(origin !== undefined && { author: origin.author, since: origin.day, ageInDays: ageSince(origin.day, today) }),
    ...(until !== undefined && { until }),
    state: problem !== undefined ? 'faulty' : isExpired ? 'expired' : covers === 0 ? 'stale' : 'active',
    covers,
  };
}

const stateWords = { active: '', stale: 'covers nothing any more', expired: 'has ended', faulty: 'is faulty and does not count' } as const;

function asText(all: readonly AuditedSuppression[]): string {
  if (all.length === 0) return 'Nothing is suppressed here.\n';
  const blocks = all.map(({ kind, path, line, rules, reason, author, since, ageInDays, until, state, covers }) => {
    const about = rules.length === 0 ? 'every rule' : rules.join(', ');
    const who = `${author ?? 'nobody known'}${since === undefined ? '' : `, ${since} (${ageInDays} ${ageInDays === 1 ? 'day' : 'days'} ago)`}`;
    const lasts = until === undefined ? 'for good' : `until ${until}`;
    const what = stateWords[state] || `covers ${covers} ${covers === 1 ? 'finding' : 'findings'}`;
    return `${path}${line === undefined ? '' : `:${line}`}  ${kind}  ${about}  ${lasts}\n  ${reason === '' ? '(no reason)' : printable(reason)}\n  ${printable(who)}; ${what}\n`;
  });
  return `${blocks.join('\n')}\n${all.length} ${all.length === 1 ? 'suppression' : 'suppressions'}.\n`;
}
