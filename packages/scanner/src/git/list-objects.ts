import { gitRecords } from './git-stream.ts';
import type { ObjectInfo } from './object-kinds.ts';
import { parseObjectLine } from './object-kinds.ts';
import type { Repository } from './repository.ts';

const lineFeed = 10;

/** What git says of objects: those that it has, and the ids of those that it has not, or cannot read. */
export interface ObjectListing {
  readonly objects: readonly ObjectInfo[];
  readonly missing: readonly string[];
}

/**
 * Asks for the kind and the size of objects.
 *
 * @param ids - the objects; absent for all that the repository has, reachable or not, in the order in which they are stored.
 * @throws {GitError} where a pack is broken; what is known is yielded before.
 */
export async function* describeObjects(repository: Repository, ids?: Iterable<string>): AsyncGenerator<ObjectListing, void> {
  const options = ['cat-file', '--batch-check', '--buffer', ...(ids === undefined ? ['--batch-all-objects', '--unordered'] : [])];
  for await (const records of gitRecords(repository, 'list the objects', options, lineFeed, ids === undefined ? undefined : linesOf(ids))) {
    const objects: ObjectInfo[] = [];
    const missing: string[] = [];
    for (const record of records) {
      const info = parseObjectLine(record.toString('latin1'));
      if (info.kind === undefined) missing.push(info.id);
      else objects.push(info);
    }
    yield { objects, missing };
  }
}

function* linesOf(ids: Iterable<string>): Generator<string> {
  let text = '';
  for (const id of ids) {
    text += `${id}\n`;
    if (text.length < 16_384) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
