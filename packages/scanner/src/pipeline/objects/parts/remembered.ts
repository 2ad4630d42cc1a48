import type { IdTable } from '../../../git/id-table.ts';
import { tableOf, without } from '../../../git/id-table.ts';
import type { ObjectsOutcome } from '../scan-objects.ts';
import { joined } from './notes-by-reason.ts';
import type { IdsByReason, PartResult } from './part.ts';

/** What need not be read: all of it, and what of it was skipped. */
export interface Remembered {
  readonly ids: IdTable;
  readonly skipped: readonly (readonly [reason: string, ids: IdTable])[];
}

/** Those ids that are not clean, but skipped. */
export function skippedIn(known: IdsByReason | undefined): Remembered['skipped'] {
  return [...known ?? []].filter(([reason]) => reason !== '');
}

/**
 * What is to be remembered of objects that were read: all but those in which something may be, and those that could not be read.
 *
 * @param read - ids of the objects.
 */
export function additionsOf({ suspects, trees, skipped, unread }: Pick<ObjectsOutcome, 'suspects' | 'trees' | 'skipped'> & { readonly unread: readonly string[] }, read: IdTable): IdsByReason {
  const reasons = new Map<string, string[]>();
  for (const { id, reason } of skipped) {
    const list = reasons.get(reason);
    if (list === undefined) reasons.set(reason, [id]);
    else list.push(id);
  }
  const added = new Map([...reasons].map(([reason, ids]) => [reason, tableOf(ids, read.idBytes)]));
  const doubtful = tableOf(new Set([...suspects.map(({ id }) => id), ...trees, ...unread]), read.idBytes);
  return added.set('', without(read, [doubtful, ...added.values()]));
}

/** What was skipped of a repository in which nothing else is to be looked at again; `undefined` where something is. */
export function settledBy(results: readonly PartResult[]): IdsByReason | undefined {
  const isSettled = results.every(({ suspects, trees, unread, members }) => suspects.length + trees.length + Object.keys(unread).length + members === 0);
  const skipped = joined(results.map((result) => result.skipped));
  const places = Object.values(skipped).flat();
  if (!isSettled || !places.every((path) => blobPath.test(path))) return undefined;
  return new Map(Object.entries(skipped).map(([reason, paths]) => {
    const ids = paths.map((path) => path.slice(blobPlace.length));
    return [reason, tableOf(ids, (ids[0]?.length ?? 0) / 2)];
  }));
}

/** How a blob is named that nobody knows the path of. */
const blobPlace = 'blob:';
const blobPath = /^blob:[0-9a-f]+$/;
