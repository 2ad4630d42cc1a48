import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Literal } from '../src/index.ts';
import { engines, prefilterOn } from './engines.ts';
import { naiveGroups, naiveHits, pairsOf } from './naive-search.ts';

/** Few different bytes, so that literals overlap, nest and nearly match; both cases, neighbours of letters, bytes above 0x7f. */
const byte = fc.constantFrom(...Buffer.from('aAbBzZ@[`{\0 \xe1\xc1\xff', 'latin1'));
const anyByte = fc.integer({ min: 0, max: 255 });

const literal = (bytes: fc.Arbitrary<number>, minLength: number, maxLength: number): fc.Arbitrary<Literal> => fc.record({
  bytes: fc.array(bytes, { minLength, maxLength }).map((array) => Uint8Array.from(array)),
  ignoreCase: fc.boolean(),
  group: fc.integer({ min: 0, max: 31 }),
});

/** A case-flipped or otherwise changed copy of a literal. */
const disguised = (from: Literal, flips: readonly number[]): Uint8Array =>
  from.bytes.map((value, index) => {
    const flip = flips[index % Math.max(1, flips.length)] ?? 0;
    return flip === 1 ? value ^ 0x20 : flip === 2 ? value ^ 0x01 : value;
  });

/** A text of noise, literals, near misses and changed cases. */
const textFor = (literals: readonly Literal[], noise: fc.Arbitrary<number>): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.oneof(
    fc.array(noise, { maxLength: 70 }).map((array) => Uint8Array.from(array)),
    fc.tuple(fc.constantFrom(...literals), fc.array(fc.constantFrom(0, 0, 0, 0, 0, 1, 2), { maxLength: 9 }))
      .map(([from, flips]) => disguised(from, flips)),
    fc.tuple(fc.constantFrom(...literals), fc.nat(64)).map(([from, cut]) => from.bytes.subarray(0, cut)),
  ), { maxLength: 30 }).map((parts) => Uint8Array.from(Buffer.concat(parts)));

const cases = [
  { name: 'a few literals', literals: fc.array(literal(byte, 1, 12), { minLength: 1, maxLength: 12 }), noise: byte },
  { name: 'more than Teddy takes', literals: fc.array(literal(byte, 1, 10), { minLength: 65, maxLength: 100 }), noise: byte },
  { name: 'long literals', literals: fc.array(literal(byte, 9, 64), { minLength: 1, maxLength: 30 }), noise: byte },
  { name: 'literals of all lengths', literals: fc.array(literal(byte, 1, 64), { minLength: 1, maxLength: 90 }), noise: byte },
  { name: 'binary', literals: fc.array(literal(anyByte, 1, 64), { minLength: 1, maxLength: 60 }), noise: anyByte },
  { name: 'many long literals', literals: fc.array(literal(anyByte, 14, 40), { minLength: 250, maxLength: 300 }), noise: anyByte },
];

describe.each(engines)('the %s engine agrees with a naive search', (engine) => {
  it.each(cases)('on $name', ({ literals, noise }) => {
    const input = literals.chain((list) => fc.tuple(fc.constant(list), textFor(list, noise), fc.nat(200), fc.integer()));
    fc.assert(fc.property(input, ([list, text, windowSize, kept]) => {
      const prefilter = prefilterOn(engine, list, { windowSize });
      expect(pairsOf(prefilter.hitsIn(text))).toEqual(naiveHits(list, text));
      expect(prefilter.groupsIn(text)).toBe(naiveGroups(list, text));
      prefilter.buffer(text.length).set(text);
      expect(prefilter.scanBuffer(text.length)).toBe(naiveGroups(list, text));
      expect(pairsOf(prefilter.hitsInBuffer(text.length))).toEqual(naiveHits(list, text));
      const survey = prefilter.surveyBuffer(text.length, kept);
      expect(survey.mask).toBe(naiveGroups(list, text));
      expect(pairsOf(survey.hits())).toEqual(naiveHits(list, text).filter(([, literal]) => kept >> (list[literal]?.group ?? 0) & 1));
    }), { numRuns: 150 });
  });

  it('at every alignment, with every length up to 64, at both ends of the buffer', () => {
    for (let length = 1; length <= 64; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => 0x41 + ((index * 7 + length) % 58));
      const prefilter = prefilterOn(engine, [{ bytes, ignoreCase: true, group: 3 }]);
      for (let offset = 0; offset <= 67; offset++) {
        for (const after of [0, 1, 40]) {
          const size = offset + length + after;
          const text = prefilter.buffer(size).fill(0x2a);
          text.set(bytes.map((value) => (value >= 0x41 && value <= 0x5a ? value | 0x20 : value)), offset);
          expect(prefilter.scanBuffer(size)).toBe(8);
          expect(pairsOf(prefilter.hitsInBuffer(size))).toEqual([[offset, 0]]);
          expect(prefilter.scanBuffer(offset + length - 1)).toBe(0);
        }
      }
    }
  });

  it('on copies that differ in a single byte, wherever it is', () => {
    for (let length = 1; length <= 64; length++) {
      for (const others of [0, 200]) {
        const bytes = Uint8Array.from({ length }, (_, index) => 0x30 + ((index * 11 + length) % 70));
        const list = Array.from({ length: 1 + others }, (_, number): Literal => ({
          bytes: bytes.map((value) => value ^ number), ignoreCase: false, group: number % 32,
        }));
        const prefilter = prefilterOn(engine, list.slice(0, 1).concat(list.slice(128)), {});
        const text = Uint8Array.from(Buffer.concat(Array.from({ length }, (_, place) => bytes.with(place, 0x01))));
        expect(pairsOf(prefilter.hitsIn(text)).filter(([, index]) => index === 0)).toEqual(naiveHits(list.slice(0, 1), text));
      }
    }
  });

  it('on long literals among hundreds, at every alignment', () => {
    const list = Array.from({ length: 300 }, (_, number): Literal => ({
      bytes: Uint8Array.from({ length: 14 + (number % 50) }, (__, index) => 33 + ((index * 31 + number * 17 + index * number) % 90)),
      ignoreCase: number % 2 === 0,
      group: number % 32,
    }));
    const prefilter = prefilterOn(engine, list);
    for (const [index, { bytes }] of list.entries()) {
      const offset = index % 71;
      const size = offset + bytes.length + (index % 3);
      prefilter.buffer(size).fill(0x01).set(bytes, offset);
      expect(pairsOf(prefilter.hitsInBuffer(size))).toContainEqual([offset, index]);
      expect(prefilter.scanBuffer(size) & (1 << (index % 32))).not.toBe(0);
    }
  });
});
