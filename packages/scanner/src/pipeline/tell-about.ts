import type { PlaceNote } from '@submit-guard/core';
import { redactionOf } from '@submit-guard/core';
import type { SourceNotes } from '../sources/source.ts';
import type { Fault } from './faults.ts';
import type { Outcome } from './outcome.ts';
import { orderedPlaces } from './report-order.ts';
import type { RunPolicy } from './run-policy.ts';
import { parsingNotices, unparsedSentence } from './unparsed-sentences.ts';

/** Who is told what there is to say besides findings. */
export interface Listeners {
  /** Told sentences for the person who runs the scan, for example that there is no git to ask. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /** Told sentences about how the scan is carried out. */
  readonly onDetail?: ((sentence: string) => void) | undefined;
  /** Told what went wrong in the scanner itself; the report has a note for each among the unread. */
  readonly onFault?: ((fault: Fault) => void) | undefined;
}

/** Puts lists of places together, in order and without known keys. */
export type Places = (...lists: (readonly PlaceNote[])[]) => readonly PlaceNote[];

/**
 * Tells the caller of a scan what there is to say besides findings. What could not be looked into may be named after a key, too; of these keys
 * the known ones can be told, and are masked.
 */
export function tellAbout(
  { unparsed, faults }: Outcome, { notices }: Pick<SourceNotes, 'notices'>, { known }: Pick<RunPolicy, 'known'>, { onNotice, onDetail, onFault }: Listeners,
): Places {
  const mask = redactionOf(known.keys.map(({ secret }) => secret));
  for (const sentence of [...notices, ...parsingNotices(unparsed)]) onNotice?.(mask(sentence));
  for (const program of unparsed) onDetail?.(mask(unparsedSentence(program)));
  for (const fault of faults) onFault?.(fault);
  return (...lists) => orderedPlaces(lists.flat().map(({ path, reason }) => ({ path: mask(path), reason: mask(reason) })));
}
