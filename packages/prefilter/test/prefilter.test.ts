import { describe, expect, it } from 'vitest';
import { createPrefilter } from '../src/index.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('createPrefilter', () => {
  const prefilter = createPrefilter([
    { bytes: bytes('atomyx'), ignoreCase: true, group: 0 },
    { bytes: bytes('submit'), ignoreCase: false, group: 1 },
    { bytes: bytes('api key'), ignoreCase: true, group: 31 },
  ]);

  it('names the groups that occur', () => {
    expect(prefilter.groupsIn(bytes('ask ATOMYX to submit'))).toBe(0b11);
    expect(prefilter.groupsIn(bytes('an API Key'))).toBe(1 << 31);
  });

  it('minds the case where it must', () => {
    expect(prefilter.groupsIn(bytes('SUBMIT atomy'))).toBe(0);
  });

  it('refuses an empty literal and a group out of range', () => {
    expect(() => createPrefilter([{ bytes: bytes(''), ignoreCase: true, group: 0 }])).toThrow(RangeError);
    expect(() => createPrefilter([{ bytes: bytes('a'), ignoreCase: true, group: 32 }])).toThrow(RangeError);
  });
});
