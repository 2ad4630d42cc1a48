import type { ObjectInfo } from '../../git/object-kinds.ts';
import { parseObjectLine } from '../../git/object-kinds.ts';
import type { KnownIds } from '../../git/known-ids.ts';
import type { ObjectSegment } from '../../git/object-segment.ts';
import { refersToKnown } from '../../git/references.ts';
import { headLength } from '../../readers/reader.ts';
import type { Engine } from '../engine.ts';
import { readFully } from '../read-into-memory.ts';
import { atFirstSight, mayShowPictures, suspicionOf } from './suspicion.ts';
import { entryNames } from './tree-entries.ts';

/** An object and why it is mentioned. */
export interface ObjectNote {
  readonly id: string;
  readonly reason: string;
}

/** What objects come to at first sight. Plain data that holds no key. */
export interface SiftResult {
  /** Objects in which something may stand; they are read again when it is known where they are from. */
  readonly suspects: readonly ObjectInfo[];
  /** Names of files that may be or hold a key, as latin1. They may be keys: they never leave the process. */
  readonly names: readonly string[];
  /** Ids of the trees with these names. */
  readonly trees: readonly string[];
  /** Blobs that may be archives or compressed files; what is in them is still to be looked at. */
  readonly containers: readonly ObjectInfo[];
  /** Blobs that are images, or texts that may hold some; they are still to be read. */
  readonly pictures: readonly ObjectInfo[];
  readonly skipped: readonly ObjectNote[];
  readonly unread: readonly ObjectNote[];
  /** Objects read. */
  readonly objects: number;
  readonly bytes: number;
  /** Whether all that these objects refer to is in the repository; false where nobody has looked, and where some were not read. */
  readonly isClosed: boolean;
}

/** Bytes of objects that are searched in one go: as many as the detector's closer look takes at once. */
const chunkSize = 524_288;

const lineFeed = 0x0a;

/** Longest line that `git cat-file --batch` prints about an object. Bytes. */
const longestHeader = 128;

interface Entry extends ObjectInfo {
  /** Offset in the memory of the search. */
  readonly start: number;
}

/** Takes from objects those in which nothing can be, as many at a time as fit into the caches of the processor. */
export class Sift implements SiftResult {
  readonly suspects: ObjectInfo[] = [];
  readonly names: string[] = [];
  readonly trees: string[] = [];
  readonly containers: ObjectInfo[] = [];
  readonly pictures: ObjectInfo[] = [];
  readonly skipped: ObjectNote[] = [];
  readonly unread: ObjectNote[] = [];
  objects = 0;
  bytes = 0;
  isClosed: boolean;
  readonly #engine: Engine;
  readonly #mindsComments: boolean;
  readonly #known: KnownIds | undefined;

  /** @param known - ids of the repository, where it is asked whether what objects refer to is there. */
  constructor(engine: Engine, mindsComments: boolean, known?: KnownIds) {
    this.#engine = engine;
    this.#mindsComments = mindsComments;
    this.#known = known;
    this.isClosed = known !== undefined;
  }

  /**
   * Searches what git has written.
   *
   * @param ids - of the objects that git was asked for; hexadecimal, each with a line feed behind it.
   * @returns the number of these that stand there whole, with those that git said are missing.
   */
  read({ descriptor }: ObjectSegment, ids: string): number {
    const { search } = this.#engine;
    let at = 0;
    let count = 0;
    let wanted = chunkSize;
    for (;;) {
      const memory = search.memory(wanted);
      const length = readFully(descriptor, memory.subarray(0, wanted), at);
      const { entries, end, missing, needed } = parseChunk(memory, length, ids, count);
      for (const id of missing) this.unread.push({ id, reason: 'vanished while the scan ran' });
      if (entries.length > 0) this.#searchChunk(entries, end);
      count += entries.length + missing.length;
      at += end;
      if (count * (ids.indexOf('\n') + 1) === ids.length) return count;
      if (end > 0) wanted = chunkSize;
      else if (needed > wanted && length === wanted) wanted = needed;
      else return count;
    }
  }

  #searchChunk(entries: readonly Entry[], end: number): void {
    const { search } = this.#engine;
    const signs = search.signsIn(0, end);
    const mayHold = signs.candidates || signs.suppressions || signs.pictures;
    const memory = search.memory(0);
    const doubtful: { readonly entry: Entry; readonly bytes: Buffer }[] = [];
    for (const entry of entries) {
      const { id, kind, start, size } = entry;
      this.objects++;
      this.bytes += size;
      if (this.isClosed && this.#known !== undefined) this.isClosed = refersToKnown(kind, memory.subarray(start, start + size), this.#known);
      const sight = atFirstSight(this.#engine, kind, memory.subarray(start, start + Math.min(size, headLength)), mayHold);
      // What follows uses the memory for itself.
      if (sight === 'doubtful') doubtful.push({ entry, bytes: Buffer.from(memory.subarray(start, start + size)) });
      else if (sight === 'container') this.containers.push({ id, kind, size });
      else if (sight === 'picture') this.pictures.push({ id, kind, size });
      else if (sight !== undefined) this.skipped.push({ id, reason: sight.opaque });
    }
    for (const { entry, bytes } of doubtful) this.look(entry, bytes);
  }

  /** Looks at an object in which something may be. */
  look({ id, kind, size }: ObjectInfo, bytes: Buffer): void {
    if (kind === 'tree') {
      const names = [...entryNames(bytes, id.length / 2)].filter((name) => suspicionOf(this.#engine, Buffer.from(name, 'latin1'), 'tree') === 'suspect');
      this.names.push(...names);
      if (names.length > 0) this.trees.push(id);
      return;
    }
    const isPicture = kind === 'blob' && mayShowPictures(this.#engine, bytes);
    if (isPicture) this.pictures.push({ id, kind, size });
    const suspicion = suspicionOf(this.#engine, bytes, kind, this.#mindsComments);
    if (suspicion === 'suspect') this.suspects.push({ id, kind, size });
    else if (suspicion !== undefined && !isPicture) this.skipped.push({ id, reason: suspicion.opaque });
  }
}

/** What has been found, without what was needed for it. */
export function resultOf({ suspects, names, trees, containers, pictures, skipped, unread, objects, bytes, isClosed }: Sift): SiftResult {
  return { suspects, names, trees, containers, pictures, skipped, unread, objects, bytes, isClosed: isClosed && unread.length === 0 };
}

interface Chunk {
  /** Objects that stand in the chunk whole. */
  readonly entries: readonly Entry[];
  /** Offset behind the last of them. */
  readonly end: number;
  readonly missing: readonly string[];
  /** Bytes that the object behind them takes; 0 where there is none. */
  readonly needed: number;
}

/**
 * Finds the objects in a chunk. What does not go on with the next id is none of them.
 *
 * @param ids - all of one length, each with a line feed behind it.
 * @param first - number of the first id.
 */
function parseChunk(memory: Buffer, length: number, ids: string, first: number): Chunk {
  const idLength = ids.indexOf('\n') + 1;
  const entries: Entry[] = [];
  const missing: string[] = [];
  let end = 0;
  for (let next = first * idLength; end < length && next < ids.length; next += idLength) {
    const headerEnd = memory.indexOf(lineFeed, end);
    if (headerEnd === -1 || headerEnd >= length || headerEnd - end > longestHeader) break;
    const info = parseObjectLine(memory.toString('latin1', end, headerEnd));
    if (!ids.startsWith(info.id, next)) break;
    if (info.kind === undefined) {
      missing.push(info.id);
      end = headerEnd + 1;
      continue;
    }
    const start = headerEnd + 1;
    const behind = start + info.size + 1;
    if (behind > length) return { entries, end, missing, needed: behind - end };
    entries.push({ ...info, start });
    end = behind;
  }
  return { entries, end, missing, needed: end < length && length - end < longestHeader ? longestHeader + length : 0 };
}
