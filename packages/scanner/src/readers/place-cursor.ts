import type { Origin } from '@submit-guard/core';
import type { TextEncoding } from '../encodings/text-encoding.ts';

/** Follows a long document and knows the line and column of the place it has come to. */
export class PlaceCursor {
  readonly #encoding: TextEncoding;
  #line = 1;
  #column = 1;

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
  }

  get origin(): Origin {
    return { line: this.#line, column: this.#column };
  }

  /** @param bytes - the bytes that come next, cut where the encoding allows it (`TextEncoding.align`). */
  pass(bytes: Buffer): void {
    const { count, after } = this.#encoding.lineEnds(bytes);
    if (count > 0) {
      this.#line += count;
      this.#column = 1;
    }
    this.#column += this.#encoding.decode(bytes.subarray(after)).length;
  }
}
