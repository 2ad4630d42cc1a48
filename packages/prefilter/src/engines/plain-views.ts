/** A way of reading the bytes of a key from a text; see `assembly/views.ts`. */
export interface View {
  /** How many bytes there are to read. */
  readonly count: number;
  /** The byte with a number; 0, which is no key character, where nothing can be decoded. */
  byteAt(index: number): number;
  /** Offset in the text where the byte with a number starts. */
  placeOf(index: number): number;
  /** Offset in the text after the byte with a number. */
  endOf(index: number): number;
}

export function plainView(text: Uint8Array, from: number, to: number): View {
  return {
    count: to - from,
    byteAt: (index) => text[from + index] as number,
    placeOf: (index) => from + index,
    endOf: (index) => from + index + 1,
  };
}

/** UTF-16, either byte order: every other byte from `from` on. */
export function wideView(text: Uint8Array, from: number, count: number): View {
  return {
    count,
    byteAt: (index) => text[from + 2 * index] as number,
    placeOf: (index) => from + 2 * index,
    endOf: (index) => from + 2 * index + 1,
  };
}

/** @param digits - value of a digit by its byte, 16 for other bytes. */
export function hexView(text: Uint8Array, digits: Uint8Array, from: number, to: number): View {
  return {
    count: (to - from) >> 1,
    byteAt(index) {
      const high = digits[text[from + 2 * index] as number] as number;
      const low = digits[text[from + 2 * index + 1] as number] as number;
      return (high | low) > 15 ? 0 : (high << 4) | low;
    },
    placeOf: (index) => from + 2 * index,
    endOf: (index) => from + 2 * index + 2,
  };
}

/** @param sextets - value of a character by its byte, 64 for other bytes. */
export function base64View(text: Uint8Array, sextets: Uint8Array, from: number, to: number): View {
  const placeOf = (index: number): number => from + 4 * Math.floor(index / 3) + (index % 3);
  return {
    count: ((to - from) * 3) >> 2,
    byteAt(index) {
      const place = placeOf(index);
      const part = index % 3;
      const first = sextets[text[place] as number] as number;
      const second = sextets[text[place + 1] as number] as number;
      return (first | second) > 63 ? 0 : ((first << (2 + 2 * part)) | (second >> (4 - 2 * part))) & 0xff;
    },
    placeOf,
    endOf: (index) => placeOf(index) + 2,
  };
}
