import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { IdTable } from '../id-table.ts';
import { holdsId, union, without } from '../id-table.ts';
import type { Repository } from '../repository.ts';
import { PackedObjects } from './packed-objects.ts';
import type { PackForest } from './pack-forest.ts';
import type { PackPortion } from './pack-portion.ts';
import { entriesOf, flaggedIds, giveUp, leftInPortion } from './pack-portion.ts';

/**
 * The packs of a repository cut into portions, which processes read apart from each other: where the packs are the same, so is the cut.
 */
export class PackCut {
  readonly portions: readonly PackPortion[];
  /** What each portion costs, in bytes that are searched. */
  readonly costs: readonly number[];
  /** Ids of the objects that are in no portion: in no pack, or in one that only git can read. */
  readonly rest: IdTable;
  /** Stands for the packs and for how they are cut. */
  readonly digest: string;
  /** For each pack, which of its entries are read here and not from another pack. */
  readonly #claims = new Map<PackForest, Uint8Array>();

  readonly #idBytes: number;

  /**
   * @param ids - of all objects of the repository.
   * @param portionCost - what a portion may cost, in bytes that are searched.
   */
  constructor(repository: Repository, ids: IdTable, portionCost: number) {
    this.#idBytes = ids.idBytes;
    const { portions } = new PackedObjects(repository, ids, portionCost);
    this.portions = portions;
    this.costs = portions.map(({ cost }) => cost);
    const digest = createHash('sha256');
    for (const { forest, roots } of portions) {
      if (!this.#claims.has(forest)) this.#claims.set(forest, Uint8Array.from(forest.wanted));
      digest.update(`${basename(forest.path)} ${forest.index.count} ${roots.length}\n`).update(roots);
    }
    this.digest = digest.digest('hex');
    this.rest = without(ids, [this.idsOf(portions)]);
  }

  /** The ids of the objects that are read from portions. */
  idsOf(portions: readonly PackPortion[]): IdTable {
    const flags = new Map<PackForest, Uint8Array>();
    for (const portion of portions) {
      const { forest } = portion;
      const claims = this.#claims.get(forest);
      const named = flags.get(forest) ?? new Uint8Array(forest.index.count);
      flags.set(forest, named);
      for (const entry of entriesOf(portion)) if (claims?.[entry] === 1) named[forest.index.names[entry] ?? 0] = 1;
    }
    let ids: IdTable = { ids: Buffer.alloc(0), idBytes: this.#idBytes };
    for (const [{ index }, named] of flags) ids = union(ids, { ids: Buffer.concat(flaggedIds(index, named)), idBytes: this.#idBytes });
    return ids;
  }

  /**
   * Says once more what of some portions is to be read.
   *
   * @param known - ids of what is not.
   */
  select(portions: readonly PackPortion[], known: IdTable): SelectedPortions {
    for (const portion of portions) {
      const { forest: { index: { ids, idBytes, names }, wanted, weights, firstChild, sibling } } = portion;
      const claims = this.#claims.get(portion.forest);
      const entries = entriesOf(portion);
      // What hangs below an entry comes behind it.
      for (const entry of entries.toReversed()) {
        const name = (names[entry] ?? 0) * idBytes;
        const isWanted = claims?.[entry] === 1 && (known.ids.length === 0 || !holdsId(known, new Uint8Array(ids.buffer, name, idBytes)));
        let weight = isWanted ? 1 : 0;
        for (let child = firstChild[entry] ?? -1; child !== -1; child = sibling[child] ?? -1) weight += weights[child] ?? 0;
        wanted[entry] = isWanted ? 1 : 0;
        weights[entry] = weight;
      }
    }
    return new SelectedPortions(portions);
  }
}

/** Portions that are read now. */
export class SelectedPortions {
  readonly portions: readonly PackPortion[];

  constructor(portions: readonly PackPortion[]) {
    this.portions = portions;
  }

  /** As in `PackedObjects`. */
  giveUp(number: number): readonly string[] {
    const portion = this.portions[number];
    return portion === undefined ? [] : giveUp(portion);
  }

  /** Ids (hexadecimal) of what could not be read. */
  get left(): readonly string[] {
    return this.portions.flatMap(leftInPortion);
  }
}
