import type { IdTable } from '../../../git/id-table.ts';
import { holdsId } from '../../../git/id-table.ts';
import { findMissing } from '../../../git/list-objects.ts';
import { hasOtherTips } from '../../../git/other-tips.ts';
import type { Repository } from '../../../git/repository.ts';
import { listTips } from '../../../git/revisions.ts';
import { noteMissing } from '../../../sources/git/why-missing.ts';
import type { SourceNotes } from '../../../sources/source.ts';

/**
 * Finds out what is missing, and says so. Who reads all objects sees by the way whether anything is; where nobody did, git follows the history.
 *
 * @param ids - of all objects of the repository.
 * @param isSeen - whether everything was seen to be there that the objects refer to.
 * @returns whether nothing is missing.
 */
export async function isWhole(repository: Repository, ids: IdTable, isSeen: boolean, notes: SourceNotes): Promise<boolean> {
  const isClosed = !repository.isShallow && !repository.isPartial && isSeen;
  try {
    // What refs name may be missing all the same.
    const tips = isClosed ? await listTips(repository) : [];
    const followed = tips.filter((id) => holdsId(ids, Buffer.from(id, 'hex')));
    if (isClosed && followed.length === tips.length && !hasOtherTips(repository)) return true;
    const missing = await findMissing(repository, followed);
    noteMissing(repository, notes, missing);
    return missing.length === 0 && !repository.isShallow;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'GitError')) throw error;
    notes.missRead('.', error.message.replace(/\.$/, ''));
    return false;
  }
}
