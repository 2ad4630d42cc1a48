import type { ByteReader } from '../byte-reader.ts';

/**
 * Gives blocks that are decoded one at a time, each when the last one has been read.
 *
 * @param next - gives a block, which may be empty; `undefined` behind the last.
 */
export function readBlocks(next: () => Promise<Uint8Array | undefined>): ByteReader {
  let rest: Uint8Array = new Uint8Array(0);
  return {
    async read(target) {
      while (rest.length === 0) {
        const block = await next();
        if (block === undefined) return 0;
        rest = block;
      }
      const count = Math.min(rest.length, target.length);
      target.set(rest.subarray(0, count));
      rest = rest.subarray(count);
      return count;
    },
  };
}
