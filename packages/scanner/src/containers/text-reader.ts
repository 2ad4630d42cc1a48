import type { ByteReader } from './byte-reader.ts';

/** UTF-16 units that are gathered before they become bytes. */
const blockLength = 65_536;

/** Gives texts one after the other as UTF-8; what making them throws, reading throws. */
export function readTexts(texts: Iterator<string>): ByteReader {
  let rest: Uint8Array = new Uint8Array(0);
  return {
    read(target) {
      if (rest.length === 0) {
        let block = '';
        for (let next = texts.next(); next.done !== true; next = texts.next()) {
          block += next.value;
          if (block.length >= blockLength) break;
        }
        rest = Buffer.from(block);
      }
      const count = Math.min(rest.length, target.length);
      target.set(rest.subarray(0, count));
      rest = rest.subarray(count);
      return count;
    },
  };
}
