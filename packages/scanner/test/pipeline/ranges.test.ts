import type { Range } from '@submit-guard/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rangesAround, united } from '../../src/pipeline/ranges.ts';

const covered = (ranges: readonly Range[]): readonly number[] => Array.from({ length: 300 }, (_, at) => at).filter((at) => ranges.some(({ start, end }) => at >= start && at < end));
const areApart = (ranges: readonly Range[]): boolean => ranges.every(({ start }, index) => index === 0 || start > (ranges[index - 1]?.end ?? 0));

it('what stands around offsets is what is near to one of them, and nothing else', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat(199), { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (offsets, reach) => {
    const ranges = rangesAround(offsets.sort((a, b) => a - b), 50, 250, reach);
    expect(areApart(ranges)).toBe(true);
    expect(covered(ranges)).toEqual(covered(offsets.map((at) => ({ start: Math.max(50, 50 + at - reach), end: Math.min(250, 50 + at + reach) }))));
  }));
});

it('places of two lists are those of one or the other', () => {
  const list = fc.uniqueArray(fc.nat(280), { maxLength: 12 }).map((offsets) => rangesAround(offsets.sort((a, b) => a - b), 0, 300, 7));
  fc.assert(fc.property(list, list, (left, right) => {
    const both = united(left, right);
    expect(areApart(both)).toBe(true);
    expect(covered(both)).toEqual(covered([...left, ...right]));
  }));
});
