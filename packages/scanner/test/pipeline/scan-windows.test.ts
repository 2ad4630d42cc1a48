import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '@submit-guard/core';
import { PlaceCursor } from '../../src/readers/place-cursor.ts';
import { scanBytes } from '../../src/pipeline/scan-bytes.ts';
import type { BlobOutcome } from '../../src/pipeline/scan-bytes.ts';
import { scanWindows } from '../../src/pipeline/scan-windows.ts';
import { engine, lineWith, makeKey } from './engines.ts';

const plain = engine();
const place = { path: 'file.env', name: 'file.env' };

/** Reads bytes in small portions, window by window. */
async function scanInWindows(bytes: Buffer, size: number, overlap: number): Promise<BlobOutcome> {
  let offset = 0;
  const read = (target: Uint8Array): number => {
    const part = bytes.subarray(offset, offset + Math.min(target.length, 777));
    target.set(part);
    offset += part.length;
    return part.length;
  };
  return scanWindows(plain, { read }, place, {
    size,
    overlap,
    places: (encoding) => {
      const cursor = new PlaceCursor(encoding);
      return { originAt: () => cursor.origin, pass: (passed) => cursor.pass(passed) };
    },
    onWindow: () => Promise.resolve(),
  });
}

const places = ({ findings }: BlobOutcome): readonly Partial<Finding>[] =>
  findings.map(({ line, column, endLine, endColumn, secret }) => ({ line, column, endLine, endColumn, ...(secret && { secret }) }));

const encodings: readonly (readonly [string, (text: string) => Buffer])[] = [
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 LE with a mark', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 BE', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['Latin-1', (text) => Buffer.from(text.replace(/[\u0100-\uffff]/g, '\u00ff'), 'latin1')],
];

describe.each(encodings)('scanWindows in %s', (_name, encode) => {
  it('finds what scanning at once finds, at the same places, wherever the borders lie', async () => {
    const keys = Array.from({ length: 50 }, makeKey);
    const filler = fc.constantFrom('# some text\n', 'é€😀 ', '\r\n', '\r', '\n\n', 'x'.repeat(100), '# long '.repeat(40));
    const piece = fc.oneof({ weight: 6, arbitrary: filler }, { weight: 1, arbitrary: fc.nat(49).map((index) => `\n${lineWith(keys[index] ?? '')}\n`) });
    const start = '# The file begins like this, without anything of interest.\n';
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 120 }), async (pieces) => {
      const bytes = encode(start + pieces.join(''));
      expect(places(await scanInWindows(bytes, 4096, 1024))).toEqual(places(scanBytes(plain, bytes, place)));
    }), { numRuns: 60 });
  });
});

describe('scanWindows', () => {
  it('reports a key once, wherever it stands at the border of two windows', async () => {
    const key = makeKey();
    for (let shift = 0; shift < 2200; shift += 13) {
      const bytes = Buffer.from(`${'.'.repeat(2000 + shift)}\n${lineWith(key)}\n${'.'.repeat(3000)}`);
      expect(places(await scanInWindows(bytes, 4096, 1024))).toMatchObject([{ line: 2, column: 23, endColumn: 63, secret: { length: 40 } }]);
    }
  });

  it('applies suppression comments near borders once, and reports each stale one once', async () => {
    const text = (shift: number): string => [
      '.'.repeat(2000 + shift),
      '# submit-guard-ignore-next-line -- only a test', lineWith(makeKey()),
      '# submit-guard-ignore-next-line -- nothing any more', '.'.repeat(3000),
    ].join('\n');
    for (let shift = 0; shift < 2200; shift += 61) {
      const outcome = await scanInWindows(Buffer.from(text(shift)), 4096, 1024);
      expect({ shift, ...outcome }).toMatchObject({ shift, findings: [], suppressed: 1, notes: [{ kind: 'stale-suppression', line: 4 }] });
    }
  });

  it('counts as skipped what it could not look into', async () => {
    expect(await scanInWindows(Buffer.alloc(20_000), 4096, 1024)).toMatchObject({ findings: [], skipped: 'binary' });
  });

  it('reads nothing from nothing', async () => {
    expect(await scanInWindows(Buffer.alloc(0), 4096, 1024)).toEqual({ findings: [], suppressed: 0, notes: [] });
  });
});
