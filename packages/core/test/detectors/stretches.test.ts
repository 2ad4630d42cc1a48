import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detectors/detector.ts';
import { longestStretch, stretchOverlap, stretchesOf } from '../../src/detectors/stretches.ts';

describe('the stretches of a long line', () => {
  it.each([-100, -80, -62, -61, -20, 0])('part no key that stands %i units from a border', (distance) => {
    const key = randomBytes(20).toString('hex');
    const at = longestStretch + distance;
    const line = `${'x,'.repeat(at / 2)}POST https://submit.atomyx.io/api/jobs Authorization: Bearer ${key},${'y,'.repeat(longestStretch)}`;
    const found = createDetector().detect(line).map(({ start, end }) => line.slice(start, end));
    expect(found).toEqual([key]);
  });

  it('cover a text without any border', () => {
    const text = 'a'.repeat(3 * longestStretch);
    const stretches = stretchesOf(text);
    expect(stretches.at(0)?.start).toBe(0);
    expect(stretches.at(-1)?.end).toBe(text.length);
    for (const [index, { start }] of stretches.entries()) expect(start).toBe(index === 0 ? 0 : (stretches[index - 1]?.end ?? 0) - stretchOverlap);
  });
});
