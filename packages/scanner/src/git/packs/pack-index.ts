import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { isAscending } from '../id-table.ts';

/** What an index says of its pack (gitformat-pack(5), "pack-*.idx files"). Its memory may be shared by threads. */
export interface PackIndex {
  /** Ids in ascending order, one behind the other. */
  readonly ids: Uint8Array<SharedArrayBuffer>;
  /** Bytes of an id. */
  readonly idBytes: number;
  readonly count: number;
  /** For each entry of the pack, in the order in which they stand there, its offset; then the end of the last. Bytes. */
  readonly offsets: Float64Array<SharedArrayBuffer>;
  /** For each of these entries the number of its id. */
  readonly names: Uint32Array<SharedArrayBuffer>;
}

const magic = 0xff744f63;
const fanoutLength = 1024;

/** Bytes in front of the first entry of a pack. */
export const packHeaderLength = 12;

/** Numbers and offsets are sorted together, as 64-bit integers. */
const mostEntries = 2 ** 24;
const largestPack = 2 ** 40;

/** Which half of a 64-bit integer is the lower one. */
const lower = endianness() === 'LE' ? 0 : 1;

/**
 * Reads the index of a pack, version 1 or 2.
 *
 * @param packSize - bytes of the pack.
 * @returns the index, and the checksum of the pack that it was made for; `undefined` where it is none that fits, or one of a pack that is
 *   too large for this.
 * @throws what `readFileSync` throws.
 */
export function readPackIndex(path: string, packSize: number, idBytes: number): { readonly index: PackIndex; readonly checksum: Buffer } | undefined {
  const bytes = readFileSync(path);
  const isFirst = bytes.length < 8 || bytes.readUInt32BE(0) !== magic;
  if (!isFirst && bytes.readUInt32BE(4) !== 2) return undefined;
  const fanout = isFirst ? 0 : 8;
  const tables = fanout + fanoutLength;
  if (bytes.length < tables + 2 * idBytes) return undefined;
  const count = bytes.readUInt32BE(tables - 4);
  if (count === 0 || count >= mostEntries || packSize >= largestPack) return undefined;
  const layout = isFirst ? firstLayout(bytes, tables, count, idBytes) : secondLayout(bytes, tables, count, idBytes);
  if (layout === undefined || !isAscending(layout.ids, idBytes)) return undefined;
  const sorted = sortEntries(count, layout.offsetOf, packSize - idBytes);
  return sorted && { index: { ids: layout.ids, idBytes, count, ...sorted }, checksum: bytes.subarray(-2 * idBytes, -idBytes) };
}

/** Where an index has its ids and offsets. */
interface Layout {
  readonly ids: Uint8Array<SharedArrayBuffer>;
  /** Offset of the entry whose id has a number; NaN where there is none. */
  readonly offsetOf: (entry: number) => number;
}

/** Version 1: for each entry, an offset of four bytes and an id. */
function firstLayout(bytes: Buffer, start: number, count: number, idBytes: number): Layout | undefined {
  const size = 4 + idBytes;
  if (bytes.length !== start + count * size + 2 * idBytes) return undefined;
  const ids = new Uint8Array(new SharedArrayBuffer(count * idBytes));
  for (let entry = 0; entry < count; entry++) ids.set(bytes.subarray(start + entry * size + 4, start + (entry + 1) * size), entry * idBytes);
  return { ids, offsetOf: (entry) => bytes.readUInt32BE(start + entry * size) };
}

/** Version 2: all ids, all checksums, all offsets; those of more than 31 bits in a table of their own. */
function secondLayout(bytes: Buffer, start: number, count: number, idBytes: number): Layout | undefined {
  const short = start + count * (idBytes + 4);
  const long = short + count * 4;
  const end = bytes.length - 2 * idBytes;
  if (end < long || (end - long) % 8 !== 0) return undefined;
  const ids = new Uint8Array(new SharedArrayBuffer(count * idBytes));
  ids.set(bytes.subarray(start, start + count * idBytes));
  const offsetOf = (entry: number): number => {
    const offset = bytes.readUInt32BE(short + entry * 4);
    if (offset < 0x8000_0000) return offset;
    const place = long + (offset - 0x8000_0000) * 8;
    return place + 8 > end ? NaN : Number(bytes.readBigUInt64BE(place));
  };
  return { ids, offsetOf };
}

/**
 * Puts the entries into the order in which they stand in the pack.
 *
 * @param end - of the entries: where the checksum of the pack begins.
 * @returns `undefined` where two stand in one place, or one outside of the pack.
 */
function sortEntries(count: number, offsetOf: (entry: number) => number, end: number): Pick<PackIndex, 'offsets' | 'names'> | undefined {
  // The lower half of a key holds the last eight bits of the offset and the number, the upper one the rest of the offset.
  const keys = new BigUint64Array(count);
  const halves = new Uint32Array(keys.buffer);
  for (let entry = 0; entry < count; entry++) {
    const offset = offsetOf(entry);
    if (!(offset >= packHeaderLength && offset < end)) return undefined;
    halves[2 * entry + lower] = ((offset % 256) * mostEntries) + entry;
    halves[2 * entry + 1 - lower] = offset / 256;
  }
  keys.sort();
  const offsets = new Float64Array(new SharedArrayBuffer(8 * (count + 1)));
  const names = new Uint32Array(new SharedArrayBuffer(4 * count));
  for (let entry = 0; entry < count; entry++) {
    const low = halves[2 * entry + lower] ?? 0;
    const offset = (halves[2 * entry + 1 - lower] ?? 0) * 256 + Math.floor(low / mostEntries);
    if (entry > 0 && offset === offsets[entry - 1]) return undefined;
    offsets[entry] = offset;
    names[entry] = low % mostEntries;
  }
  offsets[count] = end;
  return { offsets, names };
}
