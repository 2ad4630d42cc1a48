import { Decompress } from 'fzstd';
import type { ByteReader } from '../byte-reader.ts';
import { fill, skip } from '../byte-reader.ts';
import { ContainerError } from '../container-error.ts';
import { readBlocks } from './block-reader.ts';
import { compressedFormat } from './compressed.ts';

const frameMagic = 0xfd2fb528;
/** The last four bits are free. */
const skippableMagic = 0x184d2a50;

/** Largest window that is decoded, as with `zstd -d`; longer ones need memory that a hostile frame would only have to ask for. Bytes. */
const largestWindow = 134_217_728;

/** RFC 8878: one frame or several, one behind the other. */
export const zstandard = compressedFormat({ name: 'zstd', accepts: ({ bytes }) => bytes.length >= 4 && bytes.readUInt32LE(0) === frameMagic, inOrder: zstandardReader });

/** Checksums are not looked at. */
export function zstandardReader(input: ByteReader): ByteReader {
  let frame: FrameDecoder | undefined;
  return readBlocks(async () => {
    frame ??= await nextFrame(input);
    const block = await frame?.nextBlock();
    if (frame?.isOver === true) frame = undefined;
    return block;
  });
}

/** @returns `undefined` behind the last frame. */
async function nextFrame(input: ByteReader): Promise<FrameDecoder | undefined> {
  for (;;) {
    const magic = Buffer.alloc(4);
    const count = await fill(input, magic);
    if (count === 0) return undefined;
    if (count < 4) throw cutShort();
    const number = magic.readUInt32LE(0);
    if ((number & 0xfffffff0) >>> 0 === skippableMagic) {
      const length = (await exactly(input, 4)).readUInt32LE(0);
      if (await skip(input, length) < length) throw cutShort();
    } else if (number === frameMagic) return FrameDecoder.begin(input, magic);
    else throw damaged();
  }
}

/** Decodes a frame block by block: one has at most 128 kB. */
class FrameDecoder {
  isOver = false;
  readonly #input: ByteReader;
  readonly #decompress: Decompress;
  readonly #hasChecksum: boolean;
  #block: Uint8Array = new Uint8Array(0);

  private constructor(input: ByteReader, header: Buffer, hasChecksum: boolean) {
    this.#input = input;
    this.#hasChecksum = hasChecksum;
    this.#decompress = new Decompress((chunk) => {
      if (chunk.length > 0) this.#block = chunk;
    });
    this.#push(header);
  }

  /** Reads the header of a frame (RFC 8878, section 3.1.1.1). */
  static async begin(input: ByteReader, magic: Buffer): Promise<FrameDecoder> {
    const descriptor = await exactly(input, 1);
    const flags = descriptor[0] ?? 0;
    const isSingle = (flags & 0x20) !== 0;
    const sizeLength = [isSingle ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
    const rest = await exactly(input, (isSingle ? 0 : 1) + ([0, 1, 2, 4][flags & 3] ?? 0) + sizeLength);
    const window = isSingle ? contentSize(rest.subarray(rest.length - sizeLength)) : windowSize(rest[0] ?? 0);
    if (window > largestWindow) throw new ContainerError('needs a window of more than 128 MiB to be unpacked, which is not read');
    return new FrameDecoder(input, Buffer.concat([magic, descriptor, rest]), (flags & 4) !== 0);
  }

  async nextBlock(): Promise<Uint8Array> {
    const header = await exactly(this.#input, 3);
    const bits = header.readUIntLE(0, 3);
    const kind = (bits >> 1) & 3;
    const content = await exactly(this.#input, kind === 1 ? 1 : bits >> 3);
    this.isOver = (bits & 1) !== 0;
    const checksum = this.isOver && this.#hasChecksum ? await exactly(this.#input, 4) : Buffer.alloc(0);
    this.#block = new Uint8Array(0);
    this.#push(Buffer.concat([header, content, checksum]));
    return this.#block;
  }

  #push(bytes: Buffer): void {
    try {
      this.#decompress.push(bytes);
    } catch {
      throw damaged();
    }
  }
}

/** RFC 8878, section 3.1.1.1.2. */
function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

function contentSize(bytes: Buffer): number {
  if (bytes.length === 8) return Number(bytes.readBigUInt64LE(0));
  return bytes.readUIntLE(0, bytes.length) + (bytes.length === 2 ? 256 : 0);
}

async function exactly(input: ByteReader, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  if (await fill(input, bytes) < length) throw cutShort();
  return bytes;
}

const cutShort = (): ContainerError => new ContainerError('is cut short');
const damaged = (): ContainerError => new ContainerError('is damaged');
