import { revealTo } from '../secrets/secret.ts';
import type { Secret } from '../secrets/secret.ts';
import { headHash, headHashes, headLength } from './head-hash.ts';

/**
 * Makes a function that redacts, in words that come from elsewhere, every one of many keys, as `Secret.redactIn` does for one. Its
 * cost grows with the words, and not with the number of keys.
 */
export function redactionOf(secrets: readonly Secret[]): (words: string) => string {
  if (secrets.length === 0) return (words) => words;
  const mayBegin = new Uint8Array(headHashes);
  const byHead = new Map<string, Secret[]>();
  for (const secret of secrets) {
    revealTo(secret, (value) => {
      if (value.length < headLength) return;
      mayBegin[headHash(value, 0)] = 1;
      const head = value.slice(0, headLength);
      const others = byHead.get(head);
      if (others === undefined) byHead.set(head, [secret]);
      else others.push(secret);
    });
  }
  return (words) => {
    let redacted = words;
    for (let at = 0; at + headLength <= words.length; at++) {
      if (mayBegin[headHash(words, at)] === 0) continue;
      for (const secret of byHead.get(words.slice(at, at + headLength)) ?? []) redacted = secret.redactIn(redacted);
    }
    return redacted;
  };
}
