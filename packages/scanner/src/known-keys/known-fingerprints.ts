import { existsSync } from 'node:fs';
import type { KnownFingerprints } from '@submit-guard/core';
import { parsePolicyJson } from '../policies/parse-policy-json.ts';
import type { PolicyFile } from '../policies/policy-file.ts';
import { readPolicyFile } from '../policies/read-policy-file.ts';
import { checkOfKey, hashOfKey, keyTagger, tagSaltOf } from './key-hashes.ts';
import type { KeyRecord, KeysFile } from './keys-file.ts';
import { toKeysFile } from './keys-file.ts';

const longestKeysFile = 67_108_864;

/** Answers that are kept: a file that repeats a key should cost one slow hash. */
const mostAnswers = 4096;

/**
 * Makes the keys of a file searchable. A value costs next to nothing where no key has its length, a fast hash where one
 * has, a less fast one where the tag fits as well, and a slow hash where both do.
 */
export function createKnownFingerprints(file: KeysFile): KnownFingerprints {
  const tagOf = keyTagger(file);
  const byTag = new Map<string, KeyRecord[]>();
  const tags = new Set<number>();
  for (const record of file.keys) {
    tags.add(record.tag);
    const key = `${record.length}:${record.tag}`;
    const others = byTag.get(key);
    if (others === undefined) byTag.set(key, [record]);
    else others.push(record);
  }
  const lengths = new Set(file.keys.map(({ length }) => length));
  const answers = new Map<string, string | undefined>();
  const recordsFor = (candidate: string): readonly KeyRecord[] => {
    if (!lengths.has(candidate.length)) return [];
    const tag = tagOf(candidate);
    const records = tags.has(tag) ? byTag.get(`${candidate.length}:${tag}`) : undefined;
    if (records === undefined) return [];
    const check = checkOfKey(candidate, file);
    return records.filter((record) => record.check === undefined || record.check === check);
  };
  const confirm = (candidate: string, records: readonly KeyRecord[]): string | undefined => {
    const hash = hashOfKey(candidate, file);
    const record = records.find((known) => known.hash === hash);
    return record && `${record.label} (known key ${record.id})`;
  };
  return {
    lengths,
    salt: tagSaltOf(file),
    tags: file.keys.map(({ length, tag }) => ({ length, tag })),
    mayBe: (candidate) => recordsFor(candidate).length > 0,
    lookUp(candidate) {
      const records = recordsFor(candidate);
      if (records.length === 0) return undefined;
      if (answers.has(candidate)) return answers.get(candidate);
      if (answers.size >= mostAnswers) answers.clear();
      const answer = confirm(candidate, records);
      answers.set(candidate, answer);
      return answer;
    },
  };
}

/**
 * Reads a file of known keys; there is none where there is no file, unless the user named it.
 *
 * @throws {PolicyError} where it cannot be read or is faulty.
 */
export async function loadKeysFile({ path, name, explicit }: PolicyFile): Promise<KeysFile | undefined> {
  if (!explicit && !existsSync(path)) return undefined;
  return parseKeysFile(readPolicyFile(path, name, longestKeysFile), name);
}

/** Takes a file of known keys from bytes, wherever they come from. Throws `PolicyError` where it is faulty. */
export async function parseKeysFile(bytes: Uint8Array, name: string): Promise<KeysFile> {
  return toKeysFile(await parsePolicyJson(bytes, name), name);
}

/** The keys of a file made searchable; `undefined` where there are none. */
export function fingerprintsOf(file: KeysFile | undefined): KnownFingerprints | undefined {
  return file === undefined || file.keys.length === 0 ? undefined : createKnownFingerprints(file);
}

/** The keys that are known by fingerprint for a run; `undefined` where there are none. */
export async function loadKnownFingerprints(place: PolicyFile): Promise<KnownFingerprints | undefined> {
  return fingerprintsOf(await loadKeysFile(place));
}
