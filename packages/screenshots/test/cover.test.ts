import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { coverImage } from '../src/annotations/cover.ts';
import type { canvas } from './drawing.ts';
import { fill, screen } from './drawing.ts';

function pngOf({ width, height, rgba }: ReturnType<typeof canvas>): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(rgba);
  return PNG.sync.write(png);
}

const box = { x: 100, y: 60, width: 80, height: 12 };

describe('a covered copy', () => {
  it('depends on nothing that stood in the box', async () => {
    const other = screen();
    fill(other, box.x, box.y, box.width, box.height, [9, 99, 199]);
    expect((await coverImage(pngOf(screen()), [box])).equals(await coverImage(pngOf(other), [box]))).toBe(true);
  });

  it('leaves everything away from the box as it is', async () => {
    const raster = screen();
    const copy = PNG.sync.read(await coverImage(pngOf(raster), [box]));
    for (const [x, y] of [[10, 10], [50, 65], [300, 150]] as const) {
      const at = (y * raster.width + x) * 4;
      expect([...copy.data.subarray(at, at + 4)]).toEqual([...raster.rgba.subarray(at, at + 4)]);
    }
  });

  it('takes boxes that reach over the edge', async () => {
    const copy = PNG.sync.read(await coverImage(pngOf(screen()), [{ x: -10, y: -10, width: 5000, height: 20 }]));
    expect([copy.width, copy.height]).toEqual([400, 200]);
  });
});
