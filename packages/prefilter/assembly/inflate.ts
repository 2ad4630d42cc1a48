import { INFLATE_ROOM } from '../src/images/image-layout';
import { adlerOf } from './adler';
import { END_OF_BLOCK, EXCEPTIONAL, LITERAL, SORTING_SIZE, SUBTABLE, writeTable } from './huffman';

/** Bits that the tables are asked with. Short streams have short tables: writing them would take longer than what they save. */
const LITERAL_BITS: u32 = 11;
const SHORT_LITERAL_BITS: u32 = 9;
const DISTANCE_BITS: u32 = 8;
const PRECODE_BITS: u32 = 7;
const FIXED_LITERAL_BITS: u32 = 9;
const FIXED_DISTANCE_BITS: u32 = 5;
/** Bytes of a stream up to which it is short. */
const SHORT: u32 = 2_048;

const LITERALS: u32 = 288;
const DISTANCES: u32 = 32;
const PRECODES: u32 = 19;

// Offsets in the room. Tables hold a word for each entry: at most 2,342 for 11 bits and 288 symbols, 402 for 8 bits and 32 symbols.
const LITERAL_TABLE: u32 = 0;
const DISTANCE_TABLE: u32 = LITERAL_TABLE + 2_400 * 4;
const PRECODE_TABLE: u32 = DISTANCE_TABLE + 416 * 4;
const FIXED_LITERAL_TABLE: u32 = PRECODE_TABLE + 128 * 4;
const FIXED_DISTANCE_TABLE: u32 = FIXED_LITERAL_TABLE + 512 * 4;
const LITERAL_MEANINGS: u32 = FIXED_DISTANCE_TABLE + 32 * 4;
const DISTANCE_MEANINGS: u32 = LITERAL_MEANINGS + LITERALS * 4;
const PRECODE_MEANINGS: u32 = DISTANCE_MEANINGS + DISTANCES * 4;
const LENGTHS: u32 = PRECODE_MEANINGS + 32 * 4;
const SORTING: u32 = LENGTHS + 512;

/** Address of the room; 0 until the first stream. */
let room: u32 = 0;

/** The input: next byte to be loaded, end, and bits that were loaded and not used. */
let input: u32 = 0;
let inputEnd: u32 = 0;
let held: u64 = 0;
let heldCount: u32 = 0;

/** The output: first byte, next byte, end. */
let origin: u32 = 0;
let output: u32 = 0;
let outputEnd: u32 = 0;

/** Loads until at least 56 bits are held. Bits above `heldCount` are those that the next call loads again. */
@inline function refill(): void {
  held |= load<u64>(input) << heldCount;
  input += (63 - heldCount) >> 3;
  heldCount |= 56;
}

@inline function takeBits(count: u32): u32 {
  const bits = <u32>held & ((1 << count) - 1);
  held >>= count;
  heldCount -= count;
  return bits;
}

/** Gives bytes back that are loaded ahead; the next bit is the first of a byte then. */
function alignInput(): void {
  input -= heldCount >> 3;
  held = 0;
  heldCount = 0;
}

/** Writes what the symbols mean, and the tables of the fixed codes (RFC 1951, section 3.2.6). */
function prepare(): void {
  for (let symbol: u32 = 0; symbol < 256; symbol++) store<u32>(room + LITERAL_MEANINGS + (symbol << 2), LITERAL | symbol << 16);
  store<u32>(room + LITERAL_MEANINGS + (256 << 2), EXCEPTIONAL | END_OF_BLOCK);
  let base: u32 = 3;
  for (let symbol: u32 = 257; symbol < 285; symbol++) {
    const extra: u32 = symbol < 265 ? 0 : (symbol - 261) >> 2;
    store<u32>(room + LITERAL_MEANINGS + (symbol << 2), base << 16 | extra);
    base += 1 << extra;
  }
  store<u32>(room + LITERAL_MEANINGS + (285 << 2), 258 << 16);
  store<u32>(room + LITERAL_MEANINGS + (286 << 2), EXCEPTIONAL);
  store<u32>(room + LITERAL_MEANINGS + (287 << 2), EXCEPTIONAL);
  base = 1;
  for (let symbol: u32 = 0; symbol < 30; symbol++) {
    const extra: u32 = symbol < 4 ? 0 : (symbol - 2) >> 1;
    store<u32>(room + DISTANCE_MEANINGS + (symbol << 2), base << 16 | extra);
    base += 1 << extra;
  }
  store<u32>(room + DISTANCE_MEANINGS + (30 << 2), EXCEPTIONAL);
  store<u32>(room + DISTANCE_MEANINGS + (31 << 2), EXCEPTIONAL);
  for (let symbol: u32 = 0; symbol < PRECODES; symbol++) store<u32>(room + PRECODE_MEANINGS + (symbol << 2), symbol << 16);
  memory.fill(room + LENGTHS, 8, 144);
  memory.fill(room + LENGTHS + 144, 9, 112);
  memory.fill(room + LENGTHS + 256, 7, 24);
  memory.fill(room + LENGTHS + 280, 8, 8);
  writeTable(room + FIXED_LITERAL_TABLE, room + LENGTHS, LITERALS, room + LITERAL_MEANINGS, FIXED_LITERAL_BITS, room + SORTING);
  memory.fill(room + LENGTHS, 5, DISTANCES);
  writeTable(room + FIXED_DISTANCE_TABLE, room + LENGTHS, DISTANCES, room + DISTANCE_MEANINGS, FIXED_DISTANCE_BITS, room + SORTING);
}

/** The symbol of the precode with a number in the order in which their lengths stand in the input. */
@inline function precodeAt(index: u32): u32 {
  // 16 17 18 0, and then out from the middle: 8 7 9 6 10 5 11 4 12 3 13 2 14 1 15.
  if (index < 3) return 16 + index;
  if (index == 3) return 0;
  const step = (index - 3) >> 1;
  return index & 1 ? 8 - step : 8 + step;
}

/** Reads the codes of a block (RFC 1951, section 3.2.7) and writes their tables. */
function readCodes(literalBits: u32): bool {
  refill();
  const literals = takeBits(5) + 257;
  const distances = takeBits(5) + 1;
  const precodes = takeBits(4) + 4;
  if (literals > 286 || distances > 30) return false;
  const lengths = room + LENGTHS;
  memory.fill(lengths, 0, PRECODES);
  for (let index: u32 = 0; index < precodes; index++) {
    if (!(index & 15)) refill();
    store<u8>(lengths + precodeAt(index), <u8>takeBits(3));
  }
  const precode = room + PRECODE_TABLE;
  if (!writeTable(precode, lengths, PRECODES, room + PRECODE_MEANINGS, PRECODE_BITS, room + SORTING)) return false;
  // A precode with gaps is an error.
  if (load<u32>(precode, 4) == EXCEPTIONAL) return false;
  const total = literals + distances;
  for (let index: u32 = 0; index < total;) {
    if (input > inputEnd + 8) return false;
    refill();
    const word = load<u32>(precode + ((<u32>held & ((1 << PRECODE_BITS) - 1)) << 2));
    takeBits(word & 0xff);
    const symbol = word >> 16;
    if (symbol < 16) {
      store<u8>(lengths + index++, <u8>symbol);
      continue;
    }
    if (symbol == 16 && !index) return false;
    const repeated: u8 = symbol == 16 ? load<u8>(lengths + index - 1) : 0;
    const times: u32 = symbol == 16 ? 3 + takeBits(2) : symbol == 17 ? 3 + takeBits(3) : 11 + takeBits(7);
    if (index + times > total) return false;
    memory.fill(lengths + index, repeated, times);
    index += times;
  }
  // Without an end, a block has none.
  if (!load<u8>(lengths + 256)) return false;
  return writeTable(room + DISTANCE_TABLE, lengths + literals, distances, room + DISTANCE_MEANINGS, DISTANCE_BITS, room + SORTING)
    && writeTable(room + LITERAL_TABLE, lengths, literals, room + LITERAL_MEANINGS, literalBits, room + SORTING);
}

/** What stands in the bits of a code and its extra bits: what the word says, and the extra bits. */
@inline function valueOf(word: u32, bits: u64): u32 {
  return (word >> 16) + ((<u32>bits & ((1 << (word & 0xff)) - 1)) >> (word >> 8 & 0xf));
}

/** Copies bytes that were written `distance` bytes before; up to 15 more are overwritten. */
@inline function repeat(out: u32, distance: u32, length: u32): void {
  const end = out + length;
  if (distance >= 16) {
    do {
      v128.store(out, v128.load(out - distance));
      out += 16;
    } while (out < end);
  } else if (distance == 1) {
    const run = i8x16.splat(load<i8>(out - 1));
    do {
      v128.store(out, run);
      out += 16;
    } while (out < end);
  } else if (distance >= 8) {
    do {
      store<u64>(out, load<u64>(out - distance));
      out += 8;
    } while (out < end);
  } else {
    do {
      store<u8>(out, load<u8>(out - distance));
      out++;
    } while (out < end);
  }
}

/**
 * Decodes the symbols of a block. The output may end up to 275 bytes behind its end then; the caller looks.
 *
 * @returns false where the block is no block.
 */
function inflateBlock(literalTable: u32, literalBits: u32, distanceTable: u32, distanceBits: u32): bool {
  const literalMask: u32 = (1 << literalBits) - 1;
  const distanceMask: u32 = (1 << distanceBits) - 1;
  const lastInput = inputEnd + 8;
  let bits = held;
  let count = heldCount;
  let place = input;
  let out = output;
  while (place <= lastInput && out <= outputEnd) {
    bits |= load<u64>(place) << count;
    place += (63 - count) >> 3;
    count |= 56;
    let word = load<u32>(literalTable + ((<u32>bits & literalMask) << 2));
    if (word & LITERAL) {
      bits >>= word;
      count -= word & 0xff;
      store<u8>(out++, <u8>(word >> 16));
      word = load<u32>(literalTable + ((<u32>bits & literalMask) << 2));
      if (word & LITERAL) {
        bits >>= word;
        count -= word & 0xff;
        store<u8>(out++, <u8>(word >> 16));
        word = load<u32>(literalTable + ((<u32>bits & literalMask) << 2));
        if (word & LITERAL) {
          bits >>= word;
          count -= word & 0xff;
          store<u8>(out++, <u8>(word >> 16));
          continue;
        }
      }
    }
    if (word & EXCEPTIONAL) {
      if (word & SUBTABLE) {
        bits >>= word;
        count -= word & 0xff;
        word = load<u32>(literalTable + (((word >> 16) + (<u32>bits & ((1 << (word >> 8 & 0xf)) - 1))) << 2));
        if (word & LITERAL) {
          bits >>= word;
          count -= word & 0xff;
          store<u8>(out++, <u8>(word >> 16));
          continue;
        }
      }
      if (word & EXCEPTIONAL) {
        if (!(word & END_OF_BLOCK)) return false;
        held = bits >> <u64>word;
        heldCount = count - (word & 0xff);
        input = place;
        output = out;
        return true;
      }
    }
    const length = valueOf(word, bits);
    bits >>= word;
    count -= word & 0xff;
    bits |= load<u64>(place) << count;
    place += (63 - count) >> 3;
    count |= 56;
    word = load<u32>(distanceTable + ((<u32>bits & distanceMask) << 2));
    if (word & EXCEPTIONAL) {
      if (!(word & SUBTABLE)) return false;
      bits >>= word;
      count -= word & 0xff;
      word = load<u32>(distanceTable + (((word >> 16) + (<u32>bits & ((1 << (word >> 8 & 0xf)) - 1))) << 2));
      if (word & EXCEPTIONAL) return false;
    }
    const distance = valueOf(word, bits);
    bits >>= word;
    count -= word & 0xff;
    if (distance > out - origin) return false;
    repeat(out, distance, length);
    out += length;
  }
  return false;
}

/** Copies a block that is not compressed. */
function copyStored(): bool {
  alignInput();
  if (input + 4 > inputEnd) return false;
  const length: u32 = load<u16>(input);
  if (length != (<u32>load<u16>(input, 2) ^ 0xffff)) return false;
  input += 4;
  if (length > inputEnd - input || length > outputEnd - output) return false;
  memory.copy(output, input, length);
  input += length;
  output += length;
  return true;
}

/**
 * Inflates a zlib stream (RFC 1950) that fills its room exactly. Stricter than zlib in nothing that a compressor writes, and in nothing laxer.
 *
 * @param sourceEnd - end of what may belong to the stream; it may end before.
 * @param target - `size` bytes, behind which 320 more may be overwritten.
 * @param scratch - `INFLATE_ROOM` bytes, always the same.
 */
export function inflate(source: u32, sourceEnd: u32, target: u32, size: u32, scratch: u32): bool {
  if (room != scratch) {
    room = scratch;
    prepare();
  }
  if (sourceEnd - source < 8) return false;
  const header = <u32>load<u8>(source) << 8 | load<u8>(source, 1);
  // Method 8, a window of up to 32 KiB, no preset dictionary.
  if ((header & 0xf20) != 0x800 || header >> 12 > 7 || header % 31) return false;
  input = source + 2;
  inputEnd = sourceEnd;
  held = 0;
  heldCount = 0;
  origin = target;
  output = target;
  outputEnd = target + size;
  const literalBits: u32 = sourceEnd - source > SHORT ? LITERAL_BITS : SHORT_LITERAL_BITS;
  let isLast: u32 = 0;
  do {
    if (input - (heldCount >> 3) > inputEnd) return false;
    refill();
    isLast = takeBits(1);
    const kind = takeBits(2);
    if (kind == 0) {
      if (!copyStored()) return false;
    } else if (kind == 1) {
      if (!inflateBlock(room + FIXED_LITERAL_TABLE, FIXED_LITERAL_BITS, room + FIXED_DISTANCE_TABLE, FIXED_DISTANCE_BITS)) return false;
    } else if (kind == 2) {
      if (!readCodes(literalBits) || !inflateBlock(room + LITERAL_TABLE, literalBits, room + DISTANCE_TABLE, DISTANCE_BITS)) return false;
    } else return false;
    if (output > outputEnd) return false;
  } while (!isLast);
  alignInput();
  if (output != outputEnd || input + 4 > inputEnd) return false;
  return bswap<u32>(load<u32>(input)) == adlerOf(target, outputEnd);
}
