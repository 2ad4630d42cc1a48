import { credibilityOf } from '@submit-guard/core';
import { isTaggable } from '@submit-guard/prefilter';

/** Longest value that the file takes. Characters. */
const longestKey = 8192;

/** Random keys that are shorter than this can be found by trying. Characters. */
const shortestSafe = 20;

export interface KeyFault {
  /** A sentence that does not repeat the key. */
  readonly message: string;
  /** Whether `--force` may pass over it. */
  readonly canBeForced: boolean;
}

/** What speaks against writing the fingerprint of a key into a file that others can read; `undefined` for nothing. */
export function faultOfKey(key: string): KeyFault | undefined {
  const fatal = (message: string): KeyFault => ({ message, canBeForced: false });
  if (key === '') return fatal('No key came in. Type or paste it at the prompt, or pass it on standard input.');
  if (/\s/.test(key)) return fatal('What came in holds white space, and a key has none. Pass the key alone, without `Bearer ` and without a name.');
  if (key.length > longestKey) return fatal(`What came in is longer than ${longestKey} characters, and no key is.`);
  if (!isTaggable(Buffer.from(key, 'utf8'))) {
    return fatal('What came in holds characters that no bearer token has (RFC 6750 allows letters, digits and `-._~+/=`). Pass the key alone.');
  }
  if (key.length >= shortestSafe && credibilityOf(key) === 'strong') return undefined;
  return {
    message: 'This key is short or guessable. Whoever can read the file of fingerprints could find it by trying, and scans would find it where it is only a word. '
      + 'Replace it by a long random key in Atomyx Vault. To add it all the same, pass --force.',
    canBeForced: true,
  };
}
