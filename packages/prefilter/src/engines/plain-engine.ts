import type { Engine, Enough, Pairs } from './engine.ts';
import type { PlainInput } from './plain-sampler.ts';
import { sampleText } from './plain-sampler.ts';
import { searchTokens } from './plain-tokens.ts';

/** Groups still searched for, and what to do with an occurrence. */
export interface Search {
  alive: number;
  take(group: number, offset: number, value: number): void;
}

/** Bytes after the text that may be read; their content never matters. */
const padding = 8;

/** Runs the samplers and the token search of an image in plain JavaScript. */
export function createPlainEngine(image: Uint8Array, enough: Enough): Engine {
  const words = new Int32Array(image.buffer, image.byteOffset, image.byteLength >>> 2);
  let buffer = new Uint8Array(0);
  const inputOf = (length: number): PlainInput => ({ image, words, text: buffer, length });

  const collectWith = (wanted: number, run: (search: Search) => void): Pairs => {
    const pairs: number[] = [];
    run({ alive: wanted, take: (_group, offset, value) => void pairs.push(offset, value) });
    return { count: pairs.length / 2, words: Uint32Array.from(pairs) };
  };

  return {
    kind: 'plain',
    buffer(size) {
      if (size + padding > buffer.length) {
        const grown = new Uint8Array(size + padding);
        grown.set(buffer);
        buffer = grown;
      }
      return buffer.subarray(0, size);
    },
    search(length, already, wanted) {
      let found = already;
      const search: Search = {
        alive: wanted & ~already,
        take(group) {
          found |= group;
          search.alive = enough(found) ? 0 : search.alive & ~group;
        },
      };
      sampleText(inputOf(length), search);
      searchTokens(inputOf(length), search);
      return found;
    },
    collect: (length, wanted) =>
      collectWith(wanted, (search) => { sampleText(inputOf(length), search); }),
    collectTokens: (length, wanted) =>
      collectWith(wanted, (search) => { searchTokens(inputOf(length), search); }),
  };
}
