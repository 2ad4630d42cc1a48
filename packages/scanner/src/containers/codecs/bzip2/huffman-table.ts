import { ContainerError } from '../../container-error.ts';
import type { BitReader } from './bit-reader.ts';

const longestCode = 20;

/** Codes of at most so many bits are looked up at once. */
const quickBits = 10;

/** A canonical Huffman code. */
export class HuffmanTable {
  /** For the next `quickBits` bits: symbol and length of its code; 0 where the code is longer. */
  readonly #quick = new Uint16Array(1 << quickBits);
  /** Of each length, one more than the last code, moved up to `longestCode` bits. */
  readonly #limits = new Uint32Array(longestCode + 1);
  /** Of each length, what to add to a code to get the place of its symbol. */
  readonly #offsets = new Int32Array(longestCode + 1);
  readonly #symbols: Uint16Array;

  /** @param lengths - bits of the code of each symbol, 1 to 20. */
  constructor(lengths: Uint8Array) {
    this.#symbols = Uint16Array.from(lengths.keys()).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
    let code = 0;
    let place = 0;
    for (let length = 1; length <= longestCode; length++) {
      this.#offsets[length] = place - code;
      for (; place < lengths.length && lengths[this.#symbols[place] ?? 0] === length; place++, code++) {
        if (length <= quickBits) this.#quick.fill(((this.#symbols[place] ?? 0) << 4) | length, code << (quickBits - length), (code + 1) << (quickBits - length));
      }
      this.#limits[length] = code << (longestCode - length);
      code <<= 1;
    }
  }

  /** @throws {ContainerError} where the next bits are no code. */
  read(bits: BitReader): number {
    const quick = this.#quick[bits.peek(quickBits)] ?? 0;
    if (quick !== 0) {
      bits.skip(quick & 0xf);
      return quick >> 4;
    }
    const next = bits.peek(longestCode);
    for (let length = 1; length <= longestCode; length++) {
      if (next >= (this.#limits[length] ?? 0)) continue;
      bits.skip(length);
      const symbol = this.#symbols[(next >>> (longestCode - length)) + (this.#offsets[length] ?? 0)];
      if (symbol === undefined) break;
      return symbol;
    }
    throw new ContainerError('is damaged');
  }
}
