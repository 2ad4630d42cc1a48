import { createHash } from 'node:crypto';
import type { Finding } from '@submit-guard/core';
import { contentIdOf } from '@submit-guard/core';

/**
 * An identity for each finding that survives edits elsewhere in its file: rule, path, key and the how-manieth of those
 * it is, but not its line. Two findings of one report never share one.
 *
 * @returns 32 hexadecimal digits for each finding, in the same order.
 */
export function occurrenceIds(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const subject = JSON.stringify([finding.ruleId, finding.path, finding.commit ?? '', contentIdOf(finding)]);
    const ordinal = seen.get(subject) ?? 0;
    seen.set(subject, ordinal + 1);
    const hash = createHash('sha256').update('submit-guard/occurrence/1\0').update(subject).update(`\0${ordinal}`);
    return hash.digest('hex').slice(0, 32);
  });
}
