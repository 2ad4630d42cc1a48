import { inflateSync } from 'node:zlib';
import { PNG } from 'pngjs';
import type { Format, Size } from './format.ts';
import { startsWith } from './format.ts';

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Chunks of a PNG file, as far as they are whole (PNG specification, third edition, 5.3). */
function* chunksOf(bytes: Buffer): Generator<Chunk> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (at + 12 + length > bytes.length) return;
    yield { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
  }
}

function sizeOf(bytes: Buffer): Size | undefined {
  return bytes.length >= 24 && startsWith(bytes, 'IHDR', 12) ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : undefined;
}

/** Bytes of a pixel with sixteen bits a channel, and of an interlaced row's filters, which are few. */
const mostBytesOfPixel = 9;

/** The decoder bounds what it inflates by the size of the image, but not where the image is interlaced. */
function checkInterlaced(bytes: Buffer): void {
  const isInterlaced = bytes[28] === 1;
  const size = sizeOf(bytes);
  if (!isInterlaced || size === undefined) return;
  const data = [...chunksOf(bytes)].filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data);
  inflateSync(Buffer.concat(data), { maxOutputLength: size.width * size.height * mostBytesOfPixel + 1024 });
}

/** Bytes of one text; longer ones are no notes of a person. */
const longestText = 1_048_576;

/** Texts that a search of the bytes does not see: `zTXt`, and `iTXt` that says it is compressed (11.3.3). */
function textsOf(bytes: Buffer): readonly string[] {
  return [...chunksOf(bytes)].flatMap(({ type, data }) => {
    const compressed = type === 'zTXt' ? data.subarray(data.indexOf(0) + 2) : type === 'iTXt' ? compressedText(data) : undefined;
    if (compressed === undefined) return [];
    try {
      return [inflateSync(compressed, { maxOutputLength: longestText }).toString(type === 'zTXt' ? 'latin1' : 'utf8')];
    } catch {
      return [];
    }
  });
}

function compressedText(data: Buffer): Buffer | undefined {
  const keyword = data.indexOf(0);
  if (keyword === -1 || data[keyword + 1] !== 1) return undefined;
  const language = data.indexOf(0, keyword + 3);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  return translated === -1 ? undefined : data.subarray(translated + 1);
}

export const png: Format = {
  name: 'PNG',
  accepts: (bytes) => startsWith(bytes, '\x89PNG\r\n\x1a\n'),
  sizeOf,
  decode(bytes) {
    checkInterlaced(bytes);
    const { width, height, data } = PNG.sync.read(bytes);
    return { images: [{ width, height, rgba: data }] };
  },
  textsOf,
};
