import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import type { PicturesOutcome } from './picture-desk.ts';

/** An outcome with what its images came to, where they were read. */
export function withPictures(outcome: Outcome, seen: PicturesOutcome | undefined): Outcome {
  if (seen === undefined) return outcome;
  const tally = new Tally();
  tally.add({ ...outcome, pictures: [] });
  tally.settle(seen.settled, seen.outcome);
  return tally;
}
