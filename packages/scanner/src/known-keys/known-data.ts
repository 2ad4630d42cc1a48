import type { KnownFingerprints, KnownKey, Variable } from '@submit-guard/core';
import { knownKeysAmong } from '@submit-guard/core';
import type { KeysFile } from './keys-file.ts';
import { fingerprintsOf } from './known-fingerprints.ts';

/**
 * What makes keys known for a run, as plain data for worker threads of this process: it holds keys and must never be written
 * or printed.
 */
export interface KnownData {
  /** Variables whose names say Submit key. */
  readonly variables: readonly Variable[];
  readonly keysFile: KeysFile | undefined;
}

/** The keys that data of another thread makes known here. */
export function knownOf({ variables, keysFile }: KnownData): { readonly keys: readonly KnownKey[]; readonly fingerprints: KnownFingerprints | undefined } {
  return { keys: knownKeysAmong(variables, () => true), fingerprints: fingerprintsOf(keysFile) };
}
