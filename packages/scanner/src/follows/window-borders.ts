import type { TextEncoding } from '../encodings/text-encoding.ts';

/** Bytes in front of a line that may still be convicted, for the evidence in them. A multiple of 4. */
const context = 8192;

/** Bytes in which lines may still be convicted by what follows them: a trace may name the host behind the header. */
const openFor = 4096;

/** Bytes of a line without an end that are held at most. */
const longestLine = 524_288;

/** How far a log can be judged. */
export interface Border {
  readonly end: number;
  /** It lies within a line, and what stands behind it belongs to that. */
  readonly isCut: boolean;
}

const carriageReturn = '\r';

/** The last bytes of a log: what has been judged and still counts as evidence, and what of a line has come that is not finished. */
export class WindowBorders {
  #room = Buffer.alloc(4 * context);
  #length = 0;
  #judged = 0;
  #open = 0;
  /** Offset up to which no line ends behind what has been judged. */
  #searched = 0;
  #isFirst = true;

  /** Bytes on either side of something within which other things may be evidence. */
  readonly reach = context;

  /** Valid until more is added or forgotten. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }

  /** Offset up to which everything has been judged. */
  get judged(): number {
    return this.#judged;
  }

  /** Offset of the first line that may still be convicted. */
  get open(): number {
    return this.#open;
  }

  /** Whether the bytes begin where the log does. */
  get isFirst(): boolean {
    return this.#isFirst;
  }

  add(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#room.length) this.#room = Buffer.concat([this.bytes], 2 * length);
    this.#room.set(bytes, this.#length);
    this.#length = length;
  }

  /**
   * How far everything can be judged: up to the last line that is finished, or, where one is too long to be held, up to some way before the end. Of
   * a carriage return at the very end nobody knows yet whether it ends a line.
   */
  nextBorder(encoding: TextEncoding): Border {
    const unit = encoding.showsAscii ? 1 : 2;
    const from = Math.max(this.#judged, this.#searched);
    const whole = this.#length - ((this.#length - from) % unit);
    const isOpen = encoding.decode(this.#room.subarray(Math.max(from, whole - unit), whole)) === carriageReturn;
    this.#searched = Math.max(from, isOpen ? whole - unit : whole);
    const end = encoding.afterLastLineEnd(this.#room.subarray(from, this.#searched));
    if (end > 0) return { end: from + end, isCut: false };
    if (this.#length - this.#judged < longestLine) return { end: this.#judged, isCut: false };
    return { end: encoding.align(this.bytes, this.#length - context), isCut: true };
  }

  /** Closes what stands far in front of an offset that everything has been judged up to. @returns the new {@link open}. */
  judgeTo(end: number, encoding: TextEncoding): number {
    const from = encoding.align(this.bytes, Math.max(this.#open, end - openFor));
    const line = from === this.#open ? 0 : encoding.afterFirstLineEnd(this.#room.subarray(from, end));
    this.#judged = end;
    return (this.#open = from === this.#open ? from : line === 0 ? end : from + line);
  }

  /** Lets go of what counts no longer. */
  forget(encoding: TextEncoding): void {
    const from = encoding.align(this.bytes, Math.max(0, this.#open - context));
    if (from === 0) return;
    this.#room.copyWithin(0, from, this.#length);
    this.#isFirst = false;
    this.#length -= from;
    this.#judged -= from;
    this.#open -= from;
    this.#searched -= from;
  }
}
