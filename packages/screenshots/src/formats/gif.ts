import { GifReader } from 'omggif';
import type { Format } from './format.ts';
import { startsWith } from './format.ts';
import { framesToRead, omissionOf } from './frames.ts';
import type { Raster } from '../pixels/raster.ts';

/** Every frame is painted over those before it. */
function* framesOf(reader: GifReader, wanted: ReadonlySet<number>): Generator<Raster> {
  const { width, height } = reader;
  const canvas = new Uint8Array(width * height * 4);
  for (let number = 0; number <= Math.max(...wanted); number++) {
    reader.decodeAndBlitFrameRGBA(number, canvas);
    if (wanted.has(number)) yield { width, height, rgba: canvas };
  }
}

export const gif: Format = {
  name: 'GIF',
  accepts: (bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'),
  sizeOf: (bytes) => (bytes.length < 10 ? undefined : { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  decode(bytes) {
    const reader = new GifReader(bytes);
    const count = reader.numFrames();
    return { images: framesOf(reader, new Set(framesToRead(count))), ...omissionOf(count, 'frames') };
  },
};
