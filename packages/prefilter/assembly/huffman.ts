/**
 * Decoding tables for Huffman codes (RFC 1951, section 3.2.2), in the form that libdeflate made known: a word for each of the next bits
 * of the input says what they mean and how many of them it takes; longer codes lead to a table of their own.
 */

/** A word for a literal; its byte stands in bits 16 to 23. */
export const LITERAL: u32 = 0x80000000;
/** A word that is neither a literal nor a length nor a distance. */
export const EXCEPTIONAL: u32 = 0x8000;
/** An exceptional word that leads to another table: where it begins (bits 16 to 30), its number of bits (bits 8 to 11). */
export const SUBTABLE: u32 = 0x4000;
/** An exceptional word that ends a block. */
export const END_OF_BLOCK: u32 = 0x2000;

/** Longest code, in bits. */
const LONGEST: u32 = 15;

/** Room for the counts of codes by length, for the places of their symbols, and for symbols by code; bytes. */
const COUNTS: u32 = 0;
const PLACES: u32 = 64;
const SORTED: u32 = 128;
export const SORTING_SIZE: u32 = 128 + 2 * 320;

/** What a word holds besides the meaning of its symbol: in bits 8 to 15 the length of the code, below it that with extra bits. */
@inline function wordOf(meaning: u32, length: u32): u32 {
  return meaning + (length << 8) + length;
}

/** The next code after one whose bits, as many as `ones` has, are not all set; the first bit of a code is the lowest. */
@inline function following(code: u32, ones: u32): u32 {
  const bit: u32 = 1 << (31 - clz(code ^ ones));
  return code & (bit - 1) | bit;
}

/**
 * Writes a table.
 *
 * @param lengths - length of the code of each symbol, a byte each; 0 for none.
 * @param meanings - a word for each symbol.
 * @param bits - of the input that the table is asked with.
 * @param sorting - `SORTING_SIZE` bytes.
 * @returns false for codes that overlap or leave gaps; a code without symbols, and one of a single bit, may have them, as in zlib.
 */
export function writeTable(table: u32, lengths: u32, count: u32, meanings: u32, bits: u32, sorting: u32): bool {
  const counts = sorting + COUNTS;
  const places = sorting + PLACES;
  const sorted = sorting + SORTED;
  memory.fill(counts, 0, 64);
  for (let symbol: u32 = 0; symbol < count; symbol++) {
    const slot = counts + (<u32>load<u8>(lengths + symbol) << 2);
    store<u32>(slot, load<u32>(slot) + 1);
  }
  let space: u32 = 0;
  let place: u32 = 0;
  let longest: u32 = 0;
  for (let length: u32 = 1; length <= LONGEST; length++) {
    const codes = load<u32>(counts + (length << 2));
    space = (space << 1) + codes;
    store<u32>(places + (length << 2), place);
    place += codes;
    if (codes) longest = length;
    if (space > <u32>1 << length) return false;
  }
  if (space != 1 << LONGEST) {
    if (longest > 1) return false;
    // Bits that mean nothing.
    for (let slot: u32 = 0; slot < <u32>1 << bits; slot++) store<u32>(table + (slot << 2), EXCEPTIONAL);
    if (!longest) return true;
  }
  for (let symbol: u32 = 0; symbol < count; symbol++) {
    const length: u32 = load<u8>(lengths + symbol);
    if (!length) continue;
    const next = load<u32>(places + (length << 2));
    store<u16>(sorted + (next << 1), <u16>symbol);
    store<u32>(places + (length << 2), next + 1);
  }
  if (space != 1 << LONGEST) {
    const word = wordOf(load<u32>(meanings + (<u32>load<u16>(sorted) << 2)), 1);
    for (let slot: u32 = 0; slot < <u32>1 << bits; slot += 2) store<u32>(table + (slot << 2), word);
    return true;
  }
  writeCodes(table, counts, sorted, meanings, bits);
  return true;
}

/** Writes the words of a code without gaps, its symbols in the order of their codes. */
function writeCodes(table: u32, counts: u32, sorted: u32, meanings: u32, bits: u32): void {
  let length: u32 = 1;
  while (!load<u32>(counts + (length << 2))) length++;
  let left = load<u32>(counts + (length << 2));
  let code: u32 = 0;
  // The table is written for codes of as many bits as the shortest has, and doubled for each bit more.
  let end: u32 = 1 << min(length, bits);
  while (length <= bits) {
    const ones = end - 1;
    for (; left; left--) {
      store<u32>(table + (code << 2), wordOf(load<u32>(meanings + (<u32>load<u16>(sorted) << 2)), length));
      sorted += 2;
      if (code == ones) {
        for (; length < bits; length++, end <<= 1) memory.copy(table + (end << 2), table, end << 2);
        return;
      }
      code = following(code, ones);
    }
    while (!left) {
      if (++length <= bits) {
        memory.copy(table + (end << 2), table, end << 2);
        end <<= 1;
      }
      left = load<u32>(counts + (length << 2));
    }
  }
  writeLongCodes(table, counts, sorted, meanings, bits, length, left, code);
}

/** Writes the words of codes that are longer than what the table is asked with: those with the same beginning into one further table. */
function writeLongCodes(table: u32, counts: u32, sorted: u32, meanings: u32, bits: u32, length: u32, left: u32, code: u32): void {
  const mask: u32 = (1 << bits) - 1;
  let end: u32 = 1 << bits;
  let prefix: u32 = -1;
  let start: u32 = 0;
  for (;;) {
    if ((code & mask) != prefix) {
      prefix = code & mask;
      start = end;
      let more = length - bits;
      for (let used = left; used < <u32>1 << more;) {
        more++;
        used = (used << 1) + load<u32>(counts + ((bits + more) << 2));
      }
      end = start + (1 << more);
      store<u32>(table + (prefix << 2), start << 16 | EXCEPTIONAL | SUBTABLE | more << 8 | bits);
    }
    const word = wordOf(load<u32>(meanings + (<u32>load<u16>(sorted) << 2)), length - bits);
    sorted += 2;
    const stride: u32 = 1 << (length - bits);
    for (let slot = start + (code >> bits); slot < end; slot += stride) store<u32>(table + (slot << 2), word);
    const ones: u32 = (1 << length) - 1;
    if (code == ones) return;
    code = following(code, ones);
    left--;
    while (!left) left = load<u32>(counts + (++length << 2));
  }
}
