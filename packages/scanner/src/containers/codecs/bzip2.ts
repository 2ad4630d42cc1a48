import type { ByteReader } from '../byte-reader.ts';
import { ContainerError } from '../container-error.ts';
import { BitReader } from './bzip2/bit-reader.ts';
import { readBlock } from './bzip2/block.ts';
import { BlockOutput } from './bzip2/block-output.ts';
import { readBlocks } from './block-reader.ts';
import { compressedFormat } from './compressed.ts';

/** Stand behind the name and the size of blocks: that of a block, and that of the end. */
const blockMark = 0x314159265359;
const endMark = 0x177245385090;

/**
 * The format of Julian Seward's bzip2: one stream or several, one behind the other. The packages for it that are there decode 11 MB a second, or
 * hang on what bytes can be made to say, or want all of it at once.
 */
export const bzip2 = compressedFormat({
  name: 'bzip2',
  accepts: ({ bytes }) => bytes.length >= 10 && /^BZh[1-9]$/.test(bytes.toString('latin1', 0, 4)) && [blockMark, endMark].includes(bytes.readUIntBE(4, 6)),
  inOrder: bzip2Reader,
});

/** Bytes of blocks for each step of the digit in the header. */
const blockStep = 100_000;

export function bzip2Reader(input: ByteReader): ByteReader {
  const bits = new BitReader(input);
  /** Bytes of a block of this stream; 0 between streams. */
  let blockSize = 0;
  let checksum = 0;
  let output: BlockOutput | undefined;
  let hasStream = false;
  return readBlocks(async () => {
    const chunk = output?.next();
    if (chunk !== undefined) return chunk;
    if (output !== undefined) {
      checksum = (((checksum << 1) | (checksum >>> 31)) ^ output.checksum) >>> 0;
      output = undefined;
    }
    await bits.load();
    if (blockSize === 0) {
      // What somebody appended is no part of it, as bzip2 has it.
      if (bits.isAtEnd || (hasStream && bits.peekBytes(3) !== 'BZh')) return undefined;
      blockSize = beginStream(bits);
      hasStream = true;
    }
    const mark = bits.read(24) * 2 ** 24 + bits.read(24);
    if (mark === endMark) {
      if (bits.read32() !== checksum) throw new ContainerError('is damaged: its checksum is wrong');
      bits.align();
      blockSize = 0;
      checksum = 0;
      return new Uint8Array(0);
    }
    if (mark !== blockMark) throw new ContainerError('is damaged');
    output = new BlockOutput(readBlock(bits, blockSize));
    return new Uint8Array(0);
  });
}

function beginStream(bits: BitReader): number {
  const level = bits.peekBytes(4).charCodeAt(3) - 0x30;
  if (bits.peekBytes(3) !== 'BZh' || !(level >= 1 && level <= 9)) throw new ContainerError('is damaged');
  bits.read(16);
  bits.read(16);
  return level * blockStep;
}
