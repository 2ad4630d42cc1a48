import type { Repository } from '../../git/repository.ts';

/** Why an object that should be there is not, for the coverage. */
export function whyMissing({ isPartial }: Repository, id: string): string {
  const reason = isPartial ? 'is not in this partial clone, and nothing is fetched during a scan; fetch it with git first' : 'is missing or corrupt; git fsck says more';
  return `object ${id} ${reason}`;
}
