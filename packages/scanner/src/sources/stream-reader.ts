/** Reads a stream of bytes, for example standard input. */
export class StreamReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Puts bytes back, in front of what comes next. */
  unread(bytes: Uint8Array): void {
    this.#rest = this.#rest.length === 0 ? bytes : Buffer.concat([bytes, this.#rest]);
  }

  /** The first bytes that come next, which are still to be read. */
  async peek(length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length);
    let filled = 0;
    for (let count = -1; count !== 0 && filled < length; filled += count) count = await this.read(bytes.subarray(filled));
    this.unread(bytes.subarray(0, filled));
    return bytes.subarray(0, filled);
  }

  /** Fills the beginning of `target`. @returns the number of bytes, 0 at the end. */
  async read(target: Uint8Array): Promise<number> {
    while (this.#rest.length === 0) {
      const next = await this.#chunks.next();
      if (next.done === true) return 0;
      this.#rest = next.value;
    }
    const count = Math.min(target.length, this.#rest.length);
    target.set(this.#rest.subarray(0, count));
    this.#rest = this.#rest.subarray(count);
    return count;
  }

  /**
   * Reads to the end.
   *
   * @returns `undefined` where there is more than `limit` bytes; everything is then still there to be read.
   */
  async readWhole(limit: number): Promise<Buffer | undefined> {
    const chunks: Buffer[] = [];
    let total = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(Math.min(1_048_576, limit + 1));
      const count = await this.read(chunk);
      if (count === 0) return Buffer.concat(chunks, total);
      // A pipe gives little at a time; a chunk is not kept with room in it that nothing will fill.
      chunks.push(count * 2 < chunk.length ? Buffer.from(chunk.subarray(0, count)) : chunk.subarray(0, count));
      total += count;
      if (total > limit) {
        this.unread(Buffer.concat(chunks, total));
        return undefined;
      }
    }
  }
}
