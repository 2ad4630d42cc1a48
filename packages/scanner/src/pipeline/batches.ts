import type { PathTest } from '@submit-guard/core';
import { bytesOfPath } from '../paths/file-path.ts';
import type { FileReference, Source } from '../sources/source.ts';

/** Files that are scanned before the event loop gets its turn: for Ctrl-C, for the progress and for what git has to say. */
export const batchSize = 128;

/** Takes the first batches, at most so many. What they are taken from can be read on. */
export async function lookAhead(batches: AsyncGenerator<readonly FileReference[], void>, most: number): Promise<{ readonly first: readonly (readonly FileReference[])[]; readonly isAll: boolean }> {
  const first: (readonly FileReference[])[] = [];
  while (first.length < most) {
    const next = await batches.next();
    if (next.done === true) return { first, isAll: true };
    first.push(next.value);
  }
  return { first, isAll: false };
}

/**
 * The files of a source that are not excluded, in batches that are full whatever the size of the folders.
 *
 * @param onListed - told of each of them.
 */
export async function* batchesOf(source: Source, excludes: PathTest, onListed?: (file: FileReference) => void): AsyncGenerator<readonly FileReference[], void> {
  let batch: FileReference[] = [];
  for await (const listed of source.files()) {
    for (const file of listed) {
      if (excludes(typeof file.path === 'string' ? file.path : bytesOfPath(file.path).toString('utf8'))) {
        source.notes.skip(file.path, 'excluded by the configuration');
        continue;
      }
      onListed?.(file);
      batch.push(file);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
