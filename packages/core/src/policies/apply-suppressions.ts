import type { Finding } from '../finding.ts';
import type { PolicyNote } from '../report.ts';
import { isOver } from './dates.ts';
import type { Suppression } from './suppression.ts';

/** What of a finding decides whether a suppression is about it. */
export type Suppressible = Pick<Finding, 'ruleId' | 'line' | 'endLine' | 'secret'>;

export interface SuppressionContext {
  /** Path of the text, for the notes. */
  readonly path: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface SuppressionOutcome<F> {
  readonly kept: readonly F[];
  readonly suppressed: readonly { readonly finding: F; readonly suppression: Suppression }[];
  /** Faulty, expired and stale suppressions. A faulty one makes the scan fail. */
  readonly notes: readonly PolicyNote[];
}

/**
 * Applies the suppression comments of one text to its findings.
 *
 * @param findings - all findings of the text, also those below the confidence that is reported: a suppression of one
 *   of those is not stale.
 */
export function applySuppressions<F extends Suppressible>(
  findings: readonly F[],
  suppressions: readonly Suppression[],
  { path, today }: SuppressionContext,
): SuppressionOutcome<F> {
  if (suppressions.length === 0) return { kept: findings, suppressed: [], notes: [] };
  const byLine = indexByLine(findings);
  const bySuppression = new Map<F, Suppression>();
  const notes: PolicyNote[] = [];
  for (const suppression of suppressions) {
    const line = suppression.lines.find((candidate) => byLine.has(candidate)) ?? 0;
    const covered = (byLine.get(line) ?? []).filter((finding) => isAbout(suppression, finding));
    const counts = suppression.problem === undefined && !(suppression.until !== undefined && isOver(suppression.until, today));
    if (counts) for (const finding of covered) if (!bySuppression.has(finding)) bySuppression.set(finding, suppression);
    if (counts ? covered.length === 0 && suppression.deliberate : covered.length > 0 || suppression.deliberate) {
      notes.push({ ...noteOf(suppression, covered.length), path, line: suppression.line });
    }
  }
  return {
    kept: findings.filter((finding) => !bySuppression.has(finding)),
    suppressed: [...bySuppression].map(([finding, suppression]) => ({ finding, suppression })),
    notes,
  };
}

/** A key in pieces may span lines; a comment on its last line is as good as one on its first. */
function indexByLine<F extends Suppressible>(findings: readonly F[]): ReadonlyMap<number, readonly F[]> {
  const byLine = new Map<number, F[]>();
  for (const finding of findings) {
    for (const line of new Set([finding.line, finding.endLine])) {
      const others = byLine.get(line);
      if (others === undefined) byLine.set(line, [finding]);
      else others.push(finding);
    }
  }
  return byLine;
}

function isAbout({ ruleIds, fingerprints }: Suppression, finding: Suppressible): boolean {
  return (ruleIds.length === 0 || ruleIds.includes(finding.ruleId))
    && (fingerprints.length === 0 || (finding.secret !== undefined && fingerprints.includes(finding.secret.fingerprint)));
}

function noteOf({ problem, until, lines, line }: Suppression, covered: number): Pick<PolicyNote, 'kind' | 'message'> {
  if (problem !== undefined) {
    return { kind: 'invalid-suppression', message: `This suppression does not count: ${problem}.` };
  }
  if (covered > 0) {
    return { kind: 'expired-suppression', message: `This suppression ended with ${until}; mend what it covers, or renew its date.` };
  }
  const where = lines[0] === line ? 'on its line' : 'on the next line';
  return { kind: 'stale-suppression', message: `This suppression suppresses nothing ${where}; remove it.` };
}
