import type { Repository } from '../../git/repository.ts';
import type { SourceNotes } from '../source.ts';

/** Why an object that should be there is not, for the coverage. */
export function whyMissing({ isPartial }: Repository, id: string): string {
  const reason = isPartial ? 'is not in this partial clone, and nothing is fetched during a scan; fetch it with git first' : 'is missing or corrupt; git fsck says more';
  return `object ${id} ${reason}`;
}

/** Says that older history is elsewhere, where it is. */
export function noteShallow({ isShallow }: Repository, notes: SourceNotes): void {
  if (isShallow) notes.skip('.', 'this clone is shallow: history that is older than what was fetched is not here');
}

/**
 * Names what is missing of all that refs lead to.
 *
 * @param missing - ids of objects.
 */
export function noteMissing(repository: Repository, notes: SourceNotes, missing: readonly string[]): void {
  if (missing.length === 0) return;
  if (repository.isPartial) notes.missRead('.', `this clone is partial: ${missing.length} of its objects ${missing.length === 1 ? 'is' : 'are'} not here, and nothing is fetched during a scan`);
  else for (const id of missing) notes.missRead(`blob:${id}`, whyMissing(repository, id));
}
