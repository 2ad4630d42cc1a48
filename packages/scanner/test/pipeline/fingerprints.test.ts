import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/configs/config.ts';
import { addRecord, emptyKeysFile } from '../../src/known-keys/key-hashes.ts';
import type { KeysFile } from '../../src/known-keys/keys-file.ts';
import { createKnownFingerprints } from '../../src/known-keys/known-fingerprints.ts';
import { createEngine } from '../../src/pipeline/create-engine.ts';
import { scanBytes } from '../../src/pipeline/scan-bytes.ts';

const keys = [randomBytes(20).toString('hex'), randomUUID(), randomBytes(32).toString('base64url').replace(/^[-_]|[-_]$/g, 'x'), randomBytes(10).toString('hex')];
const file = keys.reduce<KeysFile>((known, key) => addRecord(known, key, 'ours', '2026-06-15').file, { ...emptyKeysFile(), scrypt: { N: 1024, r: 1, p: 1 } });
const engine = createEngine({ config: defaultConfig, configFolder: '/', root: '/', known: { keys: [], fingerprints: createKnownFingerprints(file) } }, { cwd: '/' });
const findings = (bytes: Buffer, name = 'file.txt'): number => scanBytes(engine, bytes, { path: name, name }).findings.length;

const base64 = (key: string, shift: number): string => Buffer.from(`{"${'k'.repeat(shift)}":"${key}"}`).toString('base64');
const encodings: readonly (readonly [string, (key: string) => string])[] = [
  ['as it is', (key) => key],
  ['in hexadecimal', (key) => Buffer.from(key).toString('hex')],
  ...[0, 1, 2].map((shift) => [`in base64, ${shift} bytes shifted`, (key: string) => base64(key, shift)] as const),
  ['behind an escaped line end', (key) => `text\\n${key}\\n`],
  ['behind an escaped quote', (key) => `token=\\u0022${key}\\u0022`],
  ['behind a percent sign', (key) => `?q=%22${key}%22`],
];

describe('a key known by fingerprint, in a text that is read for nothing else', () => {
  it.each(encodings)('is found %s', (_name, encode) => {
    for (const key of keys) {
      const text = `${'some words stand here. '.repeat(40)}"${encode(key)}"${' and some there.'.repeat(40)}`;
      expect(findings(Buffer.from(text))).toBe(1);
    }
  });

  it('is found in UTF-16 and in an executable', () => {
    for (const key of keys) {
      expect(findings(Buffer.from(`\ufeffwords ${key} words`, 'utf16le'))).toBe(1);
      expect(findings(Buffer.concat([Buffer.from('MZ\x90\0\0\0', 'latin1'), Buffer.from(key), Buffer.alloc(8)]), 'app.exe')).toBe(1);
    }
  });

  it('is found in base64 above a longer line that ends the file', () => {
    for (const key of keys) expect(findings(Buffer.from(` ${base64(key, 1)}\n${'0'.repeat(200)}`))).toBe(1);
  });

  it('is none in the middle of a word', () => {
    for (const key of keys) expect(findings(Buffer.from(`words a${key} and ${key}0 words`))).toBe(0);
  });

  it('is found wherever the detector finds it', () => {
    const word = fc.constantFrom('a', 'x1', ' ', '\n', '\\n', '\\', '%', '%20', '"', "'", '/', '.', '-', '=', ';', 'data:text/plain;base64,', 'é', '0'.repeat(50));
    const secret = fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...encodings)).map(([key, [, encode]]) => encode(key));
    const text = fc.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: secret }), { minLength: 5, maxLength: 80 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, (whole) => {
      expect(findings(Buffer.from(whole)) > 0).toBe(engine.detector.detect(whole).length > 0);
    }), { numRuns: 1000 });
  });
});
