/** A block of memory under construction: addresses are stable, the block grows as needed. All numbers little-endian. */
export class ImageWriter {
  #buffer: ArrayBuffer;
  #end: number;
  #bytes: Uint8Array;
  #words: Int32Array;

  /** @param end - first free address. */
  constructor(end: number) {
    this.#buffer = new ArrayBuffer(1 << 14);
    this.#bytes = new Uint8Array(this.#buffer);
    this.#words = new Int32Array(this.#buffer);
    this.#end = end;
  }

  /** The bytes so far; do not keep the view across an allocation. */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** The same memory as 32-bit words; do not keep the view across an allocation. */
  get words(): Int32Array {
    return this.#words;
  }

  /** Sets aside `size` zero bytes and returns their address, a multiple of 16. */
  allocate(size: number): number {
    const address = (this.#end + 15) & ~15;
    this.#end = address + size;
    if (this.#end > this.#buffer.byteLength) {
      let capacity = this.#buffer.byteLength;
      while (capacity < this.#end) capacity *= 2;
      this.#buffer = new ArrayBuffer(capacity);
      const grown = new Uint8Array(this.#buffer);
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#words = new Int32Array(this.#buffer);
    }
    return address;
  }

  /** @param address - a multiple of 4. */
  setWord(address: number, value: number): void {
    this.#words[address >>> 2] = value;
  }

  getWord(address: number): number {
    return this.#words[address >>> 2] ?? 0;
  }

  /** The finished image, in memory that workers can share. */
  finish(): Uint8Array<SharedArrayBuffer> {
    const image = new Uint8Array(new SharedArrayBuffer((this.#end + 15) & ~15));
    image.set(this.#bytes.subarray(0, this.#end));
    return image;
  }
}
