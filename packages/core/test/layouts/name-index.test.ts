import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../src/layouts/name-index.ts';

const identifier = /[A-Za-z_]\w*/g;

/** Short names, digits that touch them, and what parts them. */
const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ab', '_', '1', ' ', '.', '-', '$', 'é', '\n'), maxLength: 200 });

describe('the names of a text', () => {
  it('are where a regular expression finds identifiers, however many are asked for', () => {
    fc.assert(fc.property(text, (code) => {
      const index = new NameIndex(code);
      const all = [...code.matchAll(identifier)];
      for (const name of [...new Set(all.map(([found]) => found)), 'absent', ...Array.from({ length: 10 }, (_, number) => `n${number}`)]) {
        expect(index.placesOf(name)).toEqual(all.filter(([found]) => found === name).map(({ index: at }) => at));
      }
    }));
  });

  it('are no words that a digit touches, and words need not be names', () => {
    const index = new NameIndex('key 1key key.key api-key api-key2');
    expect(index.placesOf('key')).toEqual([0, 5, 9, 13, 21]);
    expect(index.wordsOf('key')).toEqual([0, 9, 13, 21]);
    expect(index.wordsOf('api-key')).toEqual([17]);
    expect(index.placesOf('api-key')).toBeUndefined();
    expect(index.wordsOf('')).toEqual([]);
  });
});
