import type { Engine } from '../engines/engine.ts';
import { batchesOf, partRanges } from '../jobs/cut-work.ts';
import type { OrderedBatch } from '../jobs/order-batches.ts';
import { orderBatches } from '../jobs/order-batches.ts';
import type { Scanned, Settled } from '../jobs/job.ts';
import type { Store } from '../stores/store.ts';
import { folderCost } from '../targets/folder-cost.ts';
import { familiesOf } from '../targets/kinship.ts';
import type { Target } from '../targets/target.ts';

export interface FleetScan {
  readonly engine: Engine;
  readonly store: Store;
  /** Repositories that are still to be scanned. */
  readonly targets: readonly Target[];
  /** What a job may cost, in bytes that are searched. */
  readonly jobCost: number;
  /** Told whenever some repositories have come to their end. */
  readonly onRepositories: (count: number) => void;
}

/**
 * Has repositories scanned: small ones together, large ones in parts. What each comes to is in the store as soon as it is known.
 *
 * @throws {FleetError} where the store or the engine fails; what is in the store stays there.
 */
export async function scanFleet({ engine, store, targets, jobCost, onRepositories }: FleetScan): Promise<void> {
  const weighed = targets.map((target) => ({ target, cost: target.place.kind === 'folder' ? folderCost(target.place.path) : undefined }));
  const batches = orderBatches(batchesOf(weighed), familiesOf(targets));
  const byName = new Map(targets.map((target) => [target.name, target]));
  const take = async (settled: readonly Settled[]): Promise<void> => {
    const known = settled.filter(({ name }) => byName.has(name));
    await store.take(known);
    onRepositories(known.length);
  };
  const scanLarge = async ({ name, plan, storage }: Extract<Scanned, { kind: 'plan' }>): Promise<void> => {
    const target = byName.get(name);
    if (target === undefined) return;
    const ending = await engine.scanParts({ target, plan, storage, parts: partRanges(plan, jobCost) });
    await take([ending.reason === undefined ? { kind: 'outcome', name, outcome: ending.result } : { kind: 'failure', name, reason: ending.reason }]);
  };
  const scanBatch = async (batch: readonly Target[]): Promise<void> => {
    const ending = await engine.scanRepositories({ kind: 'repositories', targets: batch, jobCost });
    if (ending.reason === undefined) {
      const settled = ending.result.filter((scanned) => scanned.kind !== 'plan');
      if (settled.length > 0) await take(settled);
      for (const scanned of ending.result) if (scanned.kind === 'plan') await scanLarge(scanned);
      return;
    }
    const [only] = batch;
    // One of them brings down whoever scans it: which, each by itself will show.
    if (batch.length === 1 && only !== undefined) await take([{ kind: 'failure', name: only.name, reason: ending.reason }]);
    else for (const target of batch) await scanBatch([target]);
  };
  const ends = new Map<OrderedBatch, Promise<void>>();
  await inParallel(batches, engine.width, async (batch) => {
    const end = Promise.all(batch.after.map(async (earlier) => ends.get(earlier))).then(() => scanBatch(batch.targets));
    ends.set(batch, end);
    await end;
  });
}

/** Carries out tasks, so many at the same time; ends with the first that rejects. */
async function inParallel<T>(items: readonly T[], width: number, task: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  const lanes = Array.from({ length: Math.min(width, items.length) }, async () => {
    for (const item of rest) await task(item);
  });
  await Promise.all(lanes);
}
