import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFilter, parseFilter, toggled } from '../src/page/addresses/filter.ts';
import { facetIds } from '../src/page/findings/facets.ts';
import { orders } from '../src/page/findings/finding-index.ts';

/** Whole characters: an address has no halves of surrogate pairs. */
const word = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });

const filters = fc.record({
  words: fc.oneof(fc.constant(''), word),
  chosen: fc.dictionary(fc.constantFrom(...facetIds), fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
  order: fc.constantFrom(...orders),
  finding: fc.option(word, { nil: undefined }),
}).map(({ finding, ...rest }) => ({ ...rest, ...(finding !== undefined && { finding }) }));

describe('the address of a filter', () => {
  it('leads back to the filter, whatever it holds', () => {
    fc.assert(fc.property(filters, (filter) => {
      expect(parseFilter(formatFilter(filter))).toEqual(filter);
    }));
  });

  it('is read whatever stands in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const filter = parseFilter(text);
      expect(Object.keys(filter.chosen).every((id) => facetIds.some((known) => known === id))).toBe(true);
    }));
    expect(parseFilter('#order=sideways&clause=&nonsense=1&clause=log&clause=log')).toEqual({ words: '', chosen: { clause: ['log'] }, order: 'certainty' });
  });

  it('is the same again where a value is chosen and taken back', () => {
    const filter = parseFilter('#clause=log');
    expect(formatFilter(toggled(toggled(filter, 'clause', 'frontend'), 'clause', 'frontend'))).toBe('#clause=log');
  });
});
