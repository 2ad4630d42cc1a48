import type { Target } from '../targets/target.ts';

/** Repositories that are scanned together, and the batches that are to end before they are: what these have read is not read again then. */
export interface OrderedBatch {
  readonly targets: readonly Target[];
  readonly after: readonly OrderedBatch[];
}

/**
 * Has one repository of each family scanned before the others: scanned at the same time, each would be read as a whole. It is the one that costs
 * least, as all of it is likely to be in the others.
 *
 * @param batches - the most expensive first, as `batchesOf` makes them.
 * @param families - the family of each repository by its name.
 * @returns the same batches; those that wait for none come first, and none comes before one that it waits for.
 */
export function orderBatches(batches: readonly (readonly Target[])[], families: ReadonlyMap<string, string>): readonly OrderedBatch[] {
  const firsts = new Map<string, OrderedBatch>();
  const ordered = batches.toReversed().map((targets): OrderedBatch => {
    const own = new Set(targets.flatMap(({ name }) => families.get(name) ?? []));
    const batch: OrderedBatch = { targets: targets.toReversed(), after: [...new Set([...own].flatMap((family) => firsts.get(family) ?? []))] };
    for (const family of own) if (!firsts.has(family)) firsts.set(family, batch);
    return batch;
  }).reverse();
  return [...ordered.filter(({ after }) => after.length === 0), ...ordered.filter(({ after }) => after.length > 0).reverse()];
}
