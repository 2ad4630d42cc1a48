import { browserDecoder } from './browser-decoder.ts';
import type { Format, Size } from './format.ts';
import { startsWith } from './format.ts';

const decode = browserDecoder(() => import('@jsquash/webp/decode.js'), '@jsquash/webp/codec/dec/webp_dec.wasm');

/** Size by the first chunk (RFC 9649, 2.5 to 2.7). */
function sizeOf(bytes: Buffer): Size | undefined {
  if (bytes.length < 30) return undefined;
  if (startsWith(bytes, 'VP8X', 12)) return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = bytes.readUInt32LE(21);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return startsWith(bytes, 'VP8 ', 12) ? { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff } : undefined;
}

export const webp: Format = {
  name: 'WebP',
  accepts: (bytes) => startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8),
  sizeOf,
  async decode(bytes) {
    const isAnimated = startsWith(bytes, 'VP8X', 12) && ((bytes[20] ?? 0) & 2) !== 0;
    if (isAnimated) return { images: [], omission: 'an animated WebP, whose frames are not read' };
    return { images: [await decode(bytes)] };
  },
};
