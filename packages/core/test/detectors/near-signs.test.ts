import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesNearSigns } from '../../src/detectors/near-signs.ts';

const length = 600_000;
const reach = 32 * 1024;
const text = `${'x'.repeat(99)}\n`.repeat(length / 100);

/** A test for ranges that hold one of some offsets. */
const holdsOne = (signs: readonly number[]) => ({ start, end }: { start: number; end: number }): boolean => signs.some((sign) => sign >= start && sign < end);

describe('the places of a long stretch', () => {
  it('show what stands before and behind every sign, each once', () => {
    fc.assert(fc.property(fc.array(fc.nat(length - 1), { maxLength: 6 }), (signs) => {
      const places = placesNearSigns(text, { start: 0, end: length }, holdsOne(signs));
      for (const sign of signs) {
        expect(places.some(({ start, end }) => start <= Math.max(0, sign - reach) && end >= Math.min(length, sign + reach))).toBe(true);
      }
      for (const [index, place] of places.entries()) expect(place.start).toBeGreaterThan(places[index - 1]?.end ?? -1);
    }));
  });

  it('begin at lines', () => {
    expect(placesNearSigns(text, { start: 0, end: length }, holdsOne([300_050])).map(({ start }) => start % 100)).toEqual([0]);
  });

  it('are few where signs are few, and all of it where they stand everywhere', () => {
    const [place, ...others] = placesNearSigns(text, { start: 0, end: length }, holdsOne([300_000]));
    expect(others).toEqual([]);
    expect((place?.end ?? 0) - (place?.start ?? 0)).toBeLessThan(length / 4);
    expect(placesNearSigns(text, { start: 0, end: length }, () => true)).toEqual([{ start: 0, end: length }]);
  });
});
