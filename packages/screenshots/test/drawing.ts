import type { Raster } from '../src/pixels/raster.ts';

/** A white image. */
export function canvas(width: number, height: number): Raster {
  return { width, height, rgba: new Uint8Array(width * height * 4).fill(255) };
}

/** Paints a rectangle. */
export function fill({ width, rgba }: Raster, x: number, y: number, w: number, h: number, colour: readonly [number, number, number]): void {
  for (let row = y; row < y + h; row++) for (let column = x; column < x + w; column++) rgba.set([...colour, 255], (row * width + column) * 4);
}

/** Something like a screen: a bar, a panel and rows of dark marks of a height on a light ground. */
export function screen(width = 400, height = 200, mark = 9): Raster {
  const raster = canvas(width, height);
  fill(raster, 0, 0, width, 20, [32, 33, 36]);
  for (let y = 40; y + mark < height; y += 2 * mark) for (let x = 10; x + 6 < width - 10; x += 8) fill(raster, x, y, 5, mark, [0, 0, 0]);
  return raster;
}

/** Something like a photograph: every pixel differs from its neighbours. */
export function noise(width: number, height: number): Raster {
  const raster = canvas(width, height);
  let state = 1;
  for (let at = 0; at < raster.rgba.length; at++) if (at % 4 !== 3) raster.rgba[at] = (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24;
  return raster;
}
