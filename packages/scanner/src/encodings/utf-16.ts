import type { TextEncoding } from './text-encoding.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** The offsets behind the line ends. */
function* lineEndsIn(bytes: Buffer, unitAt: (bytes: Buffer, at: number) => number): Generator<number, undefined> {
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const unit = unitAt(bytes, at);
    if (unit === lineFeed || (unit === carriageReturn && unitAt(bytes, at + 2) !== lineFeed)) yield at + 2;
  }
  return undefined;
}

function createUtf16(name: 'utf-16le' | 'utf-16be', byteOrderMark: Uint8Array): TextEncoding {
  const isLittle = name === 'utf-16le';
  const unitAt = (bytes: Buffer, at: number): number => {
    if (at < 0 || at + 1 >= bytes.length) return -1;
    return isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  };
  return {
    name,
    byteOrderMark,
    showsAscii: false,

    /** A last byte without its other half is no character. */
    decode(bytes) {
      const whole = bytes.subarray(0, bytes.length & ~1);
      return (isLittle ? whole : Buffer.from(whole).swap16()).toString('utf16le');
    },

    lengthOf: (bytes) => bytes.length >>> 1,

    align(bytes, at) {
      let aligned = at + (at & 1);
      if (isLowSurrogate(unitAt(bytes, aligned))) aligned += 2;
      if (unitAt(bytes, aligned) === lineFeed && unitAt(bytes, aligned - 2) === carriageReturn) aligned += 2;
      return Math.min(aligned, bytes.length);
    },

    afterFirstLineEnd: (bytes) => lineEndsIn(bytes, unitAt).next().value ?? 0,

    afterLastLineEnd: (bytes) => [...lineEndsIn(bytes, unitAt)].at(-1) ?? 0,

    countLineEnds: (bytes) => [...lineEndsIn(bytes, unitAt)].length,
  };
}

export const utf16LittleEndian = createUtf16('utf-16le', Uint8Array.of(0xff, 0xfe));
export const utf16BigEndian = createUtf16('utf-16be', Uint8Array.of(0xfe, 0xff));
