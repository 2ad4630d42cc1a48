import type { Finding } from '../finding.ts';
import { cryptography } from '../secrets/cryptography.ts';

/**
 * Names what a finding is about, whatever line it stands on: the fingerprint of the key or, for a finding about a field
 * or a header without a value, 96 bits of SHA-256 over the rule and the pointer (the message where there is none).
 *
 * @returns `sg1:` or `sgf1:` and 24 hexadecimal digits.
 */
export function contentIdOf(finding: Pick<Finding, 'ruleId' | 'message' | 'pointer' | 'secret'>): string {
  if (finding.secret !== undefined) return finding.secret.fingerprint;
  const parts = ['submit-guard/content/1', finding.ruleId, finding.pointer ?? finding.message];
  return `sgf1:${cryptography().createHash('sha256').update(parts.join('\0'), 'utf8').digest('hex').slice(0, 24)}`;
}
