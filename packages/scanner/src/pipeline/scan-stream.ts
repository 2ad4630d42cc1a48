import { PlaceCursor } from '../readers/place-cursor.ts';
import { StreamReader } from '../sources/stream-reader.ts';
import type { Engine, Place } from './engine.ts';
import { windowOverlap, windowSize, wholeFileLimit } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { scanBytes } from './scan-bytes.ts';
import { scanWindows } from './scan-windows.ts';

/**
 * Scans what comes out of a stream: at once if it is short enough, else window by window. Nothing is written to disk.
 *
 * @param onProgress - told how many bytes have been looked at since the last time.
 */
export async function scanStream(engine: Engine, stream: AsyncIterable<Uint8Array>, place: Place, onProgress: (bytes: number) => void): Promise<Outcome> {
  const tally = new Tally();
  try {
    const reader = new StreamReader(stream);
    const whole = await reader.readWhole(wholeFileLimit);
    if (whole !== undefined) {
      tally.addBlob(place.path, whole.length, scanBytes(engine, whole, place));
      onProgress(whole.length);
      return tally;
    }
    let bytes = 0;
    const outcome = await scanWindows(engine, reader, place, {
      size: windowSize,
      overlap: windowOverlap,
      places: (encoding) => {
        const cursor = new PlaceCursor(encoding);
        return { originAt: () => cursor.origin, pass: (passed) => cursor.pass(passed) };
      },
      onWindow: async (length) => {
        bytes += length;
        onProgress(length);
        await new Promise(setImmediate);
      },
    });
    tally.addBlob(place.path, bytes, outcome);
  } catch (error) {
    tally.addFailure(place.path, error);
  }
  return tally;
}
