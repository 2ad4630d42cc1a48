import { ContainerError } from '../../container-error.ts';
import type { Block } from './block.ts';

/** Bytes that are given at once. A block may come to fifty times its length. */
const chunkSize = 262_144;

/** Equal bytes behind which stands how many more of them there are. */
const runLength = 4;

/** Gives the bytes of a block. */
export class BlockOutput {
  readonly #block: Block;
  #index: number;
  #left: number;
  #run = 0;
  #last = -1;
  /** How many more of the last byte are to be given. */
  #repeats = 0;
  #checksum = 0xffffffff;

  constructor(block: Block) {
    this.#block = block;
    this.#left = block.length;
    this.#index = (block.chain[block.origin] ?? 0) >>> 8;
  }

  /** As it should be; and is, once all has been given. */
  get checksum(): number {
    return this.#block.checksum;
  }

  /** @returns `undefined` behind the last chunk. @throws {ContainerError} behind it, where the checksum is wrong. */
  next(): Uint8Array | undefined {
    const target = new Uint8Array(Math.min(chunkSize, this.#left === 0 ? this.#repeats : chunkSize));
    const length = this.#fill(target);
    for (let at = 0; at < length; at++) this.#checksum = (this.#checksum << 8) ^ (checksums[(this.#checksum >>> 24) ^ (target[at] ?? 0)] ?? 0);
    if (length > 0) return target.subarray(0, length);
    if (~this.#checksum >>> 0 !== this.#block.checksum) throw new ContainerError('is damaged: its checksum is wrong');
    return undefined;
  }

  #fill(target: Uint8Array): number {
    const { chain } = this.#block;
    let length = 0;
    while (length < target.length) {
      if (this.#repeats > 0) {
        const count = Math.min(this.#repeats, target.length - length);
        target.fill(this.#last, length, length + count);
        this.#repeats -= count;
        length += count;
        continue;
      }
      if (this.#left === 0) break;
      this.#left--;
      const element = chain[this.#index] ?? 0;
      this.#index = element >>> 8;
      const byte = element & 0xff;
      if (this.#run === runLength) {
        this.#repeats = byte;
        this.#run = 0;
        continue;
      }
      this.#run = byte === this.#last || this.#run === 0 ? this.#run + 1 : 1;
      this.#last = byte;
      target[length++] = byte;
    }
    return length;
  }
}

/** CRC-32 from the highest bit on. */
const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte << 24;
  for (let bit = 0; bit < 8; bit++) sum = (sum << 1) ^ (sum < 0 ? 0x04c11db7 : 0);
  return sum >>> 0;
});
