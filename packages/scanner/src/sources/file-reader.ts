import { readSync } from 'node:fs';

/** Reads an open file from its beginning, as long as it was when it was opened: a log that grows has an end. */
export class FileReader {
  readonly #descriptor: number;
  readonly #size: number;
  #offset = 0;

  /** @param size - bytes; 0 for files that do not know (`/proc`), which are read to their end. */
  constructor(descriptor: number, size: number) {
    this.#descriptor = descriptor;
    this.#size = size === 0 ? Infinity : size;
  }

  /** Whether the file ended before the size that it had when it was opened. */
  get isShort(): boolean {
    return this.#size !== Infinity && this.#offset < this.#size;
  }

  /** Fills the beginning of `target`. @returns the number of bytes, 0 at the end. */
  read(target: Uint8Array): number {
    const count = readSync(this.#descriptor, target, 0, Math.min(target.length, this.#size - this.#offset), this.#offset);
    this.#offset += count;
    return count;
  }
}
