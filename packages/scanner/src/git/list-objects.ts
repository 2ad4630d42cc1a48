import { gitChunks, gitRecords } from './git-stream.ts';
import type { IdTable } from './id-table.ts';
import { IdLineReader } from './id-table.ts';
import type { ObjectInfo } from './object-kinds.ts';
import { parseObjectLine } from './object-kinds.ts';
import type { ObjectStore, Repository } from './repository.ts';
import { readIds } from './read-ids.ts';
import { outputOf } from './repository.ts';

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
export async function* describeObjects(repository: ObjectStore, ids?: Iterable<string>): AsyncGenerator<ObjectListing, void> {
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

/**
 * The ids of all objects that a repository has. Git, which is asked where they are not all plain to see, only looks at its indexes for it.
 *
 * @throws {GitError} where it cannot.
 */
export async function listIds(repository: Repository): Promise<IdTable> {
  const ids = readIds(repository);
  if (ids !== undefined) return ids;
  const reader = new IdLineReader(repository.idLength / 2);
  const options = ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)', '--buffer'];
  for await (const chunk of gitChunks(repository, 'list the objects', options)) reader.read(chunk);
  return reader.table;
}

/**
 * Finds what is missing of everything that refs, reflogs and the index lead to.
 *
 * @param known - ids of commits of which is known that nothing is missing behind them.
 * @returns ids of missing objects.
 * @throws {GitError} where a commit is missing, so that git cannot go on.
 */
export async function findMissing(repository: Repository, known: readonly string[]): Promise<readonly string[]> {
  const options = ['rev-list', '--objects', '--all', '--reflog', '--indexed-objects', '--quiet', '--missing=print', '--stdin'];
  const output = await outputOf(repository, 'follow the history to its beginning', options, known.map((id) => `^${id}\n`).join(''));
  return output.toString('latin1').split('\n').flatMap((line) => (line.startsWith('?') ? [line.slice(1)] : []));
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
