import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { Finding } from '@submit-guard/core';
import { fingerprintOf } from '@submit-guard/core';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/configs/config.ts';
import { FollowedLog } from '../../src/follows/followed-log.ts';
import { createEngine } from '../../src/pipeline/create-engine.ts';
import { scanBytes } from '../../src/pipeline/scan-bytes.ts';

const makeKey = (): string => randomBytes(20).toString('hex');
const engine = createEngine({ config: defaultConfig, configFolder: '/', root: '/', known: { keys: [], fingerprints: undefined } }, { cwd: '/', surface: 'log' });
const place = { path: 'a.log', name: 'a.log' };

/** Where something is found in a log that comes in pieces, cut at offsets. */
function follow(input: string | Buffer, cuts: readonly number[] = []): readonly Finding[] {
  const bytes = Buffer.from(input);
  const log = new FollowedLog(engine, place);
  const borders = [...new Set(cuts)].filter((offset) => offset < bytes.length).sort((a, b) => a - b);
  const findings = [0, ...borders].flatMap((from, index) => log.take(bytes.subarray(from, borders[index] ?? bytes.length)).findings);
  return [...findings, ...log.end().findings];
}

const told = (findings: readonly Finding[]): readonly string[] => findings.map(({ line, column, endColumn, secret }) => `${line}:${column}-${endColumn} ${secret?.fingerprint}`).sort();
const scanned = (input: string | Buffer): readonly string[] => told(scanBytes(engine, Buffer.from(input), place).findings);
const everyByte = (length: number): readonly number[] => Array.from({ length }, (_, offset) => offset);

describe('a followed log', () => {
  it.each(['utf8', 'utf16le'] as const)('tells each key once, where a scan finds it, however it comes: %s', (encoding) => {
    const keys = [makeKey(), makeKey()] as const;
    const log = Buffer.from(`\ufeffa line\r\n> Host: submit.atomyx.io\r\n> Authorization: Bearer ${keys[0]}\r\n\r\n${'an ordinary line \u00fc\n'.repeat(30)}ATOMYX_API_KEY=${keys[1]}`, encoding);
    const expected = [`3:25-65 ${fingerprintOf(keys[0])}`, `35:16-56 ${fingerprintOf(keys[1])}`].sort();
    expect(scanned(log)).toEqual(expected);
    for (const cuts of [[], [100, 200, 300], everyByte(log.length)]) expect(told(follow(log, cuts))).toEqual(expected);
  });

  it('tells of a key as soon as its line is finished', () => {
    const key = makeKey();
    const log = new FollowedLog(engine, place);
    const take = (text: string): readonly string[] => told(log.take(Buffer.from(text)).findings);
    expect(take(`POST https://submit.atomyx.io/api/jobs\nAuthorization: Bearer ${key}`)).toEqual([]);
    expect(take('\n')).toEqual([`2:23-63 ${fingerprintOf(key)}`]);
    expect(take('another line\n')).toEqual([]);
  });

  it('counts the host that is named soon before or after, and not the one that was named long ago', () => {
    const [before, after, far] = [makeKey(), makeKey(), makeKey()];
    const noise = (length: number): string => 'an ordinary line of no interest\n'.repeat(length / 32);
    const lines = [
      'Host: submit.atomyx.io\n', noise(2000), `Authorization: Bearer ${before}\n`, noise(100_000), `Authorization: Bearer ${far}\n`,
      noise(100_000), `Authorization: Bearer ${after}\n`, 'Host: submit.atomyx.io\n',
    ];
    const log = new FollowedLog(engine, place);
    const findings = lines.flatMap((line) => log.take(Buffer.from(line)).findings);
    expect(findings.map(({ secret }) => secret?.fingerprint)).toEqual([fingerprintOf(before), fingerprintOf(after)]);
  });

  it('holds a line without an end only so far, and cuts no key', () => {
    const key = makeKey();
    const length = 524_288;
    for (const at of [length - 9000, length - 8192 - 100, length - 8192 - 60, length - 8192, length - 50, length, 2 * length]) {
      const start = `${'x,'.repeat(at / 2)}POST https://submit.atomyx.io/api/jobs Authorization: Bearer `;
      const log = Buffer.from(`first\n${start}${key},${'y,'.repeat(length)}\nATOMYX_API_KEY=${key}\n`);
      const cuts = Array.from({ length: Math.ceil(log.length / 65_536) }, (_, index) => index * 65_536);
      expect(told(follow(log, cuts))).toEqual([`2:${start.length + 1}-${start.length + 41} ${fingerprintOf(key)}`, `3:16-56 ${fingerprintOf(key)}`]);
    }
  });

  it('finds in any log, however it comes, the same keys at the same places, none of them twice', () => {
    const keys = Array.from({ length: 3 }, makeKey);
    const key = fc.constantFrom(...keys);
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('', 'x'.repeat(500), '2026-11-27T10:00:00Z INFO a line', 'token: ***'),
      key.map((value) => `POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${value}`), key.map((value) => `ATOMYX_API_KEY=${value}`),
    );
    const log = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n')), { maxLength: 40 }).map((lines) => lines.flat().join(''));
    fc.assert(fc.property(log, fc.array(fc.nat(4000), { maxLength: 30 }), (input, cuts) => {
      const findings = told(follow(input, cuts));
      expect(findings).toEqual(scanned(input));
      expect(new Set(findings).size).toBe(findings.length);
    }), { numRuns: 100 });
  });

  it('refuses what is no text', () => {
    expect(() => follow(gzipSync('a line\n'))).toThrow('it is compressed or an archive; unpack it first, for example with zcat');
    expect(() => follow(Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'))).toThrow('it is an image or another medium');
  });
});
