import type { PackForest, PackRoot } from './pack-forest.ts';
import type { PackIndex } from './pack-index.ts';

/** Entries of a pack that one thread reads at once: some that are no deltas, and all that hangs below them. Plain data. */
export interface PackPortion {
  readonly forest: PackForest;
  readonly roots: Uint32Array;
  /** What it costs to read all of it, in bytes that are searched. */
  readonly cost: number;
}

/** Bytes of objects in a portion: few enough for all threads to come to an end together. */
export const portionBytes = 67_108_864;
/** What an object costs besides its bytes, in bytes. */
const objectCost = 2_048;

/** What it costs to read so many objects, in bytes: an object is about as long as what it is a delta of. */
function costOf(size: number, weight: number): number {
  return (size + objectCost) * weight;
}

/** Cuts a pack into portions, those of the largest families first: nobody is to wait for one of these at the end. */
export function portionsOf(forest: PackForest, roots: readonly PackRoot[], portionCost = portionBytes): readonly PackPortion[] {
  const large: PackPortion[] = [];
  const others: PackPortion[] = [];
  let entries: number[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (entries.length > 0) others.push({ forest, roots: Uint32Array.from(entries), cost: bytes });
    entries = [];
    bytes = 0;
  };
  for (const { entry, size } of roots) {
    const weight = forest.weights[entry] ?? 0;
    if (weight === 0) continue;
    const cost = costOf(size, weight);
    if (cost >= portionCost) {
      large.push({ forest, roots: Uint32Array.of(entry), cost });
      continue;
    }
    entries.push(entry);
    bytes += cost;
    if (bytes >= portionCost) flush();
  }
  flush();
  return [...large, ...others];
}

/** What `PackForest.wanted` says of an entry that is wanted and was not read, and of one that needs to be read no more. */
const isLeft = 1;
const isDone = 2;

/** Gives up the entries of a portion that are wanted, read or not. @returns their ids, hexadecimal. */
export function giveUp(portion: PackPortion): readonly string[] {
  const { forest: { index, wanted } } = portion;
  const given: string[] = [];
  for (const entry of entriesOf(portion)) {
    if (wanted[entry] !== 0) given.push(idOfEntry(index, entry));
    if (wanted[entry] === isLeft) wanted[entry] = isDone;
  }
  return given;
}

/** The entries of a portion, each before what hangs below it. */
export function entriesOf({ forest: { firstChild, sibling }, roots }: PackPortion): readonly number[] {
  const entries = [...roots];
  // Goes on with what is added on the way.
  for (const entry of entries) for (let child = firstChild[entry] ?? -1; child !== -1; child = sibling[child] ?? -1) entries.push(child);
  return entries;
}

/** The ids of the entries of a portion that are wanted and were not read, hexadecimal. */
export function leftInPortion(portion: PackPortion): readonly string[] {
  const { forest: { index, wanted } } = portion;
  return entriesOf(portion).filter((entry) => wanted[entry] === isLeft).map((entry) => idOfEntry(index, entry));
}

function idOfEntry({ ids, idBytes, names }: PackIndex, entry: number): string {
  return Buffer.from(ids.buffer, (names[entry] ?? 0) * idBytes, idBytes).toString('hex');
}

/** The ids of the entries of a pack that are wanted and were not read; in ascending order. */
export function leftIn({ index, wanted }: PackForest): readonly Buffer[] {
  const { names, count } = index;
  const left = new Uint8Array(count);
  for (let entry = 0; entry < count; entry++) if (wanted[entry] === isLeft) left[names[entry] ?? 0] = 1;
  return flaggedIds(index, left);
}

/** Those ids of a pack whose numbers are flagged, in ascending order. */
export function flaggedIds({ ids, idBytes, count }: PackIndex, flags: Uint8Array): readonly Buffer[] {
  const table = Buffer.from(ids.buffer);
  const flagged: Buffer[] = [];
  for (let name = 0; name < count; name++) if (flags[name] === 1) flagged.push(table.subarray(name * idBytes, (name + 1) * idBytes));
  return flagged;
}
