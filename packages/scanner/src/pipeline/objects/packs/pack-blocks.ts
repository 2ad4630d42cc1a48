import { readFully } from '../../read-into-memory.ts';

/** Entries stand close to their bases, and most of them are short: they are read by blocks. Bytes. */
const blockSize = 65_536;
const blockCount = 64;
/** A longer entry is read by itself. */
const longestInBlock = 16_384;

/** Bytes that the blocks take. */
export const blocksLength = blockSize * blockCount;

/** Bytes of a pack in memory, by blocks; each block has one place. */
export class PackBlocks {
  readonly #descriptor: number;
  /** Number of the block that stands at each place, or -1. */
  readonly #numbers = new Float64Array(blockCount).fill(-1);

  /** @param descriptor - of the pack, open for reading. */
  constructor(descriptor: number) {
    this.#descriptor = descriptor;
  }

  /**
   * Finds bytes that are in one block.
   *
   * @param memory - the first `blocksLength` bytes of it are the blocks.
   * @returns where they stand in memory; -1 where they are too many, or in several blocks.
   */
  find(memory: Buffer, start: number, end: number): number {
    if (end - start > longestInBlock) return -1;
    const number = Math.floor(start / blockSize);
    const offset = start - number * blockSize;
    if (offset + (end - start) > blockSize) return -1;
    const place = number % blockCount;
    const base = place * blockSize;
    if (this.#numbers[place] !== number) {
      readFully(this.#descriptor, memory.subarray(base, base + blockSize), number * blockSize);
      this.#numbers[place] = number;
    }
    return base + offset;
  }

  /** Reads bytes into a stretch of memory. */
  read(target: Buffer, start: number): void {
    readFully(this.#descriptor, target, start);
  }
}
