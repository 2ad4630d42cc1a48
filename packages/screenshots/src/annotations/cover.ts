import { PNG } from 'pngjs';
import type { Raster } from '../pixels/raster.ts';
import type { Box } from '../reading.ts';

type Colour = readonly [red: number, green: number, blue: number];

const frame: Colour = [220, 38, 38];
const cover: Colour = [64, 64, 64];
const stripe: Colour = [96, 96, 96];

/** Pixels around a key that are covered as well, so that the edges of its letters do not show. */
const margin = 3;

/** Pixels between two stripes, and of the frame's line. */
const stripes = 8;
const line = 2;

/** A box in an image of which each pixel stands for several. */
function scaled({ x, y, width, height }: Box, factor: number): Box {
  const left = Math.floor(x * factor);
  const top = Math.floor(y * factor);
  return { x: left, y: top, width: Math.ceil((x + width) * factor) - left, height: Math.ceil((y + height) * factor) - top };
}

/**
 * A copy of an image in which boxes are framed and what stands in them is gone. It is painted over and not blurred: a blurred
 * text can be told by blurring guesses the same way.
 *
 * @param factor - pixels of the image for one in which the boxes count.
 * @returns the bytes of a PNG without metadata.
 */
export function coverImage(raster: Raster, wanted: readonly Box[], factor = 1): Buffer {
  const boxes = wanted.map((box) => scaled(box, factor));
  const copy: Raster = { ...raster, rgba: Uint8Array.from(raster.rgba) };
  for (const box of boxes) paint(copy, grown(box, margin), (x, y) => ((x + y) % stripes < 2 ? stripe : cover));
  for (const box of boxes) {
    const { x, y, width, height } = grown(box, margin + line);
    for (const side of [{ x, y, width, height: line }, { x, y: y + height - line, width, height: line }, { x, y, width: line, height }, { x: x + width - line, y, width: line, height }]) paint(copy, side, () => frame);
  }
  const png = new PNG({ width: copy.width, height: copy.height });
  png.data = Buffer.from(copy.rgba.buffer);
  return PNG.sync.write(png);
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function paint({ width, height, rgba }: Raster, box: Box, colourAt: (x: number, y: number) => Colour): void {
  for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(width, box.x + box.width); x++) rgba.set([...colourAt(x, y), 255], (y * width + x) * 4);
  }
}
