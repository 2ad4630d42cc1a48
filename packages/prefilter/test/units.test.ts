import { describe, expect, it } from 'vitest';
import { engines, prefilterOn } from './engines.ts';

const samples = ['', 'a', 'key', 'Schlüssel', '€', '鍵', '🔑', 'ÿ', '\u{10ffff}', '\0'];

describe('UTF-16 units of valid UTF-8', () => {
  it.each(engines)('are counted on the %s engine, wherever the bytes stand', (engine) => {
    const prefilter = prefilterOn(engine, []);
    let text = '';
    for (let round = 0; text.length < 9000; round++) {
      const characters = [...text];
      const start = Buffer.byteLength(characters.slice(0, round % 7).join(''));
      const bytes = Buffer.from(text);
      prefilter.buffer(bytes.length).set(bytes);
      expect(prefilter.unitsInBuffer(bytes.length)).toBe(text.length);
      expect(prefilter.unitsInBuffer(bytes.length, start)).toBe(characters.slice(round % 7).join('').length);
      text += (samples[round % samples.length] ?? '').repeat(1 + (round % 5) * (round % 37));
    }
  });

  it.each(engines)('do not overflow where every character is the longest, on the %s engine', (engine) => {
    const prefilter = prefilterOn(engine, []);
    const bytes = Buffer.from('🔑'.repeat(100_000));
    prefilter.buffer(bytes.length).set(bytes);
    expect(prefilter.unitsInBuffer(bytes.length)).toBe(200_000);
  });
});
