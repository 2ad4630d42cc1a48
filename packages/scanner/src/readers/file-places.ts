import { readSync } from 'node:fs';
import type { Origin } from '@submit-guard/core';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { PlaceCursor } from './place-cursor.ts';

/** Bytes that are read at a time to count lines. */
const step = 1_048_576;

/** Most bytes by which `TextEncoding.align` moves on. */
const slack = 8;

/**
 * Tells lines and columns in an open file by reading again what lies before: once over, and only as far as something
 * is reported. Most long files are read without counting a line.
 */
export class FilePlaces {
  readonly #descriptor: number;
  readonly #encoding: TextEncoding;
  readonly #cursor: PlaceCursor;
  #offset: number;

  /** @param start - bytes in front of the first line: the length of the byte-order mark. */
  constructor(descriptor: number, encoding: TextEncoding, start: number) {
    this.#descriptor = descriptor;
    this.#encoding = encoding;
    this.#cursor = new PlaceCursor(encoding);
    this.#offset = start;
  }

  /**
   * @param offset - in bytes, between two characters; not less than the last one.
   */
  originAt(offset: number): Origin {
    const buffer = Buffer.allocUnsafe(step + slack);
    while (this.#offset < offset) {
      const wanted = Math.min(offset - this.#offset, step + slack);
      const count = readSync(this.#descriptor, buffer, 0, wanted, this.#offset);
      // The file has become shorter since; the places that were reported so far hold.
      if (count === 0) break;
      const bytes = buffer.subarray(0, count);
      const isRest = this.#offset + count === offset;
      const part = isRest ? bytes : bytes.subarray(0, this.#encoding.align(bytes, Math.max(1, count - slack)));
      this.#cursor.pass(part);
      this.#offset += part.length;
    }
    return this.#cursor.origin;
  }
}
