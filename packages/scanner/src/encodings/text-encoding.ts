/** How bytes become text. */
export interface TextEncoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1';
  /** The byte-order mark; it belongs to no line and no column. */
  readonly byteOrderMark: Uint8Array;
  /** True where ASCII stands in the bytes as ASCII, so that literals and line ends can be searched for before decoding. */
  readonly showsAscii: boolean;
  /** Text of bytes that begin and end between characters; takes any bytes. */
  decode(bytes: Buffer): string;
  /**
   * Number of UTF-16 units of that text.
   *
   * @param ofValid - counts them faster, where the bytes are valid UTF-8.
   */
  lengthOf(bytes: Buffer, ofValid?: () => number): number;
  /**
   * The first offset from `at` on between two characters, and not between `\r` and `\n`, so that text decoded in parts
   * is the text decoded at once. It depends on the bytes next to `at` only.
   */
  align(bytes: Buffer, at: number): number;
  /** The offset behind the first line end; 0 without any. */
  afterFirstLineEnd(bytes: Buffer): number;
  /** The offset behind the last line end; 0 without any. */
  afterLastLineEnd(bytes: Buffer): number;
  /** Number of line ends; absent where they show in the bytes. */
  countLineEnds?(bytes: Buffer): number;
}

/** Whether bytes begin with the encoding's byte-order mark. */
export function hasByteOrderMark(encoding: TextEncoding, bytes: Uint8Array): boolean {
  return encoding.byteOrderMark.every((byte, index) => bytes[index] === byte);
}
