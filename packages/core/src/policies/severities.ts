import type { Confidence } from '../evidence/evidence.ts';
import { isAtLeast } from '../evidence/confidence.ts';
import type { Finding, Severity } from '../finding.ts';

/** Rule id -> severity, or `off`; rules that are not in it keep the severity of the catalogue. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>;

/** Gives findings the configured severities and leaves out those of rules that are off or below `minConfidence`. */
export function applySeverities<F extends Pick<Finding, 'ruleId' | 'severity' | 'confidence'>>(
  findings: readonly F[],
  rules: RuleSeverities,
  minConfidence: Confidence,
): readonly F[] {
  const reported: F[] = [];
  for (const finding of findings) {
    const severity = rules.get(finding.ruleId) ?? finding.severity;
    if (severity === 'off' || !isAtLeast(finding.confidence, minConfidence)) continue;
    reported.push(severity === finding.severity ? finding : { ...finding, severity });
  }
  return reported;
}
