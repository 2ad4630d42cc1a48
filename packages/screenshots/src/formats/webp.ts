import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Format, Size } from './format.ts';
import { startsWith } from './format.ts';

interface Decoder {
  readonly init: (module: unknown) => Promise<void>;
  readonly default: (bytes: Uint8Array) => Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
}

/** The types of Node.js leave it out. */
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> } };

let loading: Promise<Decoder['default']> | undefined;

/** The decoder is made for browsers: its module is read from the disk here, and what it gives is an `ImageData`, which Node.js does not have. */
async function load(): Promise<Decoder['default']> {
  const require = createRequire(import.meta.url);
  const scope = globalThis as { ImageData?: unknown };
  scope.ImageData ??= class {
    readonly data: Uint8ClampedArray;
    readonly width: number;
    readonly height: number;

    constructor(data: Uint8ClampedArray, width: number, height: number) {
      this.data = data;
      this.width = width;
      this.height = height;
    }
  };
  const decoder = (await import('@jsquash/webp/decode.js')) as unknown as Decoder;
  await decoder.init(await wasm.compile(readFileSync(require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'))));
  return decoder.default;
}

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
    const { width, height, data } = await (await (loading ??= load()))(new Uint8Array(bytes));
    return { images: [{ width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) }] };
  },
};
