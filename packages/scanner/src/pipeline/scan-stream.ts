import { copiedTo } from '../containers/byte-reader.ts';
import { mayBeContainer } from '../containers/signs.ts';
import { beginsPicture, pictureHead } from '../readers/pictures.ts';
import { headLength } from '../readers/reader.ts';
import { StreamReader } from '../sources/stream-reader.ts';
import type { Engine, Place } from './engine.ts';
import { wholeFileLimit, windowLayout } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import { foundPicture, longText } from './pictures/found-pictures.ts';
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
      const { shelf } = engine;
      const isPicture = shelf !== undefined && beginsPicture(whole.subarray(0, pictureHead));
      tally.addBlob(place.path, whole.length, { ...scanBytes(engine, whole, place), ...(isPicture && { pictures: [foundPicture(shelf, place, whole, 'files')] }) });
      onProgress(whole.length);
      return tally;
    }
    let bytes = 0;
    const writer = beginsPicture(head.subarray(0, pictureHead)) ? engine.shelf?.writer() : undefined;
    const outcome = await scanReader(engine, copiedTo(writer?.write, reader), place, windowLayout, async (length) => {
      bytes += length;
      onProgress(length);
      await new Promise(setImmediate);
    });
    tally.addBlob(place.path, bytes, writer === undefined ? outcome : { ...outcome, pictures: [{ place, shelved: writer.shelved, via: [], counts: 'files' }] });
    if (outcome.holdsPictures === true) tally.unread.push(longText(place.path));
  } catch (error) {
    tally.addFailure(place.path, error);
  }
  return tally;
}
