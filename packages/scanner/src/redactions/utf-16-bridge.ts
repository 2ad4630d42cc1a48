import { StringDecoder } from 'node:string_decoder';
import type { TextEncoding } from '../encodings/text-encoding.ts';
import { UnredactableError } from './unredactable-error.ts';

/** Halves of characters. */
const halves = /\p{Cs}/u;

/** The way of UTF-16 through a redactor of bytes, and back, without a loss. */
export class Utf16Bridge {
  readonly #encoding: TextEncoding;
  /** Bytes of a character that has not come as a whole. */
  #rest: Buffer = Buffer.alloc(0);
  /** A line that is too long to be held may be cut within a character. */
  readonly #decoder = new StringDecoder('utf8');

  constructor(encoding: TextEncoding) {
    this.#encoding = encoding;
  }

  /** @throws {UnredactableError} for halves of characters, which UTF-8 cannot hold. */
  toUtf8(chunk: Buffer): Buffer {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const whole = this.#encoding.decode(bytes);
    const last = whole.charCodeAt(whole.length - 1);
    const text = last >= 0xd800 && last <= 0xdbff ? whole.slice(0, -1) : whole;
    this.#rest = Buffer.from(bytes.subarray(2 * text.length));
    if (halves.test(text)) throw notWellFormed();
    return Buffer.from(text, 'utf8');
  }

  /** Back to UTF-16 in the same order of bytes. */
  fromUtf8(pieces: readonly Buffer[]): Buffer {
    const bytes = Buffer.from(pieces.map((piece) => this.#decoder.write(piece)).join(''), 'utf16le');
    return this.#encoding.name === 'utf-16be' ? bytes.swap16() : bytes;
  }

  /** @throws {UnredactableError} where a character is not whole. */
  end(): void {
    if (this.#rest.length > 0) throw notWellFormed();
  }
}

const notWellFormed = (): UnredactableError => new UnredactableError('it is no valid UTF-16; convert it to UTF-8 first');
