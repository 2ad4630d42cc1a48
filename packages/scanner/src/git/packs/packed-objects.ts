import type { IdTable } from '../id-table.ts';
import { sizeOf } from '../id-table.ts';
import type { Repository } from '../repository.ts';
import { findPacks } from './find-packs.ts';
import type { PackForest } from './pack-forest.ts';
import { readPackForest } from './pack-forest.ts';
import type { PackPortion } from './pack-portion.ts';
import { giveUp, leftIn, portionsOf } from './pack-portion.ts';

/** Objects that stand in packs, to be read from there. What is not read is asked for, and left to git. */
export class PackedObjects {
  /** What may be read at the same time. */
  readonly portions: readonly PackPortion[];
  readonly #forests: readonly PackForest[];
  /** Ids that are in no pack. */
  readonly #others: IdTable;

  /**
   * @param ids - of the objects that are wanted.
   * @param portionCost - what a portion may cost, in bytes that are searched.
   */
  constructor(repository: Repository, ids: IdTable, portionCost?: number) {
    const forests: PackForest[] = [];
    const portions: PackPortion[] = [];
    let others = ids;
    for (const { pack, index } of findPacks(repository)) {
      if (sizeOf(others) === 0) break;
      let rest = others;
      const read = readForest(pack, index, ids.idBytes, (table) => {
        const claimed = claim(others, table);
        rest = claimed.rest;
        return claimed.flags;
      });
      if (read === undefined) continue;
      others = rest;
      forests.push(read.forest);
      portions.push(...portionsOf(read.forest, read.roots, portionCost));
    }
    this.portions = portions;
    this.#forests = forests;
    this.#others = others;
  }

  /** Gives up a portion of which nobody knows what was read. @returns the ids of what is wanted of it, hexadecimal. */
  giveUp(number: number): readonly string[] {
    const portion = this.portions[number];
    return portion === undefined ? [] : giveUp(portion);
  }

  /** The ids of the objects that were not read. */
  get left(): IdTable {
    const { ids, idBytes } = this.#others;
    const left = this.#forests.flatMap(leftIn);
    if (left.length === 0) return this.#others;
    for (let at = 0; at < ids.length; at += idBytes) left.push(ids.subarray(at, at + idBytes));
    return { ids: Buffer.concat(left.sort((a, b) => a.compare(b))), idBytes };
  }
}

/** What is wrong with a pack, git says. */
function readForest(...parameters: Parameters<typeof readPackForest>): ReturnType<typeof readPackForest> {
  try {
    return readPackForest(...parameters);
  } catch {
    return undefined;
  }
}

/** Divides a table by another: for each id of the latter a 1 where it is in the former, and the rest of the former. */
function claim({ ids, idBytes }: IdTable, { ids: table }: IdTable): { readonly flags: Uint8Array; readonly rest: IdTable } {
  const flags = new Uint8Array(table.length / idBytes);
  if (ids.equals(table)) return { flags: flags.fill(1), rest: { ids: Buffer.alloc(0), idBytes } };
  const kept: Buffer[] = [];
  let place = 0;
  let from = 0;
  for (let at = 0; at < ids.length; at += idBytes) {
    let order = 1;
    while (place < table.length && (order = ids.compare(table, place, place + idBytes, at, at + idBytes)) > 0) place += idBytes;
    if (order !== 0) continue;
    flags[place / idBytes] = 1;
    if (at > from) kept.push(ids.subarray(from, at));
    from = at + idBytes;
  }
  kept.push(ids.subarray(from));
  return { flags, rest: { ids: Buffer.concat(kept), idBytes } };
}
