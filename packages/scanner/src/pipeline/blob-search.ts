import type { PrefilterPlan } from '@submit-guard/core';
import { suppressionMarker } from '@submit-guard/core';
import type { EngineKind } from '@submit-guard/prefilter';
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

/** What searches: the WebAssembly kernel, plain JavaScript, or nothing, as a configured pattern makes every blob be read. */
export type SearchKind = EngineKind | 'none';

/** Number of groups that a prefilter tells apart. */
const groups = 32;

/**
 * Carries out a detector's plan and looks for suppression comments in the same pass: a stale one is reported even where
 * there is nothing else.
 */
export function createBlobSearch(plan: PrefilterPlan): { readonly search: BlobSearch; readonly searchKind: SearchKind } {
  if (plan.everything) return { search: () => ({ candidates: true, suppressions: true }), searchKind: 'none' };
  const used = new Set(plan.literals.map(({ group }) => group));
  const group = Array.from({ length: groups }, (_, number) => number).findLast((number) => !used.has(number));
  if (group === undefined) throw new RangeError('The detector leaves no group of the prefilter free for suppression comments.');
  const marker = 1 << group;
  const passes = (mask: number): boolean => plan.passes(mask & ~marker);
  const literals = [...plan.literals, { bytes: Buffer.from(suppressionMarker), ignoreCase: false, group }];
  // Once a text is to be decoded anyway, looking for the comments in it costs nothing.
  const prefilter = createPrefilter(literals, { enough: passes });
  const search: BlobSearch = (bytes) => {
    const mask = prefilter.groupsIn(bytes);
    const candidates = passes(mask);
    return { candidates, suppressions: candidates || (mask & marker) !== 0 };
  };
  return { search, searchKind: prefilter.engine };
}
