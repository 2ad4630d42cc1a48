import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { encode as encodeBmp } from 'bmp-ts';
import { encode as encodeJpeg } from 'jpeg-js';
import { GifWriter } from 'omggif';
import { PNG } from 'pngjs';
import utif from 'utif2';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../src/formats/index.ts';
import type { Raster } from '../src/pixels/raster.ts';
import { readImage } from '../src/recognition/read-image.ts';
import { screen } from './drawing.ts';

const raster = screen(160, 90);

function pngOf({ width, height, rgba }: Raster): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(rgba);
  return PNG.sync.write(png);
}

/** The image in black, white and grey, two frames of it. */
function gifOf({ width, height, rgba }: Raster): Buffer {
  const bytes = Buffer.alloc(width * height * 4 + 2000);
  const indices = Array.from({ length: width * height }, (_, pixel) => ((rgba[pixel * 4] ?? 0) < 20 ? 0 : (rgba[pixel * 4] ?? 0) > 200 ? 1 : 2));
  const writer = new GifWriter(bytes, width, height, { palette: [0x000000, 0xffffff, 0x202124, 0] });
  writer.addFrame(0, 0, width, height, indices);
  writer.addFrame(0, 0, width, height, indices);
  return bytes.subarray(0, writer.end());
}

const { width, height, rgba } = raster;
const bgra = Buffer.from(rgba);
for (let at = 0; at < bgra.length; at += 4) [bgra[at], bgra[at + 1], bgra[at + 2], bgra[at + 3]] = [rgba[at + 3] ?? 0, rgba[at + 2] ?? 0, rgba[at + 1] ?? 0, rgba[at] ?? 0];

const files: Readonly<Record<string, Buffer>> = {
  PNG: pngOf(raster),
  JPEG: encodeJpeg({ width, height, data: Buffer.from(rgba) }, 90).data,
  GIF: gifOf(raster),
  BMP: encodeBmp({ width, height, data: bgra, bitPP: 24 }).data,
  TIFF: Buffer.from(utif.encodeImage(rgba, width, height)),
  AVIF: await avifOf(raster),
};

/** The same image as AVIF, from the encoder of the package that decodes it. */
async function avifOf({ width: across, height: down, rgba: data }: Raster): Promise<Buffer> {
  const require = createRequire(import.meta.url);
  const { default: encode, init } = (await import('@jsquash/avif/encode.js')) as unknown as { readonly default: (image: object, options: object) => Promise<ArrayBuffer>; readonly init: (module: unknown) => Promise<void> };
  const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: { compile(bytes: Uint8Array): Promise<unknown> } };
  await init(await wasm.compile(readFileSync(require.resolve('@jsquash/avif/codec/enc/avif_enc.wasm'))));
  return Buffer.from(await encode({ width: across, height: down, data: new Uint8ClampedArray(data) }, { quality: 90, speed: 10 }));
}

const limits = { pixels: 1_000_000, seconds: 60 };
const noEngine = (): Promise<never> => Promise.reject(new Error('There is nothing to read.'));

describe.each(Object.entries(files))('%s', (name, bytes) => {
  it('is told by its first bytes and says how large it is', () => {
    expect(formatOf(bytes)?.name).toBe(name);
    expect(formatOf(bytes)?.sizeOf(bytes)).toEqual({ width, height });
  });

  it('is decoded to the same pixels', async () => {
    const decoded = await formatOf(bytes)?.decode(bytes);
    const [image] = decoded?.images ?? [];
    expect([image?.width, image?.height]).toEqual([width, height]);
    let worst = 0;
    for (let at = 0; at < rgba.length; at++) worst = Math.max(worst, Math.abs((rgba[at] ?? 0) - (image?.rgba[at] ?? 0)));
    expect(worst).toBeLessThanOrEqual(name === 'JPEG' || name === 'AVIF' ? 80 : 0);
  });

  it('cut off anywhere ends in a sentence', async () => {
    for (let length = 0; length < bytes.length; length += Math.ceil(bytes.length / 40)) {
      const reading = await readImage(bytes.subarray(0, length), { ...limits, pixels: 10 }, noEngine);
      expect(reading.kind).toBe('unread');
      const decoded = await readImage(bytes.subarray(0, length), limits, noEngine);
      if (decoded.kind === 'unread') expect(decoded.reason).toMatch(/^(?:no image of a format that is read|damaged [A-Z]+.*)$/);
    }
  });

  it('with bytes changed ends in a sentence', async () => {
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const changed = Buffer.from(bytes);
      changed[at] = 255 - (changed[at] ?? 0);
      expect(['read', 'passed over', 'unread']).toContain((await readImage(changed, limits, noEngine)).kind);
    }
  });
});

/** A chunk of a PNG; decoders that matter here do not look at the checksum before the size. */
function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

function header(across: number, down: number, interlaced: 0 | 1): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(across, 0);
  data.writeUInt32BE(down, 4);
  data.set([8, 0, 0, 0, interlaced], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', data)]);
}

describe('a HEIC image', () => {
  const box = (kind: string, ...parts: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length + 8);
    head.write(kind, 4, 'latin1');
    return Buffer.concat([head, body]);
  };
  const file = (brand: string, ...brands: readonly string[]): Buffer => box('ftyp', Buffer.from(brand), Buffer.alloc(4), ...brands.map((name) => Buffer.from(name)));

  it.each([['heic'], ['mif1', 'mif1', 'heic'], ['hevc']])('is passed over with what to do: %s %s %s', async (...brands) => {
    const [brand = '', ...others] = brands;
    expect(await readImage(Buffer.concat([file(brand, ...others), box('mdat', Buffer.alloc(100))]), limits, noEngine)).toEqual({
      kind: 'passed over', reason: 'a HEIC image, which is not decoded; save it as PNG or JPEG to have it read', texts: [],
    });
  });

  it('is none where the same container holds an AVIF', () => expect(formatOf(file('mif1', 'mif1', 'avif'))?.name).toBe('AVIF'));
});

describe('a hostile PNG', () => {
  it('that says it is enormous is not decoded', async () => {
    const bytes = Buffer.concat([header(60_000, 60_000, 0), chunk('IDAT', deflateSync(Buffer.alloc(1000)))]);
    expect(await readImage(bytes, limits, noEngine)).toEqual({ kind: 'unread', reason: 'larger than 1,000,000 pixels: 60000 x 60000' });
  });

  it.each([0, 1] as const)('that inflates to more than its pixels takes no memory for it (interlaced: %d)', async (interlaced) => {
    const bytes = Buffer.concat([header(200, 200, interlaced), chunk('IDAT', deflateSync(Buffer.alloc(300_000_000))), chunk('IEND', Buffer.alloc(0))]);
    const before = process.memoryUsage().arrayBuffers;
    expect((await readImage(bytes, limits, noEngine)).kind).not.toBe('read');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });
});

describe('the texts of a PNG', () => {
  const plain = files['PNG'] ?? Buffer.alloc(0);
  const withChunk = (extra: Buffer): Buffer => Buffer.concat([plain.subarray(0, 33), extra, plain.subarray(33)]);
  const zText = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from('a note'))]));
  const iText = chunk('iTXt', Buffer.concat([Buffer.from('Comment\0\x01\0en\0\0'), deflateSync(Buffer.from('noté'))]));

  it.each([[zText, 'a note'], [iText, 'noté']])('are given where they are compressed', (extra, text) => {
    expect(formatOf(plain)?.textsOf?.(withChunk(extra))).toEqual([text]);
  });

  it('are left out where they are damaged or endless', () => {
    const bomb = chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(50_000_000))]));
    const broken = chunk('zTXt', Buffer.from('Comment\0\0nothing that inflates'));
    expect(formatOf(plain)?.textsOf?.(withChunk(Buffer.concat([bomb, broken])))).toEqual([]);
  });
});
