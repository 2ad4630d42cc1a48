import { copiedTo } from '../containers/byte-reader.ts';
import { mayBeContainer } from '../containers/signs.ts';
import { headLength } from '../readers/reader.ts';
import { StreamReader } from '../sources/stream-reader.ts';
import type { Engine, Place } from './engine.ts';
import { wholeFileLimit, windowLayout } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { longText, ownPicture, ownPictureIn } from './pictures/found-pictures.ts';
import { scanBytes } from './scan-bytes.ts';
import { scanReader } from './scan-reader.ts';

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
      tally.addBlob(place.path, whole.length, { ...scanBytes(engine, whole, place), ...ownPicture(engine.shelf, place, whole, 'files') });
      onProgress(whole.length);
      return tally;
    }
    let bytes = 0;
    const picture = ownPictureIn(engine.shelf, place, head, 'files');
    const outcome = await scanReader(engine, copiedTo(picture.write, reader), place, windowLayout, async (length) => {
      bytes += length;
      onProgress(length);
      await new Promise(setImmediate);
    });
    tally.addBlob(place.path, bytes, { ...outcome, ...picture.found() });
    if (outcome.picturePlaces !== undefined) tally.unread.push(longText(place.path));
  } catch (error) {
    tally.addFailure(place.path, error);
  }
  return tally;
}
