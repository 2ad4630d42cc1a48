import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { coverImage } from '../src/annotations/cover.ts';
import { fill, screen } from './drawing.ts';

const box = { x: 100, y: 60, width: 80, height: 12 };

describe('a covered copy', () => {
  it('depends on nothing that stood in the box', () => {
    const other = screen();
    fill(other, box.x, box.y, box.width, box.height, [9, 99, 199]);
    expect(coverImage(screen(), [box]).equals(coverImage(other, [box]))).toBe(true);
  });

  it('leaves everything away from the box as it is', () => {
    const raster = screen();
    const copy = PNG.sync.read(coverImage(raster, [box]));
    for (const [x, y] of [[10, 10], [50, 65], [300, 150]] as const) {
      const at = (y * raster.width + x) * 4;
      expect([...copy.data.subarray(at, at + 4)]).toEqual([...raster.rgba.subarray(at, at + 4)]);
    }
  });

  it('takes boxes that reach over the edge', () => {
    const copy = PNG.sync.read(coverImage(screen(), [{ x: -10, y: -10, width: 5000, height: 20 }]));
    expect([copy.width, copy.height]).toEqual([400, 200]);
  });
});
