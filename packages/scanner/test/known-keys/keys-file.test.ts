import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { addRecord, emptyKeysFile, recordOf } from '../../src/known-keys/key-hashes.ts';
import type { KeysFile } from '../../src/known-keys/keys-file.ts';
import { formatKeysFile, toKeysFile } from '../../src/known-keys/keys-file.ts';
import { createKnownFingerprints, parseKeysFile } from '../../src/known-keys/known-fingerprints.ts';

const key = (): string => randomBytes(20).toString('hex');

function fileOf(...keys: readonly string[]): KeysFile {
  return keys.reduce<KeysFile>((file, value, index) => addRecord(file, value, `key ${index}`, '2026-06-15').file, emptyKeysFile());
}

describe('the file', () => {
  it('holds nothing of a key, and no hash of it that is not salted', () => {
    const value = key();
    const texts = [0, 1].map(() => formatKeysFile(fileOf(value)));
    expect(texts[0]).not.toContain(value.slice(0, 8));
    const [first, second] = texts.map((text) => (JSON.parse(text) as KeysFile).keys[0]);
    expect(first?.hash).not.toBe(second?.hash);
    expect(first?.tag).not.toBe(second?.tag);
  });

  it('is read back, in the order of the ids', async () => {
    const file = fileOf(key(), key(), key());
    const read = await parseKeysFile(Buffer.from(formatKeysFile(file)), 'keys.json');
    expect(read.keys.map(({ id }) => id)).toEqual(file.keys.map(({ id }) => id).sort());
    expect({ ...read, keys: [] }).toEqual({ ...file, keys: [] });
  });

  const file = JSON.parse(formatKeysFile(fileOf(key()))) as KeysFile;
  const [record] = file.keys;

  it.each<[string, unknown]>([
    ['no object', null],
    ['no list', { ...file, keys: {} }],
    ['another version', { ...file, version: 2 }],
    ['a short salt', { ...file, salt: '00' }],
    ['a salt that is no text', { ...file, salt: 12 }],
    ['no cost', { ...file, scrypt: undefined }],
    ['a cost that takes all memory', { ...file, scrypt: { N: 2 ** 20, r: 32, p: 1 } }],
    ['a cost that takes for ever', { ...file, scrypt: { N: 2 ** 14, r: 8, p: 1_000_000 } }],
    ['a cost that is no power of two', { ...file, scrypt: { N: 30_000, r: 8, p: 1 } }],
    ['a cost that is next to nothing', { ...file, scrypt: { N: 2, r: 1, p: 1 } }],
    ['a cost that is no number', { ...file, scrypt: { N: '32768', r: 8, p: 1 } }],
    ['a key that is none', { ...file, keys: [1] }],
    ['a label that steers a terminal', { ...file, keys: [{ ...record, label: 'a\u001b[2J' }] }],
    ['a label that turns the direction of writing', { ...file, keys: [{ ...record, label: 'a\u202eb' }] }],
    ['an endless label', { ...file, keys: [{ ...record, label: 'a'.repeat(81) }] }],
    ['a tag that is too large', { ...file, keys: [{ ...record, tag: 2 ** 32 }] }],
    ['a check that is too large', { ...file, keys: [{ ...record, check: 2 ** 16 }] }],
    ['a length that is none', { ...file, keys: [{ ...record, length: 0 }] }],
    ['a hash that is none', { ...file, keys: [{ ...record, hash: '' }] }],
    ['a date that is none', { ...file, keys: [{ ...record, added: 'today' }] }],
    ['too many keys', { ...file, keys: Array.from({ length: 200_001 }, () => record) }],
  ])('is refused with %s', (_, value) => {
    expect(() => toKeysFile(value, 'keys.json')).toThrow(/^keys\.json/);
  });

  it.each([
    ['{ "version": 1, "keys": [ }', /^keys\.json:1:27 is no JSON here\.$/],
    ['{\n<<<<<<< ours\n}', /^keys\.json:2:1 holds a merge conflict here; resolve it\.$/],
    ['', /^keys\.json:1:1 is no JSON here\.$/],
    ['['.repeat(100_000), /^keys\.json:/],
  ])('is refused with its place where it is no JSON', async (text, message) => {
    await expect(parseKeysFile(Buffer.from(text), 'keys.json')).rejects.toThrow(message);
  });
});

describe('known fingerprints', () => {
  it('name the key, and nothing else', () => {
    const values = [key(), key(), randomBytes(24).toString('base64url')];
    const known = createKnownFingerprints(fileOf(...values));
    expect([...known.lengths].sort()).toEqual([32, 40]);
    expect(values.map((value) => known.lookUp(value))).toEqual([0, 1, 2].map((index) => expect.stringMatching(new RegExp(`^key ${index} \\(known key [0-9a-f]{8}\\)$`)) as unknown));
    for (const other of [key(), '', values[0]?.toUpperCase() ?? '', `${values[0]}x`, 'é'.repeat(40), '\u0161'.repeat(40)]) {
      expect(known.mayBe(other)).toBe(false);
      expect(known.lookUp(other)).toBeUndefined();
    }
  });

  it('confirm what has the tag of a key by the slow hash', () => {
    const [value, other] = [key(), key()];
    const file = fileOf(value);
    const [record] = fileOf(other).keys;
    const [tagged] = file.keys;
    // A record with the tag and the check of `value` and the hash of something else, as an attacker may write it.
    const forged = { ...file, keys: [{ ...record, tag: tagged?.tag ?? 0, check: tagged?.check }] } as KeysFile;
    const known = createKnownFingerprints(forged);
    expect(known.mayBe(value)).toBe(true);
    expect(known.lookUp(value)).toBeUndefined();
  });

  it('need no slow hash where only the tag fits', () => {
    const [value, other] = [key(), key()];
    const file = fileOf(value);
    const [record] = fileOf(other).keys;
    const [tagged] = file.keys;
    const known = (check: number | undefined): boolean => createKnownFingerprints({ ...file, keys: [{ ...record, tag: tagged?.tag ?? 0, check }] } as KeysFile).mayBe(value);
    expect(known((tagged?.check ?? 0) ^ 1)).toBe(false);
    expect(known(tagged?.check)).toBe(true);
    // As in files that were written before there were checks.
    expect(known(undefined)).toBe(true);
  });

  it('take no other value for a key', () => {
    const file = emptyKeysFile();
    const keys = Array.from({ length: 10_000 }, (_, index) => ({ id: index.toString(16).padStart(8, '0'), label: 'a', added: '2026-06-15', length: 40, tag: (index * 429_496) >>> 0, check: index, hash: '0'.repeat(64) }));
    const known = createKnownFingerprints({ ...file, keys });
    const values = Array.from({ length: 20_000 }, key);
    expect(values.filter((value) => known.mayBe(value))).toEqual([]);
  });

  it('know a key that is in the file already', () => {
    const value = key();
    const file = fileOf(key(), value);
    expect(recordOf(value, file)).toBe(file.keys[1]);
    expect(recordOf(key(), file)).toBeUndefined();
  });
});
