import type { ByteReader } from '../../byte-reader.ts';
import { fill } from '../../byte-reader.ts';
import { ContainerError } from '../../container-error.ts';

/** More than the longest block can take: 900,000 symbols of 20 bits, and its tables. Bytes. */
const longestBlock = 2_400_000;

/** Reads bits from the highest of a byte to the lowest. */
export class BitReader {
  readonly #input: ByteReader;
  #bytes = new Uint8Array(65_536);
  #length = 0;
  /** Bits from the beginning of `#bytes` on. */
  #at = 0;
  #isOver = false;

  constructor(input: ByteReader) {
    this.#input = input;
  }

  /** Makes sure that a whole block can be read without waiting, where there is one. */
  async load(): Promise<void> {
    const start = this.#at >>> 3;
    if (this.#isOver || this.#length - start >= longestBlock) return;
    const kept = this.#bytes.subarray(start, this.#length);
    // Short files get by with little.
    const room = this.#length === 0 ? this.#bytes.length : 2 * longestBlock;
    const target = this.#bytes.length >= room ? this.#bytes : new Uint8Array(room);
    if (target === this.#bytes) target.copyWithin(0, start, this.#length);
    else target.set(kept);
    this.#bytes = target;
    this.#at &= 7;
    this.#length = kept.length + await fill(this.#input, target.subarray(kept.length));
    this.#isOver = this.#length < target.length;
    if (!this.#isOver && this.#length < longestBlock) await this.load();
  }

  get isAtEnd(): boolean {
    return this.#isOver && this.#at >>> 3 >= this.#length;
  }

  /** The next whole bytes, which are still to be read. */
  peekBytes(count: number): string {
    return Buffer.from(this.#bytes.subarray(this.#at >>> 3, Math.min(this.#length, (this.#at >>> 3) + count))).toString('latin1');
  }

  /** @param count - at most 24. @throws {ContainerError} where there are fewer. */
  read(count: number): number {
    const bits = this.peek(count);
    this.skip(count);
    return bits;
  }

  read32(): number {
    return ((this.read(16) << 16) | this.read(16)) >>> 0;
  }

  /** The next bits, with zeros behind the last. @param count - at most 24. */
  peek(count: number): number {
    const bytes = this.#bytes;
    const at = this.#at >>> 3;
    const word = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    return (word << (this.#at & 7)) >>> (32 - count);
  }

  /** @throws {ContainerError} where there are fewer bits. */
  skip(count: number): void {
    this.#at += count;
    if (this.#at > this.#length * 8) throw new ContainerError('is cut short');
  }

  /** Goes on at the next whole byte. */
  align(): void {
    this.#at = (this.#at + 7) & ~7;
  }
}
