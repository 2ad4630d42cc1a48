import { chmodSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { failureReason } from '../sources/failure-reason.ts';
import { writeAtomically } from '../policies/write-atomically.ts';
import { HooksError } from './hooks-error.ts';

/** One change of a file. Paths are absolute. */
export type Step =
  | { readonly kind: 'write'; readonly path: string; readonly text: string; readonly executable: boolean; readonly summary: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly summary: string }
  | { readonly kind: 'remove'; readonly path: string; readonly summary: string };

/** What wiring comes to: known before anything is changed, so that it can be shown instead. */
export interface Plan {
  readonly steps: readonly Step[];
  /** Sentences: what the person has to do besides. */
  readonly next: readonly string[];
}

export const emptyPlan: Plan = { steps: [], next: [] };

export function joinPlans(plans: readonly Plan[]): Plan {
  return { steps: plans.flatMap(({ steps }) => steps), next: [...new Set(plans.flatMap(({ next }) => next))] };
}

/**
 * Carries out steps in their order, each whole or not at all.
 *
 * @throws {HooksError} or `PolicyError` at the first step that the file system refuses; the steps before it are done.
 */
export function carryOut(steps: readonly Step[]): void {
  for (const step of steps) {
    try {
      carryOutOne(step);
    } catch (error) {
      if (error instanceof Error && error.name === 'PolicyError') throw error;
      throw new HooksError(`Not done: ${step.summary}, because of this: ${failureReason(error)}.`);
    }
  }
}

function carryOutOne(step: Step): void {
  switch (step.kind) {
    case 'write': {
      const before = statSync(step.path, { throwIfNoEntry: false });
      const path = before === undefined ? step.path : realpathSync(step.path);
      writeAtomically(path, step.text, path);
      const mode = (before ?? statSync(path)).mode & 0o777;
      // Whoever may read what git starts may start it.
      chmodSync(path, step.executable ? mode | ((mode & 0o444) >> 2) : mode);
      return;
    }
    case 'rename':
      renameSync(step.from, step.to);
      return;
    case 'remove':
      rmSync(step.path);
  }
}
