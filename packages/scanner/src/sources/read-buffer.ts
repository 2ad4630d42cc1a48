/** Memory for whole files, used again for each of them; it grows with the longest file met, up to its limit. */
export class ReadBuffer {
  readonly #limit: number;
  #memory = Buffer.allocUnsafeSlow(262_144);

  /** @param limit - most bytes that a file may have. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /**
   * Reads to the end. The bytes are valid until the next call.
   *
   * @param read - fills the beginning of its target and returns the number of bytes, 0 at the end.
   * @param expected - bytes that are probably there.
   * @returns `undefined` where there are more than the limit.
   */
  fill(read: (target: Uint8Array) => number, expected: number): Buffer | undefined {
    if (expected > this.#limit) return undefined;
    // One byte more than there should be, so that the end shows as such.
    this.#grow(expected + 1, 0);
    let filled = 0;
    for (;;) {
      const count = read(this.#memory.subarray(filled));
      if (count === 0) return this.#memory.subarray(0, filled);
      filled += count;
      if (filled > this.#limit) return undefined;
      if (filled === this.#memory.length) this.#grow(filled + 1, filled);
    }
  }

  #grow(wanted: number, kept: number): void {
    if (wanted <= this.#memory.length) return;
    const memory = Buffer.allocUnsafeSlow(Math.min(this.#limit + 1, Math.max(wanted, this.#memory.length * 2)));
    this.#memory.copy(memory, 0, 0, kept);
    this.#memory = memory;
  }
}
