import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../src/names/name-words.ts';

/** The same rule in other words: what `wordsOf` does character by character. */
function plainWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([A-Za-z])(\d)/g, '$1 $2')
    .replace(/(\d)([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

it.each([
  ['AtomyxSubmit.apiKey_v2', ['atomyx', 'submit', 'api', 'key', 'v', '2']],
  ['SUBMITAPIKEY', ['submit', 'api', 'key']],
  ['--submit-api-key', ['submit', 'api', 'key']],
  ['XMLHttpRequest2Token', ['xml', 'http', 'request', '2', 'token']],
  ['', []],
])('splits %s into its words', (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

it('splits every name at changes of case, at digits and at punctuation', () => {
  const char = fc.constantFrom(...Array.from('abcXYZ019_-.:/$ é'));
  fc.assert(fc.property(fc.string({ unit: char, maxLength: 12 }), (name) => {
    expect(wordsOf(name)).toEqual(plainWords(name));
  }), { numRuns: 5000 });
});
