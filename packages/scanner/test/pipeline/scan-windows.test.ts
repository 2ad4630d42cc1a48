import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '@submit-guard/core';
import type { WindowLayout } from '../../src/pipeline/limits.ts';
import { scanBytes } from '../../src/pipeline/scan-bytes.ts';
import type { BlobOutcome } from '../../src/pipeline/scan-bytes.ts';
import { joinWindows } from '../../src/pipeline/join-windows.ts';
import { FileScanner } from '../../src/pipeline/scan-file.ts';
import { scanReader } from '../../src/pipeline/scan-reader.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { engine, lineWith, makeKey } from './engines.ts';

const plain = engine();
const place = { path: 'file.env', name: 'file.env' };
const small: WindowLayout = { size: 2048, context: 1024 };

/** Reads bytes in small portions, window by window, as they come out of a pipe. */
async function scanAsStream(bytes: Buffer): Promise<BlobOutcome> {
  let offset = 0;
  const read = (target: Uint8Array): number => {
    const part = bytes.subarray(offset, offset + Math.min(target.length, 777));
    target.set(part);
    offset += part.length;
    return part.length;
  };
  return scanReader(plain, { read }, place, small, () => Promise.resolve());
}

/** Reads bytes from a file, each window by itself and the last one first. */
function scanAsFile(bytes: Buffer): BlobOutcome {
  const cwd = temporaryFolder({ 'file.env': bytes });
  const scanner = new FileScanner(plain, { cwd, maxFileSize: Infinity, layout: small });
  const long = { file: { path: 'file.env', named: false, tracked: false }, size: bytes.length };
  const results = Array.from({ length: Math.ceil(bytes.length / small.size) }, (_, number) => number)
    .reverse()
    .map((number) => scanner.scanWindows(long, number, 1))
    .reverse();
  expect(results.reduce((sum, result) => sum + result.bytes, 0)).toBe(bytes.length);
  return joinWindows(results.flatMap(({ windows }) => windows), results[0]?.opaque);
}

const ways: readonly (readonly [string, (bytes: Buffer) => BlobOutcome | Promise<BlobOutcome>])[] = [['of a stream', scanAsStream], ['of a file', scanAsFile]];

const places = ({ findings }: BlobOutcome): readonly Partial<Finding>[] =>
  findings.map(({ line, column, endLine, endColumn, secret, excerpt, evidence }) => ({
    line, column, endLine, endColumn, ...(secret && { secret }), evidence,
    // Lines before it may begin further away than a window sees.
    isShown: excerpt?.some((row) => row.line === line),
  }));

const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 LE with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 BE', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['Latin-1', (text) => Buffer.from(text.replace(/[\u0100-\uffff]/g, '\u00ff'), 'latin1')],
];

describe.each(ways)('windows %s', (_way, scan) => {
  it('read what stands near a sign of Submit, at its place, and nothing far from all of them', async () => {
    const [near, far, inBase64] = [makeKey(), makeKey(), makeKey()];
    const filler = (bytes: number): string => 'é = 1\n'.repeat(bytes / 7);
    const text = [
      filler(2800), `api_key = "${far}"\n`, filler(2100), '# submit.atomyx.io\n', filler(210), `api_key = "${near}"\n`, filler(4200),
      `${Buffer.from(lineWith(inBase64)).toString('base64')}\n`, filler(2800),
    ].join('');
    const { findings } = await scan(Buffer.from(text));
    const lineOf = (part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;
    expect(findings.map(({ line, column }) => [line, column])).toEqual([[lineOf(near), 12], [lineOf(Buffer.from(lineWith(inBase64)).toString('base64')), expect.any(Number) as number]]);
  });

  it.each(encodings)('find in %s what scanning at once finds, at the same places, wherever the borders lie', async (_name, encode) => {
    const keys = Array.from({ length: 50 }, makeKey);
    const filler = fc.constantFrom('# some text\n', 'é€😀 ', '\r\n', '\r', '\n\n', 'x'.repeat(100), '# long '.repeat(40));
    const piece = fc.oneof({ weight: 6, arbitrary: filler }, { weight: 1, arbitrary: fc.nat(49).map((index) => `\n${lineWith(keys[index] ?? '')}\n`) });
    const start = '# The file begins like this, without anything of interest.\n';
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 120 }), async (pieces) => {
      const bytes = encode(start + pieces.join(''));
      expect(places(await scan(bytes))).toEqual(places(scanBytes(plain, bytes, place)));
    }), { numRuns: 40 });
  });

  it('report a key once, wherever it stands at the border of two of them', async () => {
    const key = makeKey();
    for (let shift = 0; shift < 2200; shift += 13) {
      const bytes = Buffer.from(`${'.'.repeat(2000 + shift)}\n${lineWith(key)}\n${'.'.repeat(3000)}`);
      expect(places(await scan(bytes))).toMatchObject([{ line: 2, column: 23, endColumn: 63, secret: { length: 40 } }]);
    }
  });

  it('count columns in a line that reaches over many of them', async () => {
    const { findings } = await scan(Buffer.from(`${'é = 1; '.repeat(2000)}${lineWith(makeKey())}`));
    expect(findings).toMatchObject([{ line: 1, column: 14_023, endColumn: 14_063 }]);
  });

  it('apply suppression comments near borders once, and report each stale one once', async () => {
    const text = (shift: number): string => [
      '.'.repeat(2000 + shift),
      '# submit-guard-ignore-next-line -- only a test', lineWith(makeKey()),
      '# submit-guard-ignore-next-line -- nothing any more', '.'.repeat(3000),
    ].join('\n');
    for (let shift = 0; shift < 2200; shift += 61) {
      expect({ shift, ...(await scan(Buffer.from(text(shift)))) }).toMatchObject({ shift, findings: [], suppressed: 1, notes: [{ kind: 'stale-suppression', line: 4 }] });
    }
  });

  it('count as skipped what they could not look into', async () => {
    expect(await scan(Buffer.alloc(20_000))).toMatchObject({ findings: [], skipped: 'binary' });
  });
});

it('reads nothing from nothing', async () => {
  expect(await scanAsStream(Buffer.alloc(0))).toEqual({ findings: [], suppressed: 0, notes: [] });
});
