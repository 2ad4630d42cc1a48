import type { PlaceNote } from '@submit-guard/core';
import { redactionOf } from '@submit-guard/core';
import type { SourceNotes } from '../sources/source.ts';
import type { ScanOptions } from './collect.ts';
import type { Outcome } from './outcome.ts';
import { orderedPlaces } from './report-order.ts';
import type { RunPolicy } from './run-policy.ts';
import { parsingNotices, unparsedSentence } from './unparsed-sentences.ts';

/** Puts lists of places together, in order and without known keys. */
export type Places = (...lists: (readonly PlaceNote[])[]) => readonly PlaceNote[];

/**
 * Tells the caller of a scan what there is to say besides findings. What could not be looked into may be named after a key, too; of these keys
 * the known ones can be told, and are masked.
 */
export function tellAbout(
  { unparsed, faults }: Outcome, { notices }: Pick<SourceNotes, 'notices'>, { known }: Pick<RunPolicy, 'known'>, { onNotice, onDetail, onFault }: Pick<ScanOptions, 'onNotice' | 'onDetail' | 'onFault'>,
): Places {
  const mask = redactionOf(known.keys.map(({ secret }) => secret));
  for (const sentence of [...notices, ...parsingNotices(unparsed)]) onNotice?.(mask(sentence));
  for (const program of unparsed) onDetail?.(mask(unparsedSentence(program)));
  for (const fault of faults) onFault?.(fault);
  return (...lists) => orderedPlaces(lists.flat().map(({ path, reason }) => ({ path: mask(path), reason: mask(reason) })));
}
