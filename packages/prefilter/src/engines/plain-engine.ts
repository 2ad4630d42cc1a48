import type { Engine, Enough, Pairs } from './engine.ts';
import { sample, samplersOf } from './plain-sampler.ts';
import type { PlainText, Search } from './plain-search.ts';
import { textPadding } from './plain-search.ts';
import { searchTokens } from './plain-tokens.ts';

/** Runs the samplers and the token search of an image in plain JavaScript. */
export function createPlainEngine(image: Uint8Array, enough: Enough): Engine {
  const words = new Int32Array(image.buffer, image.byteOffset, image.byteLength >>> 2);
  const samplers = samplersOf(image, words);
  let buffer = new Uint8Array(0);
  const textOf = (length: number): PlainText => ({ bytes: buffer, view: new DataView(buffer.buffer), length });

  const collectWith = (wanted: number, run: (search: Search) => void): Pairs => {
    const pairs: number[] = [];
    run({ alive: wanted, take: (_group, offset, value) => void pairs.push(offset, value) });
    return { count: pairs.length / 2, words: Uint32Array.from(pairs) };
  };

  return {
    kind: 'plain',
    buffer(size) {
      if (size + textPadding > buffer.length) {
        const grown = new Uint8Array(size + textPadding);
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
      const text = textOf(length);
      for (const sampler of samplers) sample(sampler, text, search);
      searchTokens(image, words, text, search);
      return found;
    },
    collect: (length, wanted) => collectWith(wanted, (search) => {
      const text = textOf(length);
      for (const sampler of samplers) sample(sampler, text, search);
    }),
    collectTokens: (length, wanted) => collectWith(wanted, (search) => {
      searchTokens(image, words, textOf(length), search);
    }),
  };
}
