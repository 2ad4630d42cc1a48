import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { IdTable } from '../id-table.ts';
import { placeOfId } from '../id-table.ts';
import { EntryHeader, entryTypes, longestHeader } from './entry-header.ts';
import type { PackIndex } from './pack-index.ts';
import { packHeaderLength, readPackIndex } from './pack-index.ts';

/**
 * The entries of a pack as a forest: a delta hangs below its base. Entries are known by their numbers in the order in which they stand in the
 * pack. Plain data in memory that threads may share.
 */
export interface PackForest {
  readonly path: string;
  readonly index: PackIndex;
  /** Number of the first child of each entry, and of the next one of the same base; -1 for none. The child with most below it is the last. */
  readonly firstChild: Int32Array<SharedArrayBuffer>;
  readonly sibling: Int32Array<SharedArrayBuffer>;
  /** Number of wanted entries below each, with itself. */
  readonly weights: Uint32Array<SharedArrayBuffer>;
  /** 1 for each entry that is wanted; 2 once it was read. */
  readonly wanted: Uint8Array<SharedArrayBuffer>;
}

/** An entry that is no delta. */
export interface PackRoot {
  readonly entry: number;
  /** Bytes. */
  readonly size: number;
}

/** Bytes of a pack that are read at once. */
const portion = 4 * 1024 * 1024;

/**
 * Reads how the entries of a pack hang together.
 *
 * @param claim - told the ids of the pack, in ascending order; says with a 1 which of them are wanted.
 * @returns `undefined` where pack and index do not fit together: git says what of it can be read.
 * @throws what the functions of `node:fs` throw.
 */
export function readPackForest(path: string, indexPath: string, idBytes: number, claim: (ids: IdTable) => Uint8Array): { readonly forest: PackForest; readonly roots: readonly PackRoot[] } | undefined {
  const descriptor = openSync(path, 'r');
  try {
    const { size } = fstatSync(descriptor);
    const read = readPackIndex(indexPath, size, idBytes);
    if (read === undefined || !isPackOf(descriptor, size, read)) return undefined;
    const { index } = read;
    const { parents, roots } = readBases(descriptor, index);
    const wanted = new Uint8Array(new SharedArrayBuffer(index.count));
    const claimed = claim({ ids: Buffer.from(index.ids.buffer), idBytes });
    for (let entry = 0; entry < index.count; entry++) wanted[entry] = claimed[index.names[entry] ?? 0] ?? 0;
    return { forest: { path, index, wanted, ...childrenOf(parents, roots, wanted) }, roots };
  } finally {
    closeSync(descriptor);
  }
}

/** Whether a pack is the one that an index was made for; git asks the same. */
function isPackOf(descriptor: number, size: number, { index, checksum }: { readonly index: PackIndex; readonly checksum: Buffer }): boolean {
  const head = Buffer.alloc(packHeaderLength);
  const tail = Buffer.alloc(index.idBytes);
  if (readSync(descriptor, head, 0, head.length, 0) < head.length) return false;
  if (readSync(descriptor, tail, 0, tail.length, size - tail.length) < tail.length) return false;
  const version = head.readUInt32BE(4);
  return head.toString('latin1', 0, 4) === 'PACK' && (version === 2 || version === 3) && head.readUInt32BE(8) === index.count && tail.equals(checksum);
}

/** No base, or none that is known. */
const none = -1;

/** Reads the headers of all entries, one behind the other. */
function readBases(descriptor: number, index: PackIndex): { readonly parents: Int32Array; readonly roots: readonly PackRoot[] } {
  const { count, offsets, idBytes } = index;
  const parents = new Int32Array(count).fill(none);
  const roots: PackRoot[] = [];
  const header = new EntryHeader();
  const entryOfId = entriesById(index);
  const bytes = Buffer.alloc(portion);
  let start = 0;
  let end = 0;
  for (let entry = 0; entry < count; entry++) {
    const offset = offsets[entry] ?? 0;
    if (offset + longestHeader > end) {
      start = offset;
      end = start + readSync(descriptor, bytes, 0, portion, start);
    }
    header.read(bytes, offset - start, offset, idBytes);
    if (header.type === entryTypes.offsetDelta) parents[entry] = entryAt(offsets, header.base);
    else if (header.type === entryTypes.idDelta) parents[entry] = entryOfId(bytes.subarray(header.idStart, header.idStart + idBytes));
    else if (header.type !== 0) roots.push({ entry, size: header.size });
  }
  return { parents, roots };
}

/** The entry at an offset, or -1. */
function entryAt(offsets: Float64Array, offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset && low < offsets.length - 1 ? low : none;
}

/** Tells the entry with an id, or -1. */
function entriesById({ ids, idBytes, names, count }: PackIndex): (id: Uint8Array) => number {
  let entries: Uint32Array | undefined;
  const table = { ids: Buffer.from(ids.buffer), idBytes };
  return (id) => {
    if (entries === undefined) {
      entries = new Uint32Array(count);
      for (let entry = 0; entry < count; entry++) entries[names[entry] ?? 0] = entry;
    }
    const place = placeOfId(table, id);
    return place === -1 ? none : entries[place] ?? none;
  };
}

/** Turns bases into lists of children. What hangs below nothing, or below itself, is in none that a root leads to. */
function childrenOf(parents: Int32Array, roots: readonly PackRoot[], wanted: Uint8Array): Pick<PackForest, 'firstChild' | 'sibling' | 'weights'> {
  const count = parents.length;
  const firstChild = new Int32Array(new SharedArrayBuffer(4 * count)).fill(none);
  const sibling = new Int32Array(new SharedArrayBuffer(4 * count)).fill(none);
  const weights = new Uint32Array(new SharedArrayBuffer(4 * count));
  for (let entry = count - 1; entry >= 0; entry--) {
    const parent = parents[entry] ?? none;
    if (parent === none) continue;
    sibling[entry] = firstChild[parent] ?? none;
    firstChild[parent] = entry;
  }
  // Bases before what hangs below them, whatever their order in the pack.
  const order = new Uint32Array(count);
  let length = 0;
  for (const { entry } of roots) order[length++] = entry;
  for (let next = 0; next < length; next++) {
    for (let child = firstChild[order[next] ?? 0] ?? none; child !== none; child = sibling[child] ?? none) order[length++] = child;
  }
  for (let next = length - 1; next >= 0; next--) {
    const entry = order[next] ?? 0;
    let weight = wanted[entry] ?? 0;
    let heaviest = none;
    for (let child = firstChild[entry] ?? none; child !== none; child = sibling[child] ?? none) {
      const own = weights[child] ?? 0;
      weight += own;
      if (heaviest === none || own > (weights[heaviest] ?? 0)) heaviest = child;
    }
    weights[entry] = weight;
    if (heaviest !== none) moveToEnd(firstChild, sibling, entry, heaviest);
  }
  return { firstChild, sibling, weights };
}

/** Makes one child of an entry its last. */
function moveToEnd(firstChild: Int32Array, sibling: Int32Array, entry: number, moved: number): void {
  if (sibling[moved] === none) return;
  let last = moved;
  if (firstChild[entry] === moved) firstChild[entry] = sibling[moved] ?? none;
  else {
    let before = firstChild[entry] ?? none;
    while (sibling[before] !== moved) before = sibling[before] ?? none;
    sibling[before] = sibling[moved] ?? none;
  }
  while (sibling[last] !== none) last = sibling[last] ?? none;
  sibling[last] = moved;
  sibling[moved] = none;
}
