import { describe, expect, it } from 'vitest';
import { compilePrefilter, loadPrefilter } from '../src/index.ts';
import { bytesOf, engines, prefilterOn } from './engines.ts';
import { pairsOf } from './naive-search.ts';

const literals = [
  { bytes: bytesOf('atomyx'), ignoreCase: true, group: 0 },
  { bytes: bytesOf('submit'), ignoreCase: false, group: 1 },
  { bytes: bytesOf('api key'), ignoreCase: true, group: 31 },
  { bytes: bytesOf('submit-guard'), ignoreCase: false, group: 2 },
];

describe.each(engines)('a prefilter on the %s engine', (engine) => {
  const prefilter = prefilterOn(engine, literals);

  it('names the groups that occur', () => {
    expect(prefilter.groupsIn(bytesOf('ask ATOMYX to submit'))).toBe(0b11);
    expect(prefilter.groupsIn(bytesOf('an API Key'))).toBe(1 << 31);
    expect(prefilter.groupsIn(bytesOf(''))).toBe(0);
  });

  it('minds the case where it must', () => {
    expect(prefilter.groupsIn(bytesOf('SUBMIT atomy'))).toBe(0);
  });

  it('takes no byte but a letter for the other case of a letter', () => {
    const signs = prefilterOn(engine, [{ bytes: bytesOf('a[b@c'), ignoreCase: true, group: 0 }]);
    expect(signs.groupsIn(bytesOf('A[B@C'))).toBe(1);
    expect(signs.groupsIn(bytesOf('a{b@c'))).toBe(0);
    expect(signs.groupsIn(bytesOf('a[b`c'))).toBe(0);
  });

  it('places every literal, nested ones too', () => {
    expect(pairsOf(prefilter.hitsIn(bytesOf('submit-guard Atomyx')))).toEqual([[0, 1], [0, 3], [13, 0]]);
    expect(pairsOf(prefilter.hitsIn(bytesOf('submit-guard Atomyx'), 0b100))).toEqual([[0, 3]]);
  });

  it('searches its buffer, and keeps the content when the buffer grows', () => {
    const fresh = prefilterOn(engine, literals);
    fresh.buffer(100).set(bytesOf('atomyx'), 94);
    expect(fresh.scanBuffer(100)).toBe(1);
    expect(fresh.scanBuffer(99)).toBe(0);
    const grown = fresh.buffer(3_000_000);
    expect(fresh.scanBuffer(100)).toBe(1);
    grown.set(bytesOf('submit'), 3_000_000 - 6);
    expect(fresh.scanBuffer(3_000_000)).toBe(0b11);
  });

  it('ignores what is left in the buffer from longer content', () => {
    const buffer = prefilter.buffer(64).fill(0);
    buffer.set(bytesOf('submit'), 10);
    for (let length = 0; length < 16; length++) expect(prefilter.scanBuffer(length)).toBe(0);
    expect(prefilter.scanBuffer(16)).toBe(2);
  });

  it('refuses to search more than its buffer, and a buffer of absurd size', () => {
    const fresh = prefilterOn(engine, literals);
    fresh.buffer(10);
    for (const length of [11, 1e9, Infinity, Number.NaN]) {
      expect(() => fresh.scanBuffer(length)).toThrow(RangeError);
      expect(() => fresh.hitsInBuffer(length)).toThrow(RangeError);
      expect(() => fresh.tokensInBuffer(length)).toThrow(RangeError);
    }
    expect(() => fresh.buffer(2 ** 32)).toThrow(RangeError);
  });

  it('keeps the groups found before', () => {
    prefilter.buffer(6).set(bytesOf('atomyx'));
    expect(prefilter.scanBuffer(6, 0b10)).toBe(0b11);
  });

  it('finds more hits than it has room for at first', () => {
    const hits = prefilter.hitsIn(bytesOf('atomyx'.repeat(5000)));
    expect(hits.count).toBe(5000);
    expect(hits.offsets[4999]).toBe(4999 * 6);
  });

  it('stops reading once the answer is clear', () => {
    let reads = 0;
    const read = (target: Uint8Array): number => {
      reads++;
      target.set(bytesOf('atomyx'));
      return target.length;
    };
    const decisive = prefilterOn(engine, literals, { enough: (found) => (found & 1) === 1, windowSize: 1000 });
    expect(decisive.scanWindows(read) & 1).toBe(1);
    expect(reads).toBe(1);
  });

  it('finds what lies across two reads and two windows', () => {
    const text = bytesOf(`${'.'.repeat(997)}submit-guard${'.'.repeat(997)}`);
    for (const windowSize of [12, 22, 23, 64, 1000, 1003, 1008]) {
      for (const step of [1, 7, 1000]) {
        let position = 0;
        const read = (target: Uint8Array): number => {
          const part = text.subarray(position, position + Math.min(step, target.length));
          target.set(part);
          position += part.length;
          return part.length;
        };
        expect(prefilterOn(engine, literals, { windowSize }).scanWindows(read)).toBe(0b110);
        expect(position).toBe(text.length);
      }
    }
  });

  it('keeps more hits than there is room for, and moves no memory while it searches', () => {
    const prefilter = prefilterOn(engine, [{ bytes: bytesOf('ab'), ignoreCase: false, group: 4 }, { bytes: bytesOf('c'), ignoreCase: false, group: 5 }]);
    const text = bytesOf(`${'ab'.repeat(20_000)}c`);
    const buffer = prefilter.buffer(text.length);
    buffer.set(text);
    const survey = prefilter.surveyBuffer(text.length, 1 << 4);
    expect(buffer).toHaveLength(text.length);
    expect(survey.mask).toBe(0b110000);
    expect(survey.hits()).toMatchObject({ count: 20_000 });
    expect(prefilter.surveyBuffer(text.length, 0).hits().count).toBe(0);
    expect(prefilter.surveyBuffer(0, 1 << 4)).toMatchObject({ mask: 0 });
  });

  it('has nothing to find where there are no literals', () => {
    const empty = prefilterOn(engine, []);
    expect(empty.groupsIn(bytesOf('atomyx'))).toBe(0);
    expect(empty.hitsIn(bytesOf('atomyx')).count).toBe(0);
    expect(empty.tokensIn(bytesOf('atomyx')).count).toBe(0);
    expect(empty.overlap).toBe(0);
  });

  it('refuses an empty literal and a group out of range', () => {
    expect(() => prefilterOn(engine, [{ bytes: bytesOf(''), ignoreCase: true, group: 0 }])).toThrow(RangeError);
    for (const group of [-1, 32, 0.5]) {
      expect(() => prefilterOn(engine, [{ bytes: bytesOf('a'), ignoreCase: true, group }])).toThrow(RangeError);
    }
  });
});

describe('a compiled prefilter', () => {
  it('is data that can be cloned and loaded again', () => {
    const loaded = loadPrefilter(structuredClone(compilePrefilter(literals)));
    expect(loaded.groupsIn(bytesOf('Atomyx'))).toBe(1);
    expect(loaded.overlap).toBe('submit-guard'.length - 1);
    expect(loaded.groups).toBe((1 << 31) | 0b111);
  });
});
