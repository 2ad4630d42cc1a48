import { decode } from 'jpeg-js';
import type { Format, Size } from './format.ts';
import { startsWith } from './format.ts';

/** Megabytes that the decoder may take: it works with floating numbers. */
const memory = 2048;

/** Size by the frame header (ITU-T T.81, B.2.2): markers C0 to CF but for tables (C4), extensions (C8) and conditioning (CC). */
function sizeOf(bytes: Buffer): Size | undefined {
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    const isAlone = marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8);
    at += isAlone ? (marker === 0xff ? 1 : 2) : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

export const jpeg: Format = {
  name: 'JPEG',
  accepts: (bytes) => startsWith(bytes, '\xff\xd8\xff'),
  sizeOf,
  decode(bytes) {
    const { width, height, data } = decode(bytes, { useTArray: true, formatAsRGBA: true, tolerantDecoding: true, maxResolutionInMP: 1000, maxMemoryUsageInMB: memory });
    return { images: [{ width, height, rgba: data }] };
  },
};
