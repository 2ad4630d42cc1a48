import { mayBeContainer } from '../containers/signs.ts';
import { beginsPicture, pictureHead } from '../readers/pictures.ts';
import { headLength } from '../readers/reader.ts';
import { StreamReader } from '../sources/stream-reader.ts';
import type { Engine, Place } from './engine.ts';
import { wholeFileLimit, windowLayout } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { scanBytes } from './scan-bytes.ts';
import { scanReader } from './scan-reader.ts';

/**
 * Scans what comes out of a stream: at once if it is short enough, else window by window. Nothing is written to disk.
 *
 * @param onProgress - told how many bytes have been looked at since the last time.
 * @param onPicture - takes the bytes where they are those of an image of which the text can be recognised.
 */
export async function scanStream(
  engine: Engine, stream: AsyncIterable<Uint8Array>, place: Place, onProgress: (bytes: number) => void, onPicture?: (bytes: Uint8Array) => void,
): Promise<Outcome> {
  const tally = new Tally();
  try {
    const reader = new StreamReader(stream);
    const whole = await reader.readWhole(wholeFileLimit);
    const head = whole?.subarray(0, headLength) ?? await reader.peek(headLength);
    if (engine.containers !== undefined && mayBeContainer(head, place.name)) {
      const { scanContainerStream } = await import('./containers/scan-container-stream.ts');
      const outcome = await scanContainerStream(engine, engine.containers, { place, head, bytes: whole ?? reader });
      if (outcome !== undefined) {
        onProgress(outcome.bytes);
        return outcome;
      }
    }
    if (whole !== undefined) {
      if (beginsPicture(whole.subarray(0, pictureHead))) onPicture?.(whole);
      tally.addBlob(place.path, whole.length, scanBytes(engine, whole, place));
      onProgress(whole.length);
      return tally;
    }
    let bytes = 0;
    const outcome = await scanReader(engine, reader, place, windowLayout, async (length) => {
      bytes += length;
      onProgress(length);
      await new Promise(setImmediate);
    });
    tally.addBlob(place.path, bytes, outcome);
  } catch (error) {
    tally.addFailure(place.path, error);
  }
  return tally;
}
