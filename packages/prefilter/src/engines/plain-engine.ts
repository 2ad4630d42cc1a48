import type { Engine, Enough, Pairs, Stretch } from './engine.ts';
import { sample, samplersOf } from './plain-sampler.ts';
import type { PlainText, Search } from './plain-search.ts';
import { textPadding } from './plain-search.ts';
import { searchTokens } from './plain-tokens.ts';

/** Runs the samplers and the token search of an image in plain JavaScript. */
export function createPlainEngine(image: Uint8Array, enough: Enough): Engine {
  const words = new Int32Array(image.buffer, image.byteOffset, image.byteLength >>> 2);
  const samplers = samplersOf(image, words);
  let buffer = new Uint8Array(0);
  const textOf = ({ start, end }: Stretch): PlainText => ({
    bytes: buffer.subarray(start), view: new DataView(buffer.buffer, start), length: end - start,
  });

  const collectWith = (wanted: number, run: (search: Search) => void): Pairs => {
    const pairs: number[] = [];
    run({ alive: wanted, take: (_group, offset, value) => void pairs.push(offset, value) });
    return { count: pairs.length / 2, words: Uint32Array.from(pairs) };
  };

  const searchIn = (stretch: Stretch, already: number, wanted: number): number => {
    let found = already;
    const search: Search = {
      alive: wanted & ~already,
      take(group) {
        found |= group;
        search.alive = enough(found) ? 0 : search.alive & ~group;
      },
    };
    const text = textOf(stretch);
    for (const sampler of samplers) sample(sampler, text, search);
    searchTokens(image, words, text, search);
    return found;
  };
  const collect = (stretch: Stretch, wanted: number): Pairs => collectWith(wanted, (search) => {
    const text = textOf(stretch);
    for (const sampler of samplers) sample(sampler, text, search);
  });

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
    search: searchIn,
    survey: (stretch, wanted, kept) => ({ found: searchIn(stretch, 0, wanted), places: () => collect(stretch, kept) }),
    collect,
    collectTokens: (stretch, wanted) => collectWith(wanted, (search) => {
      searchTokens(image, words, textOf(stretch), search);
    }),
    countLineEnds: ({ start, end }) => lineEndsIn(buffer, start, end),
    surplusUnits: ({ start, end }) => surplusUnitsOf(buffer, start, end),
    holdsNul: ({ start, end }) => Buffer.from(buffer.buffer, start, end - start).includes(0),
  };
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function surplusUnitsOf(bytes: Uint8Array, start: number, end: number): number {
  let surplus = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) === 0x80) surplus--;
    else if (byte >= 0xf0) surplus++;
  }
  return surplus;
}

function lineEndsIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === lineFeed || (byte === carriageReturn && !(at + 1 < end && bytes[at + 1] === lineFeed))) count++;
  }
  return count;
}
