import { GitError } from '../../git/git-error.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { pathFromBytes } from '../../paths/file-path.ts';
import type { Attributions, ObjectSource, Provenance, Suspicions } from '../../sources/git/object-source.ts';

/**
 * Asks a source where suspicious objects stand. What was found is reported even where git cannot say that any more.
 *
 * @returns with why git could not.
 */
export async function attributeSuspects(source: ObjectSource, suspicions: Suspicions): Promise<{ readonly attributions: Attributions; readonly failure?: string }> {
  try {
    return { attributions: await source.attribute(suspicions) };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return { attributions: withoutHistory(source, suspicions), failure: error.message.replace(/\.$/, '') };
  }
}

function withoutHistory(source: ObjectSource, { ids, names }: Suspicions): Attributions {
  const at = (path: FilePath): Provenance => ({ occurrences: [{ path, commit: undefined, before: [] }] });
  return {
    byId: new Map([...ids].map((id) => [id, at(source.placeOf(id))])),
    byName: new Map([...names].map((name) => [name, at(pathFromBytes(Buffer.from(name, 'latin1')))])),
  };
}
