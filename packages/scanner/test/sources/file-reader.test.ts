import { closeSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FileReader } from '../../src/sources/file-reader.ts';
import { ReadBuffer } from '../../src/sources/read-buffer.ts';
import { StreamReader } from '../../src/sources/stream-reader.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function open(path: string): number {
  const descriptor = openSync(path, 'r');
  onTestFinished(() => closeSync(descriptor));
  return descriptor;
}

describe('FileReader', () => {
  it('knows that a file has been cut short since it was opened', () => {
    const path = join(temporaryFolder({ file: 'x'.repeat(100) }), 'file');
    const reader = new FileReader(open(path), 100);
    expect(reader.read(Buffer.alloc(10))).toBe(10);
    truncateSync(path, 40);
    expect([reader.read(Buffer.alloc(100)), reader.read(Buffer.alloc(100))]).toEqual([30, 0]);
    expect(reader.isShort).toBe(true);
  });

  it('does not run after a file that grows', () => {
    const path = join(temporaryFolder({ file: 'x'.repeat(100) }), 'file');
    const reader = new FileReader(open(path), 100);
    writeFileSync(path, 'y'.repeat(1000), { flag: 'a' });
    expect([reader.read(Buffer.alloc(5000)), reader.read(Buffer.alloc(5000))]).toEqual([100, 0]);
    expect(reader.isShort).toBe(false);
  });
});

describe('ReadBuffer', () => {
  const reading = (bytes: Buffer, portion: number): ((target: Uint8Array) => number) => {
    let offset = 0;
    return (target) => {
      const part = bytes.subarray(offset, offset + Math.min(portion, target.length));
      target.set(part);
      offset += part.length;
      return part.length;
    };
  };

  it.each([0, 1, 262_143, 262_144, 262_145, 999_999, 1_000_000])('reads %d bytes, whatever was expected', (length) => {
    const bytes = Buffer.alloc(length, 'abc');
    for (const expected of [0, length]) expect(new ReadBuffer(1_000_000).fill(reading(bytes, 7777), expected)?.equals(bytes)).toBe(true);
  });

  it('gives up beyond its limit', () => {
    expect(new ReadBuffer(1000).fill(reading(Buffer.alloc(1001), 100), 0)).toBeUndefined();
    expect(new ReadBuffer(1000).fill(() => { throw new Error('not to be read'); }, 1001)).toBeUndefined();
    expect(new ReadBuffer(1000).fill(reading(Buffer.alloc(1000), 100), 1000)).toHaveLength(1000);
  });
});

describe('StreamReader', () => {
  async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
    for (let offset = 0; offset < bytes.length; offset += size) yield Promise.resolve(bytes.subarray(offset, offset + size));
  }

  it('reads what is short at once, and leaves what is long to be read', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, index) => index % 251));
    for (const size of [1, 1000, 5000]) {
      expect(await new StreamReader(chunks(bytes, size)).readWhole(5000)).toEqual(bytes);
      const reader = new StreamReader(chunks(bytes, size));
      expect(await reader.readWhole(4999)).toBeUndefined();
      const parts: Buffer[] = [];
      for (let count = -1; count !== 0;) {
        const target = Buffer.alloc(333);
        count = await reader.read(target);
        parts.push(target.subarray(0, count));
      }
      expect(Buffer.concat(parts)).toEqual(bytes);
    }
  });
});
