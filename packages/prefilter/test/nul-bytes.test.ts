import { expect, it } from 'vitest';
import { engines, prefilterOn } from './engines.ts';

it.each(engines)('a prefilter on the %s engine finds a NUL byte wherever it stands, and only between the ends', (engine) => {
  const prefilter = prefilterOn(engine, []);
  for (let size = 0; size < 70; size++) {
    const buffer = prefilter.buffer(80);
    buffer.fill(0x61);
    expect(prefilter.nulInBuffer(size)).toBe(false);
    for (let at = 0; at < 80; at++) {
      buffer[at] = 0;
      expect([size, at, prefilter.nulInBuffer(size)]).toEqual([size, at, at < size]);
      expect(prefilter.nulInBuffer(size, 5)).toBe(at >= 5 && at < size);
      buffer[at] = 0x61;
    }
  }
});
