import type { Raster } from './raster.ts';

/** Pixels of the smallest image in which a key with what tells of it could be read. */
const least = { width: 120, height: 24 };

/** Pixels that are looked at: some rows of the image, evenly spread. */
const sample = 250_000;

/** By how much a colour channel may differ between neighbours of one area: JPEG leaves some noise. */
const tolerance = 6;

/** The share of pixels that equal the one on their right, and that of the sixteen most frequent colours, from which an image looks like a screen. */
const leastFlat = 0.35;
const leastCommon = 0.4;

/** The share of pixels at which the brightness jumps, below which there is no text. */
const leastEdges = 0.0005;
const jump = 48;

/**
 * A cheap test for what is worth reading: screens consist of flat areas in few colours, with sharp edges in them. Photographs, textures and icons
 * do not.
 *
 * @returns why an image is passed over; `undefined` where it may be a screen.
 */
export function whyNoScreen({ width, height, rgba }: Raster): string | undefined {
  if (width < least.width || height < least.height) return 'too small for a screenshot';
  const step = Math.max(1, Math.ceil((width * height) / sample));
  const colours = new Uint32Array(32_768);
  let seen = 0;
  let flat = 0;
  let edges = 0;
  for (let y = 0; y < height; y += step) {
    for (let at = y * width * 4, end = at + (width - 1) * 4; at < end; at += 4) {
      const red = rgba[at] ?? 0;
      const green = rgba[at + 1] ?? 0;
      const blue = rgba[at + 2] ?? 0;
      const difference = Math.max(Math.abs(red - (rgba[at + 4] ?? 0)), Math.abs(green - (rgba[at + 5] ?? 0)), Math.abs(blue - (rgba[at + 6] ?? 0)));
      if (difference <= tolerance) flat++;
      else if (difference >= jump) edges++;
      const colour = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
      colours[colour] = (colours[colour] ?? 0) + 1;
      seen++;
    }
  }
  if (edges < seen * leastEdges) return 'no text in it';
  const common = colours.sort().subarray(-16).reduce((sum, count) => sum + count, 0);
  return flat < seen * leastFlat || common < seen * leastCommon ? 'no screenshot' : undefined;
}
