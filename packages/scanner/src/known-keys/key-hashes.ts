import { cryptography } from '@submit-guard/core';
import { taggerFor } from '@submit-guard/prefilter';
import { defaultCost } from './keys-file.ts';
import type { KeyRecord, KeysFile } from './keys-file.ts';

/** A file without keys and with a salt of its own. */
export function emptyKeysFile(): KeysFile {
  return { version: 1, salt: cryptography().randomBytes(16).toString('hex'), scrypt: defaultCost, keys: [] };
}

/** Salt of the tags: an unsigned 32-bit integer. */
export function tagSaltOf({ salt }: Pick<KeysFile, 'salt'>): number {
  return Number.parseInt(salt.slice(0, 8), 16);
}

/** Makes the fast hashes of keys; see `KeyRecord.tag`. Worth keeping for many keys. */
export function keyTagger(file: Pick<KeysFile, 'salt'>): (key: string) => number {
  return taggerFor(tagSaltOf(file));
}

/** A further hash of a key, less fast; see `KeyRecord.check`. */
export function checkOfKey(key: string, { salt }: Pick<KeysFile, 'salt'>): number {
  return cryptography().createHash('sha256').update('submit-guard/check/1\0').update(salt, 'hex').update(key, 'utf8').digest().readUInt16BE();
}

/** Slow hash of a key; see `KeyRecord.hash`. */
export function hashOfKey(key: string, { salt, scrypt: { N, r, p } }: Pick<KeysFile, 'salt' | 'scrypt'>): string {
  // OpenSSL counts some more than the 128 * N * r bytes of the specification.
  const maxmem = 256 * N * r + 1_048_576;
  return cryptography().scryptSync(Buffer.from(key, 'utf8'), Buffer.from(salt, 'hex'), 32, { N, r, p, maxmem }).toString('hex');
}

/** The record of a file that a key has, if it has one. */
export function recordOf(key: string, file: KeysFile): KeyRecord | undefined {
  const tag = keyTagger(file)(key);
  const candidates = file.keys.filter((record) => record.length === key.length && record.tag === tag);
  if (candidates.length === 0) return undefined;
  const hash = hashOfKey(key, file);
  return candidates.find((record) => record.hash === hash);
}

/**
 * Adds a key to a file.
 *
 * @param key - ASCII; see `isTaggable` in the prefilter.
 * @param today - `YYYY-MM-DD`.
 */
export function addRecord(file: KeysFile, key: string, label: string, today: string): { readonly file: KeysFile; readonly record: KeyRecord } {
  const taken = new Set(file.keys.map(({ id }) => id));
  let id = cryptography().randomBytes(4).toString('hex');
  while (taken.has(id)) id = cryptography().randomBytes(4).toString('hex');
  const record: KeyRecord = { id, label, added: today, length: key.length, tag: keyTagger(file)(key), check: checkOfKey(key, file), hash: hashOfKey(key, file) };
  return { file: { ...file, keys: [...file.keys, record] }, record };
}
