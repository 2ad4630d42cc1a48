const nul = 0x00;
const tab = 0x09;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const tilde = 0x7e;

/** Fewest characters of a wide string. */
const shortestWide = 6;

function isPrintable(unit: number): boolean {
  return (unit >= space && unit <= tilde) || unit === tab;
}

/** Number of printable characters from `offset` on that each have a NUL right after them. */
function littleEndianRun(text: string, offset: number): number {
  let count = 0;
  while (isPrintable(text.charCodeAt(offset + 2 * count)) && text.charCodeAt(offset + 2 * count + 1) === nul) count++;
  return count;
}

/** Index of the last element of the ascending `starts` that is not above `offset`. */
function lastNotAbove(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The printable strings of a text that was made from the bytes of a program, with blanks between them. Strings of two
 * bytes a character, as Windows programs and .NET hold them, lose their NUL bytes; line ends stay, so that the lines are
 * the same. Only ASCII is kept: keys and their names are ASCII.
 *
 * A wide string is six characters or more. In big-endian order the NUL comes first; where there are NUL bytes on both
 * sides, the two orders read the same.
 */
export class NarrowedText {
  readonly text: string;
  /** Offsets in `text` and in the original at which stretches start: plain and wide ones in turn. */
  readonly #starts = [0];
  readonly #originals = [0];

  constructor(original: string) {
    const bytes = Buffer.allocUnsafe(original.length);
    let length = 0;
    for (let offset = 0; offset < original.length;) {
      const unit = original.charCodeAt(offset);
      // A big-endian run is a little-endian one from its second byte on, but for its last character.
      const shift = unit === nul ? 1 : 0;
      const count = isPrintable(original.charCodeAt(offset + shift)) ? littleEndianRun(original, offset + shift) : 0;
      const isBigEndian = shift === 1 && count + 1 >= shortestWide && isPrintable(original.charCodeAt(offset + 1 + 2 * count));
      const wide = isBigEndian ? count + 1 : shift === 0 && count >= shortestWide ? count : 0;
      if (wide > 0) {
        this.#starts.push(length, length + wide);
        this.#originals.push(offset, offset + 2 * wide);
        for (let index = 0; index < wide; index++) bytes[length++] = original.charCodeAt(offset + 2 * index + shift);
        offset += 2 * wide;
      } else {
        bytes[length++] = isPrintable(unit) || unit === lineFeed || unit === carriageReturn ? unit : space;
        offset++;
      }
    }
    this.text = bytes.toString('latin1', 0, length);
  }

  /** Offset in the original of an offset in `text`. */
  originalOffsetOf(offset: number): number {
    const index = lastNotAbove(this.#starts, offset);
    return (this.#originals[index] ?? 0) + (offset - (this.#starts[index] ?? 0)) * (index % 2 === 0 ? 1 : 2);
  }

  /** Whether the character at an offset in `text` takes two bytes. */
  isWide(offset: number): boolean {
    return lastNotAbove(this.#starts, offset) % 2 === 1;
  }
}
