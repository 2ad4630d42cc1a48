import { randomBytes } from 'node:crypto';
import { Secret } from '@submit-guard/core';
import type { Answer, AskOptions } from './ask-submit.ts';
import { askSubmit } from './ask-submit.ts';

/** A key and the places where it was found. */
export interface FoundKey {
  readonly secret: Secret;
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

export interface VerifiedKey extends FoundKey {
  readonly answer: Answer;
}

/**
 * Asks about keys, one after the other. Where a key seems to be accepted, a value that nobody has ever issued is sent as well: a
 * server that says the same to that one says nothing about keys.
 */
export async function verifyKeys(keys: readonly FoundKey[], options: AskOptions): Promise<readonly VerifiedKey[]> {
  const verified: VerifiedKey[] = [];
  for (const key of keys) verified.push({ ...key, answer: await askSubmit(key.secret, options) });
  if (!verified.some(({ answer }) => answer.kind === 'accepted')) return verified;
  const control = await askSubmit(new Secret(randomBytes(20).toString('hex')), options);
  if (control.kind === 'refused') return verified;
  const doubt: Answer = { kind: 'none', reason: 'this server does not answer 401 to a key that nobody has issued either, so its answer says nothing' };
  return verified.map((key) => (key.answer.kind === 'accepted' ? { ...key, answer: doubt } : key));
}
