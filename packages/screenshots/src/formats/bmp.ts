import { decode } from 'bmp-ts';
import type { Format } from './format.ts';
import { startsWith } from './format.ts';

export const bmp: Format = {
  name: 'BMP',
  accepts: (bytes) => startsWith(bytes, 'BM') && bytes.length >= 26 && bytes.readUInt32LE(14) >= 40 && bytes.readUInt32LE(14) <= 124,
  sizeOf: (bytes) => ({ width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) }),
  decode(bytes) {
    const { width, height, data } = decode(bytes, { toRGBA: true });
    const rgba = new Uint8Array(data);
    // Most files leave the fourth byte of a pixel unused.
    if (bytes.readUInt16LE(28) < 32) for (let at = 3; at < rgba.length; at += 4) rgba[at] = 255;
    return { images: [{ width, height, rgba }] };
  },
};
