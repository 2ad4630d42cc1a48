import { enlarged } from '../pixels/enlarge.ts';
import { inkOf } from '../pixels/ink.ts';
import type { Raster } from '../pixels/raster.ts';
import { withoutRulers } from '../pixels/rulers.ts';
import { textHeightOf } from '../pixels/text-height.ts';
import type { Line } from '../reading.ts';
import type { Recogniser } from './engine.ts';
import { linesOf } from './recognised.ts';

/** Pixels of the capital letters that the engine reads best. */
const bestHeight = 27;

/** By how much an image is enlarged at the least and at the most. */
const leastFactor = 0.5;
const mostFactor = 4;

/** Pixels of an enlarged image: the engine takes time and memory for each. */
const mostPixels = 36_000_000;

/** The text of an image. */
export function recogniseImage(engine: Recogniser, raster: Raster): readonly Line[] {
  const ink = inkOf(raster);
  withoutRulers(ink);
  const height = textHeightOf(ink);
  if (height === undefined) return [];
  const wanted = Math.min(mostFactor, Math.max(leastFactor, bestHeight / height));
  const factor = Math.min(wanted, Math.sqrt(mostPixels / (raster.width * raster.height)));
  return linesOf(engine.recognise(factor === 1 ? ink : enlarged(ink, factor)), factor);
}
