import { decompressFrame, parseGIF } from 'gifuct-js';
import type { ParsedGif } from 'gifuct-js';
import type { Raster } from '../pixels/raster.ts';
import type { Format } from './format.ts';
import { startsWith } from './format.ts';
import { framesToRead, omissionOf } from './frames.ts';

type Frame = Extract<ParsedGif['frames'][number], { image: unknown }>;

/** Frames with an image that lies on the screen of the file: what is larger than that would take more memory than the file says. */
function framesOf({ frames, lsd }: ParsedGif): readonly Frame[] {
  return frames.filter((frame): frame is Frame => {
    if (!('image' in frame)) return false;
    const { left, top, width, height } = frame.image.descriptor;
    return left + width <= lsd.width && top + height <= lsd.height;
  });
}

/** Every frame is painted over those before it. */
function* imagesOf({ lsd: { width, height }, gct }: ParsedGif, frames: readonly Frame[]): Generator<Raster> {
  const wanted = new Set(framesToRead(frames.length));
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (const [number, frame] of frames.entries()) {
    const { patch, dims } = decompressFrame(frame, gct, true);
    for (let y = 0, from = 0; y < dims.height; y++) {
      for (let x = 0, to = ((dims.top + y) * width + dims.left) * 4; x < dims.width; x++, from += 4, to += 4) {
        if (patch[from + 3] !== 0) rgba.set(patch.subarray(from, from + 4), to);
      }
    }
    if (wanted.has(number)) yield { width, height, rgba };
  }
}

export const gif: Format = {
  name: 'GIF',
  accepts: (bytes) => startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a'),
  sizeOf: (bytes) => (bytes.length < 10 ? undefined : { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  decode(bytes) {
    const parsed = parseGIF(Uint8Array.from(bytes).buffer);
    const frames = framesOf(parsed);
    if (frames.length === 0) throw new Error('There is no frame.');
    return { images: imagesOf(parsed, frames), ...omissionOf(frames.length, 'frames') };
  },
};
