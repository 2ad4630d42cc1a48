import type { PartRange, PartResult, RepositoryOutcome, RepositoryPlan } from 'submit-guard/fleet';
import type { Target } from '../targets/target.ts';

/** What those who read parts have to know of a plan. */
export type PlanReference = Pick<RepositoryPlan, 'digest' | 'portionCost' | 'ranges'>;

/** Small repositories, each as a whole; where one turns out to be large, its plan is the result. */
export interface RepositoriesJob {
  readonly kind: 'repositories';
  readonly targets: readonly Target[];
  /** What a job may cost, in bytes that are searched. */
  readonly jobCost: number;
}

/** Some parts of a large repository. */
export interface PartJob {
  readonly kind: 'part';
  readonly target: Target;
  readonly plan: PlanReference;
  readonly parts: PartRange;
}

/** What all parts of a large repository come to; its results are handed to it. */
export interface ConcludeJob {
  readonly kind: 'conclude';
  readonly target: Target;
  readonly plan: PlanReference;
  /** Of all jobs that have scanned a part; together they are the plan. */
  readonly parts: readonly PartRange[];
}

/** Work that one worker does at a time. Plain data that holds no key. */
export type Job = RepositoriesJob | PartJob | ConcludeJob;

/** What a repository came to in the end. */
export type Settled =
  | { readonly kind: 'outcome'; readonly name: string; readonly outcome: RepositoryOutcome }
  | { readonly kind: 'failure'; readonly name: string; readonly reason: string };

/** What a repository of a {@link RepositoriesJob} comes to. */
export type Scanned = Settled | { readonly kind: 'plan'; readonly name: string; readonly plan: RepositoryPlan; readonly storage: string };

/** What parts came to, or why nothing is known of them. */
export type PartOutcome = { readonly parts: PartRange; readonly result: PartResult } | { readonly parts: PartRange; readonly reason: string };

/** How a job ended: with a result, or, after all attempts, with a reason (the end of a sentence). */
export type Ending<T> = { readonly result: T; readonly reason?: undefined } | { readonly result?: undefined; readonly reason: string };

/** What the reason begins with for which a part of a repository is unread after all attempts. */
export const lostParts = 'some of its objects could not be scanned';

/** Its members in one order, as the ids of jobs are made of them. */
export function referenceTo({ digest, portionCost, ranges }: RepositoryPlan): PlanReference {
  return { digest, portionCost, ranges };
}
