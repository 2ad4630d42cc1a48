import type { Unpacker } from '@submit-guard/prefilter';
import { EntryHeader, entryTypes } from '../../../git/packs/entry-header.ts';
import type { PackForest } from '../../../git/packs/pack-forest.ts';
import type { BlobSearch } from '../../blob-search.ts';
import { wholeFileLimit } from '../../limits.ts';
import type { Held } from './pack-arena.ts';
import { PackArena } from './pack-arena.ts';
import { blocksLength, PackBlocks } from './pack-blocks.ts';

/** Bytes for objects and their bases; only what is used of them takes memory. */
const arenaLength = 50_331_648;

/** An object in the memory of the search. */
export interface UnpackedObject {
  readonly entry: number;
  /** As in `entryTypes`. */
  readonly type: number;
  readonly start: number;
  readonly end: number;
  /** Whether it was patched together just now; see `Unpacker.treeIds`. */
  readonly isPatched: boolean;
  /** What occurs in it; more may be said than there is. */
  readonly mask: number;
}

interface Unpacked {
  readonly held: Held;
  readonly mask: number;
}

/** A mask of an object that nobody has searched. */
export const unknownMask = -1;

/** Takes an object while it is in memory. @returns its mask, better known; {@link unknownMask} where what hangs below it is to be searched as a whole. */
export type TakeObject = (object: UnpackedObject) => number;

/**
 * Puts the objects of a pack together in memory, each after the one that it is a delta of, and with it what can occur in it: what was found in
 * its base, and in what is new.
 *
 * What does not fit (damaged bytes, sizes that lie, objects beyond the limits) is left out, with all that hangs below it.
 */
export class PackWalk {
  readonly #forest: PackForest;
  readonly #search: BlobSearch;
  readonly #unpacker: Unpacker;
  readonly #take: TakeObject;
  readonly #blocks: PackBlocks;
  readonly #arena: PackArena;
  readonly #header = new EntryHeader();
  #type = 0;

  /**
   * @param search - nothing else uses its memory.
   * @param descriptor - of the pack, open for reading.
   * @param take - called for each object that is wanted.
   */
  constructor(forest: PackForest, search: BlobSearch, unpacker: Unpacker, descriptor: number, take: TakeObject) {
    this.#forest = forest;
    this.#search = search;
    this.#unpacker = unpacker;
    this.#take = take;
    this.#blocks = new PackBlocks(descriptor);
    search.memory(blocksLength + arenaLength);
    this.#arena = new PackArena(blocksLength, blocksLength + arenaLength, unpacker.padding);
  }

  /** Walks over what hangs below an entry that is no delta, and over itself. */
  walk(root: number): void {
    const { mark } = this.#arena;
    try {
      this.#walkFrom(root, undefined, unknownMask);
    } finally {
      this.#arena.reset(mark);
    }
  }

  /**
   * The last child, which has most below it, takes the place of its base. So this calls itself no deeper than there are halves in a pack, and
   * so many bases are in memory at most.
   */
  #walkFrom(first: number, firstBase: Held | undefined, firstMask: number): void {
    const { firstChild, sibling, weights } = this.#forest;
    let entry = first;
    let base = firstBase;
    let mask = firstMask;
    for (let isOnly = false; ; isOnly = true) {
      const found = this.#unpack(entry, base, mask);
      if (found === undefined) return;
      const { held } = found;
      mask = this.#noteObject(entry, held, base !== undefined, found.mask);
      if (isOnly && base !== undefined) this.#arena.drop(base);
      base = held;
      let next = firstChild[entry] ?? -1;
      for (; next !== -1 && sibling[next] !== -1; next = sibling[next] ?? -1) {
        if (weights[next] === 0) continue;
        const { mark } = this.#arena;
        this.#walkFrom(next, held, mask);
        this.#arena.reset(mark);
      }
      if (next === -1 || weights[next] === 0) return;
      entry = next;
    }
  }

  #noteObject(entry: number, { start, end }: Held, isPatched: boolean, mask: number): number {
    const { wanted } = this.#forest;
    if (wanted[entry] === 0) return mask;
    const better = this.#take({ entry, type: this.#type, start, end, isPatched, mask });
    wanted[entry] = 2;
    return better;
  }

  /** @returns `undefined` where the entry cannot be read. */
  #unpack(entry: number, base: Held | undefined, mask: number): Unpacked | undefined {
    const arena = this.#arena;
    const { index: { offsets } } = this.#forest;
    const offset = offsets[entry] ?? 0;
    const end = offsets[entry + 1] ?? 0;
    const isLow = base?.isLow !== true;
    const { mark } = arena;
    const source = this.#load(offset, end, !isLow);
    const unpacked = source === undefined ? undefined : this.#inflate(source, source + end - offset, offset, base, mask, isLow);
    if (unpacked === undefined) arena.reset(mark);
    else arena.resetTo(mark, !isLow);
    return unpacked;
  }

  /** Brings the bytes of an entry into memory. */
  #load(offset: number, end: number, isLow: boolean): number | undefined {
    const found = this.#blocks.find(this.#search.memory(0), offset, end);
    if (found !== -1) return found;
    const room = this.#arena.take(end - offset, isLow);
    if (room === undefined) return undefined;
    this.#blocks.read(this.#search.memory(0).subarray(room.start, room.end), offset);
    return room.start;
  }

  /** @param isLow - where the object is put. */
  #inflate(source: number, sourceEnd: number, offset: number, base: Held | undefined, mask: number, isLow: boolean): Unpacked | undefined {
    const header = this.#header;
    header.read(this.#search.memory(0), source, offset, this.#forest.index.idBytes);
    const { type, size } = header;
    if (type === 0 || header.end > sourceEnd || size > wholeFileLimit) return undefined;
    const isDelta = base !== undefined;
    if (isDelta !== type > entryTypes.tag) return undefined;
    if (!isDelta) this.#type = type;
    const inflated = this.#arena.take(size, isDelta ? !isLow : isLow);
    if (inflated === undefined || !this.#unpacker.inflate({ start: header.end, end: sourceEnd }, inflated)) return undefined;
    return isDelta ? this.#patch(base, inflated, mask, isLow) : { held: inflated, mask: unknownMask };
  }

  #patch(base: Held, delta: Held, mask: number, isLow: boolean): Unpacked | undefined {
    if (delta.end - delta.start < shortestDelta) return undefined;
    const memory = this.#search.memory(0);
    const from = readDeltaSize(memory, delta.start, delta.end);
    const to = readDeltaSize(memory, from.end, delta.end);
    if (from.size !== base.end - base.start || to.size > wholeFileLimit) return undefined;
    const held = this.#arena.take(to.size, isLow);
    const found = held && this.#unpacker.patch(base, { start: to.end, end: delta.end }, held, mask);
    return held === undefined || found === undefined ? undefined : { held, mask: found };
  }
}

/** Git takes nothing shorter for a delta (`DELTA_SIZE_MIN` in its delta.h). Bytes. */
const shortestDelta = 4;

/** One of the two sizes that a delta begins with. */
function readDeltaSize(memory: Buffer, start: number, end: number): { readonly size: number; readonly end: number } {
  let size = 0;
  let at = start;
  for (let unit = 1; at < end && unit < 2 ** 49; unit *= 128) {
    const byte = memory[at++] ?? 0;
    size += (byte & 0x7f) * unit;
    if (byte < 0x80) break;
  }
  return { size, end: at };
}
