import { isDate, isRecord, PolicyError } from '@submit-guard/core';

/** What stands in the file for one key. None of it can be turned back into a long random key. */
export interface KeyRecord {
  /** Eight hexadecimal digits, random. */
  readonly id: string;
  /** What people call the key. */
  readonly label: string;
  /** `YYYY-MM-DD`. */
  readonly added: string;
  /** Characters of the key. */
  readonly length: number;
  /** Unsigned 32-bit integer; finds candidates fast. See `tagOf` in the prefilter. */
  readonly tag: number;
  /** 16 bits of a salted SHA-256: spares nearly all candidates that have the tag by chance the slow hash. Files of before have none. */
  readonly check?: number;
  /** scrypt of the key, 32 bytes, hexadecimal; confirms a candidate. */
  readonly hash: string;
}

/** Cost of scrypt (RFC 7914). */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/**
 * The committed file of key fingerprints. One salt for all: a candidate costs one slow hash, however many keys there
 * are. What the tags give away is said in docs/known-keys.md.
 */
export interface KeysFile {
  readonly version: 1;
  /** 16 bytes, hexadecimal; the first four are the salt of the tags, big-endian. */
  readonly salt: string;
  readonly scrypt: ScryptCost;
  readonly keys: readonly KeyRecord[];
}

/** 32 MiB and less than a tenth of a second: a scan pays it once for each value that has the tag of a key. */
export const defaultCost: ScryptCost = { N: 32_768, r: 8, p: 1 };

const mostKeys = 200_000;
/** Memory is 128 * N * r bytes (RFC 7914, section 2). A stranger's file must not ask for more than this, or for long. */
const mostMemory = 67_108_864;
const mostParallel = 4;

/** Letters, digits and a few signs: a label is printed in findings, on terminals and in tables. */
export const labelPattern = /^[\p{L}\p{N}](?:[\p{L}\p{N} ,._()/@+-]{0,78}[\p{L}\p{N}.)_])?$/u;

function isWhole(value: unknown, from: number, to: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

function isHex(value: unknown, digits: number): value is string {
  return typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value);
}

function isSensible(cost: unknown): cost is ScryptCost {
  if (!isRecord(cost)) return false;
  const { N, r, p } = cost;
  return isWhole(N, 1024, 1_048_576) && Number.isInteger(Math.log2(N)) && isWhole(r, 1, 32) && isWhole(p, 1, mostParallel)
    && 128 * N * r <= mostMemory;
}

function problemOf(record: unknown): string | undefined {
  if (!isRecord(record)) return 'it is no object';
  if (!isHex(record['id'], 8)) return 'its `id` is not eight hexadecimal digits';
  if (typeof record['label'] !== 'string' || !labelPattern.test(record['label'])) return 'its `label` is not a short line of letters and digits';
  if (typeof record['added'] !== 'string' || !isDate(record['added'])) return 'its `added` is no date of the form YYYY-MM-DD';
  if (!isWhole(record['length'], 1, 8192)) return 'its `length` is no length of a key';
  if (!isWhole(record['tag'], 0, 0xffffffff)) return 'its `tag` is no 32-bit number';
  if (record['check'] !== undefined && !isWhole(record['check'], 0, 0xffff)) return 'its `check` is no 16-bit number';
  return isHex(record['hash'], 64) ? undefined : 'its `hash` is not 64 hexadecimal digits';
}

/**
 * Takes a parsed file for what it is.
 *
 * @param value - the parsed JSON.
 * @param name - path of the file, for messages.
 * @throws {PolicyError} where it is faulty, or asks for more work than is sensible.
 */
export function toKeysFile(value: unknown, name: string): KeysFile {
  const again = 'Take it from git as it was, or write a new one with `submit-guard keys add`.';
  if (!isRecord(value) || !Array.isArray(value['keys'])) throw new PolicyError(`${name} is no file of known keys: it has no list of \`keys\`. ${again}`);
  if (value['version'] !== 1) throw new PolicyError(`${name} has a version that this submit-guard does not know (it knows 1). Update submit-guard.`);
  if (!isHex(value['salt'], 32)) throw new PolicyError(`${name} is faulty: its \`salt\` is not 32 hexadecimal digits. ${again}`);
  if (!isSensible(value['scrypt'])) throw new PolicyError(`${name} is faulty: the cost in \`scrypt\` is none that submit-guard would write or work with. ${again}`);
  if (value['keys'].length > mostKeys) throw new PolicyError(`${name} holds more than ${mostKeys} keys, the most that is sensible.`);
  const { N, r, p } = value['scrypt'];
  const keys = value['keys'].map((record: unknown, index): KeyRecord => {
    const problem = problemOf(record);
    if (problem !== undefined) throw new PolicyError(`${name}: key ${index + 1} is faulty: ${problem}. ${again}`);
    const { id, label, added, length, tag, check, hash } = record as KeyRecord;
    return { id, label, added, length, tag, ...(check !== undefined && { check }), hash };
  });
  return { version: 1, salt: value['salt'], scrypt: { N, r, p }, keys };
}

/** Writes the file as JSON, keys by id, so that two branches that add keys seldom conflict. */
export function formatKeysFile({ salt, scrypt, keys }: KeysFile): string {
  const sorted = [...keys].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return `${JSON.stringify({ version: 1, salt, scrypt, keys: sorted }, undefined, 2)}\n`;
}
