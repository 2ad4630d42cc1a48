import { ContainerError } from '../../container-error.ts';
import type { BitReader } from './bit-reader.ts';
import { HuffmanTable } from './huffman-table.ts';

/** A block as it was before it was sorted, ready to be read along its chain. */
export interface Block {
  /** In each element, the byte in the lowest eight bits, and above them the index of the next. */
  readonly chain: Uint32Array;
  readonly length: number;
  /** Index of the element that leads to the first. */
  readonly origin: number;
  /** As it should be. */
  readonly checksum: number;
}

/** Symbols after which another table is used. */
const groupLength = 50;

const fewestTables = 2;
const mostTables = 6;
const longestCode = 20;

/** Reads a block from behind its mark on. @throws {ContainerError} where it is damaged. */
export function readBlock(bits: BitReader, blockSize: number): Block {
  const checksum = bits.read32();
  const isRandomised = bits.read(1) === 1;
  const origin = bits.read(24);
  if (isRandomised || origin >= blockSize) throw damaged();
  const bytes = readAlphabet(bits);
  const tableCount = bits.read(3);
  if (bytes.length === 0 || tableCount < fewestTables || tableCount > mostTables) throw damaged();
  const selectors = readSelectors(bits, tableCount);
  const tables = Array.from({ length: tableCount }, () => new HuffmanTable(readCodeLengths(bits, bytes.length + 2)));
  const chain = new Uint32Array(blockSize);
  const length = readSymbols(bits, { bytes, selectors, tables }, chain);
  if (origin >= length) throw damaged();
  link(chain, length);
  return { chain, length, origin, checksum };
}

/** The bytes that occur, ascending: sixteen bits for sixteen groups of sixteen. */
function readAlphabet(bits: BitReader): Uint8Array {
  const used: number[] = [];
  const groups = bits.read(16);
  for (let group = 0; group < 16; group++) {
    const members = (groups & (0x8000 >> group)) === 0 ? 0 : bits.read(16);
    for (let member = 0; member < 16; member++) if ((members & (0x8000 >> member)) !== 0) used.push(group * 16 + member);
  }
  return Uint8Array.from(used);
}

/** Which table each group of symbols uses; each number is how far it was moved to the front. */
function readSelectors(bits: BitReader, tableCount: number): Uint8Array {
  const count = bits.read(15);
  if (count === 0) throw damaged();
  const order = Array.from({ length: tableCount }, (_, index) => index);
  const selectors = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    let position = 0;
    while (bits.read(1) === 1) if (++position >= tableCount) throw damaged();
    const [table = 0] = order.splice(position, 1);
    order.unshift(table);
    selectors[index] = table;
  }
  return selectors;
}

function readCodeLengths(bits: BitReader, symbols: number): Uint8Array {
  const lengths = new Uint8Array(symbols);
  let length = bits.read(5);
  for (let symbol = 0; symbol < symbols; symbol++) {
    for (;;) {
      if (length < 1 || length > longestCode) throw damaged();
      if (bits.read(1) === 0) break;
      length += bits.read(1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return lengths;
}

interface Coding {
  readonly bytes: Uint8Array;
  readonly selectors: Uint8Array;
  readonly tables: readonly HuffmanTable[];
}

/**
 * Reads the sorted bytes into the lowest bits of `target`. Symbols 0 and 1 are digits of how often the byte at the front is repeated, the last ends
 * the block, the others say which byte is moved to the front.
 *
 * @returns the number of bytes.
 */
function readSymbols(bits: BitReader, { bytes, selectors, tables }: Coding, target: Uint32Array): number {
  const order = Uint8Array.from(bytes);
  const endSymbol = bytes.length + 1;
  let length = 0;
  let repeats = 0;
  let digit = 1;
  for (const selector of selectors) {
    const table = tables[selector];
    if (table === undefined) throw damaged();
    for (let left = groupLength; left > 0; left--) {
      const symbol = table.read(bits);
      if (symbol <= 1) {
        repeats += digit << symbol;
        digit *= 2;
        // Checked for each digit, so that no number is ever too large to be checked.
        if (repeats > target.length - length) throw damaged();
        continue;
      }
      if (repeats > 0) {
        target.fill(order[0] ?? 0, length, length + repeats);
        length += repeats;
        repeats = 0;
        digit = 1;
      }
      if (symbol === endSymbol) return length;
      if (length === target.length) throw damaged();
      const byte = order[symbol - 1] ?? 0;
      order.copyWithin(1, 0, symbol - 1);
      order[0] = byte;
      target[length++] = byte;
    }
  }
  throw damaged();
}

/** Undoes the sorting: gives each byte the index of the one that follows it. */
function link(chain: Uint32Array, length: number): void {
  const counts = new Uint32Array(256);
  for (let index = 0; index < length; index++) counts[chain[index] ?? 0] = (counts[chain[index] ?? 0] ?? 0) + 1;
  let before = 0;
  const next = counts.map((count) => (before += count) - count);
  for (let index = 0; index < length; index++) {
    const byte = (chain[index] ?? 0) & 0xff;
    const place = next[byte] ?? 0;
    next[byte] = place + 1;
    chain[place] = (chain[place] ?? 0) | (index << 8);
  }
}

const damaged = (): ContainerError => new ContainerError('is damaged');
