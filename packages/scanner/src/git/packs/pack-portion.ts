import type { PackForest, PackRoot } from './pack-forest.ts';

/** Entries of a pack that one thread reads at once: some that are no deltas, and all that hangs below them. Plain data. */
export interface PackPortion {
  readonly forest: PackForest;
  readonly roots: Uint32Array;
}

/** Bytes of objects in a portion: few enough for all threads to come to an end together. */
const portionBytes = 67_108_864;
/** What an object costs besides its bytes, in bytes. */
const objectCost = 2_048;

/** Cuts a pack into portions, those of the largest families first: nobody is to wait for one of these at the end. */
export function portionsOf(forest: PackForest, roots: readonly PackRoot[]): readonly PackPortion[] {
  const large: PackPortion[] = [];
  const others: PackPortion[] = [];
  let entries: number[] = [];
  let bytes = 0;
  const flush = (): void => {
    if (entries.length > 0) others.push({ forest, roots: Uint32Array.from(entries) });
    entries = [];
    bytes = 0;
  };
  for (const { entry, size } of roots) {
    const weight = forest.weights[entry] ?? 0;
    if (weight === 0) continue;
    // An object is about as long as what it is a delta of.
    const cost = (size + objectCost) * weight;
    if (cost >= portionBytes) {
      large.push({ forest, roots: Uint32Array.of(entry) });
      continue;
    }
    entries.push(entry);
    bytes += cost;
    if (bytes >= portionBytes) flush();
  }
  flush();
  return [...large, ...others];
}

/** What `PackForest.wanted` says of an entry that is wanted and was not read, and of one that needs to be read no more. */
const isLeft = 1;
const isDone = 2;

/** Gives up the entries of a portion that are wanted, read or not. @returns their ids, hexadecimal. */
export function giveUp({ forest: { index: { ids, idBytes, names }, firstChild, sibling, wanted }, roots }: PackPortion): readonly string[] {
  const given: string[] = [];
  const open = [...roots];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (wanted[entry] !== 0) given.push(Buffer.from(ids.buffer, (names[entry] ?? 0) * idBytes, idBytes).toString('hex'));
    if (wanted[entry] === isLeft) wanted[entry] = isDone;
    for (let child = firstChild[entry] ?? -1; child !== -1; child = sibling[child] ?? -1) open.push(child);
  }
  return given;
}

/** The ids of the entries of a pack that are wanted and were not read; in ascending order. */
export function* leftIn({ index, wanted }: PackForest): Generator<Buffer> {
  const { ids, idBytes, names, count } = index;
  const left = new Uint8Array(count);
  for (let entry = 0; entry < count; entry++) if (wanted[entry] === isLeft) left[names[entry] ?? 0] = 1;
  const table = Buffer.from(ids.buffer);
  for (let name = 0; name < count; name++) if (left[name] === 1) yield table.subarray(name * idBytes, (name + 1) * idBytes);
}
