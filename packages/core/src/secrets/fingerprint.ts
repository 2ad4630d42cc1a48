import { cryptography } from './cryptography.ts';

/**
 * Names a key without holding it: the same key has the same fingerprint in every tool, file and repository.
 *
 * @param value - the decoded key, as it would be sent.
 * @returns `sg1:` and 24 hexadecimal digits (96 bits of SHA-256 over a domain-separated value). It cannot be
 *   turned back into a long random key; a short or guessable one can be confirmed by trying guesses.
 */
export function fingerprintOf(value: string): string {
  return `sg1:${cryptography().createHash('sha256').update('submit-guard/fingerprint/1\0').update(value, 'utf8').digest('hex').slice(0, 24)}`;
}
