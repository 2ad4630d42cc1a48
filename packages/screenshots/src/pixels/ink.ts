import type { Grey, Raster } from './raster.ts';

/** Pixels on either side of a pixel that make up its ground. */
const reach = 24;

/** How much of the difference to the ground is black ink: text in a colour close to its ground is read, too. */
const gain = 1.6;

/**
 * Makes every text dark on white, whatever its colour and that of its ground: what counts is how much a pixel differs from its surroundings.
 * One image may hold dark panels beside light ones.
 */
export function inkOf({ width, height, rgba }: Raster): Grey {
  const channels = [0, 1, 2].map((channel) => differences(rgba, channel, width, height));
  const values = new Uint8Array(width * height);
  for (let at = 0; at < values.length; at++) {
    const difference = Math.max(channels[0]?.[at] ?? 0, channels[1]?.[at] ?? 0, channels[2]?.[at] ?? 0);
    values[at] = 255 - Math.min(255, difference * gain);
  }
  return { width, height, values };
}

/** How much a channel of each pixel differs from the mean of its surroundings. A transparent pixel is as light as its opacity leaves white. */
function differences(rgba: Uint8Array, channel: number, width: number, height: number): Uint8Array {
  const values = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < values.length; at++, from += 4) {
    const opacity = rgba[from + 3] ?? 255;
    const value = rgba[from + channel] ?? 0;
    values[at] = opacity === 255 ? value : (value * opacity + 255 * (255 - opacity)) / 255;
  }
  const result = new Uint8Array(values.length);
  const side = width + 1;
  /** Sums of the rows that a row's surroundings take in, from the left edge on. */
  const columns = new Uint32Array(width);
  const sums = new Uint32Array(side);
  const addRow = (y: number, sign: 1 | -1): void => {
    for (let x = 0, at = y * width; x < width; x++, at++) columns[x] = (columns[x] ?? 0) + sign * (values[at] ?? 0);
  };
  for (let y = 0; y < Math.min(reach, height); y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + reach < height) addRow(y + reach, 1);
    if (y > reach) addRow(y - reach - 1, -1);
    const rows = Math.min(height - 1, y + reach) - Math.max(0, y - reach) + 1;
    for (let x = 0; x < width; x++) sums[x + 1] = (sums[x] ?? 0) + (columns[x] ?? 0);
    for (let x = 0, at = y * width; x < width; x++, at++) {
      const from = Math.max(0, x - reach);
      const to = Math.min(width, x + reach + 1);
      const ground = ((sums[to] ?? 0) - (sums[from] ?? 0)) / (rows * (to - from));
      result[at] = Math.abs((values[at] ?? 0) - ground);
    }
  }
  return result;
}
