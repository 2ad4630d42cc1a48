import type { PartRange, RepositoryPlan } from 'submit-guard/fleet';
import type { Target } from '../targets/target.ts';

/** A target and what it costs, in bytes of its packs; `undefined` where it has to be fetched first. */
export interface Weighed {
  readonly target: Target;
  readonly cost: number | undefined;
}

/** Repositories that cost less are scanned together, and no more than so many of them. */
const smallCost = 8_388_608;
const batchCost = 33_554_432;
const batchLength = 32;

/** Bytes that are searched in one job: a few seconds of work, against some milliseconds that a job costs. */
export const jobCost = 402_653_184;

/** What a portion of a pack may cost: so little that some of them make a job. Bytes that are searched. */
export function portionCostOf(cost: number): number {
  return Math.min(67_108_864, Math.ceil(cost / 4));
}

/** What an object of a range of ids costs: git reads them one by one, some ten thousand in a second. Bytes. */
const objectCost = 8192;

/** Puts small repositories together; the most expensive come first, so that nobody waits for one of them at the end. */
export function batchesOf(weighed: readonly Weighed[]): readonly (readonly Target[])[] {
  const order = [...weighed].sort((a, b) => (b.cost ?? Infinity) - (a.cost ?? Infinity) || (a.target.name < b.target.name ? -1 : 1));
  const batches: Target[][] = [];
  let batch: Target[] = [];
  let sum = 0;
  for (const { target, cost } of order) {
    if (cost === undefined || cost >= smallCost) {
      batches.push([target]);
      continue;
    }
    if (batch.length >= batchLength || (batch.length > 0 && sum + cost > batchCost)) {
      batches.push(batch);
      batch = [];
      sum = 0;
    }
    batch.push(target);
    sum += cost;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Whether a repository is worth several jobs. */
export function isLarge(plan: RepositoryPlan, cost = jobCost): boolean {
  return partRanges(plan, cost).length > 1;
}

/** Cuts a plan into ranges of parts of about one cost; every part is in just one of them. */
export function partRanges({ portions, ranges, others }: RepositoryPlan, cost = jobCost): readonly PartRange[] {
  const costs = [...portions, ...Array.from({ length: ranges }, () => (others / ranges) * objectCost)];
  const cut: PartRange[] = [];
  let from = 0;
  let sum = 0;
  for (const [part, own] of costs.entries()) {
    if (part > from && sum + own > cost) {
      cut.push({ from, to: part });
      from = part;
      sum = 0;
    }
    sum += own;
  }
  if (costs.length > from) cut.push({ from, to: costs.length });
  return cut;
}
