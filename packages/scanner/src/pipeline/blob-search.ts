import type { PrefilterPlan } from '@submit-guard/core';
import { suppressionMarker } from '@submit-guard/core';
import { createPrefilter } from '@submit-guard/prefilter';

/** What a look at raw bytes says about them. */
export interface Signs {
  /** The detector may find something. */
  readonly candidates: boolean;
  /** There may be a suppression comment. */
  readonly suppressions: boolean;
}

/** Looks at raw bytes, before anything is decoded or copied. */
export type BlobSearch = (bytes: Uint8Array) => Signs;

/** Number of groups that a prefilter tells apart. */
const groups = 32;

/**
 * Carries out a detector's plan and looks for suppression comments in the same pass: a stale one is reported even where
 * there is nothing else.
 */
export function createBlobSearch(plan: PrefilterPlan): BlobSearch {
  const used = new Set(plan.literals.map(({ group }) => group));
  const group = Array.from({ length: groups }, (_, number) => number).findLast((number) => !used.has(number));
  if (group === undefined) throw new RangeError('The detector leaves no group of the prefilter free for suppression comments.');
  const prefilter = createPrefilter([...plan.literals, { bytes: Buffer.from(suppressionMarker), ignoreCase: false, group }]);
  const marker = 1 << group;
  return (bytes) => {
    const mask = prefilter.groupsIn(bytes);
    return { candidates: plan.everything || plan.passes(mask & ~marker), suppressions: (mask & marker) !== 0 };
  };
}
