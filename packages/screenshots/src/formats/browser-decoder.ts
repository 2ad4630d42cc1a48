import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Raster } from '../pixels/raster.ts';

/** What a decoder of jSquash exports. */
interface DecoderModule {
  readonly init: (module: unknown) => Promise<void>;
  readonly default: (bytes: Uint8Array) => Promise<{ readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }>;
}

/** Decodes an image. */
export type Decode = (bytes: Uint8Array) => Promise<Raster>;

/** The types of Node.js leave it out. */
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> } };

/**
 * A decoder that is made for browsers and loaded with the first image: its module is read from the disk, and what it gives is an `ImageData`, which Node.js
 * does not have.
 *
 * @param load - imports the decoder.
 * @param binary - its WebAssembly module, as a package names it.
 */
export function browserDecoder(load: () => Promise<unknown>, binary: string): Decode {
  let loading: Promise<DecoderModule['default']> | undefined;
  return async (bytes) => {
    const decode = await (loading ??= open(load, binary));
    const { width, height, data } = await decode(new Uint8Array(bytes));
    return { width, height, rgba: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  };
}

async function open(load: () => Promise<unknown>, binary: string): Promise<DecoderModule['default']> {
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
  const decoder = (await load()) as DecoderModule;
  await decoder.init(await wasm.compile(readFileSync(createRequire(import.meta.url).resolve(binary))));
  return decoder.default;
}
