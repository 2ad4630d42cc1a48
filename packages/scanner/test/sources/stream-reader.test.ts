import { describe, expect, it } from 'vitest';
import { StreamReader } from '../../src/sources/stream-reader.ts';

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
