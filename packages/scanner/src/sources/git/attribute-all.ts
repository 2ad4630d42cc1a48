import type { Introduction } from '../../git/introductions.ts';
import { introductionsOf } from '../../git/introductions.ts';
import type { Repository } from '../../git/repository.ts';
import { outputOf } from '../../git/repository.ts';
import type { CommitNode, Ref } from '../../git/revisions.ts';
import { listCommits, listRefs } from '../../git/revisions.ts';
import { splitRecords } from '../../git/split-records.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { pathFromBytes } from '../../paths/file-path.ts';
import { authoredDates } from './authored-dates.ts';
import { noteCommits, noteSubject } from './messages.ts';
import type { Attributions, Occurrence, Provenance, Suspicions } from './object-source.ts';
import { fromFolder, namesIn } from './place-in-tree.ts';
import { refsHolding, refsReaching } from './ref-reach.ts';
import { readTags } from './tags.ts';

/** Ids of objects that are no files. */
export interface Messages {
  readonly commits: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
}

const tab = 0x09;

/**
 * Finds out where in all history objects stand, commits that nothing leads to included: one walk over the differences of all commits.
 *
 * @param messages - all commits and annotated tags of the repository.
 * @throws {GitError} where a commit or a tree is missing.
 */
export async function attributeAll(repository: Repository, { ids, names }: Suspicions, { commits, tags }: Messages): Promise<Attributions> {
  const graph = await graphOf(repository, commits);
  const notes = await noteCommits(repository);
  const byId = new Map<string, Occurrence[]>();
  const named = new Map<string, Occurrence[]>();
  const paths = new Map<string, FilePath[]>();
  const placeOf = ({ commit, path }: Introduction): FilePath => {
    const subject = commit !== undefined && notes.has(commit) && typeof path === 'string' ? noteSubject(path, repository.idLength) : undefined;
    return subject === undefined ? fromFolder(repository, path) : `note:${subject}`;
  };
  const take = (introduction: Introduction): void => {
    const { commit, path, id } = introduction;
    if (ids.has(id)) {
      append(byId, id, { path: placeOf(introduction), commit, before: [] });
      append(paths, id, path);
    }
    if (names.size > 0) for (const name of namesIn(path)) if (names.has(name)) append(named, name, { path: fromFolder(repository, path), commit, before: [] });
  };
  const hasFiles = [...ids].some((id) => !commits.has(id) && !tags.has(id)) || names.size > 0;
  if (hasFiles) for await (const introductions of introductionsOf(repository, graph.map(({ id }) => id))) introductions.forEach(take);
  for (const id of ids) if (commits.has(id)) byId.set(id, [{ path: `commit:${id}`, commit: id, before: [] }]);
  for (const [id, { name, commit }] of await readTags(repository, [...ids].filter((id) => tags.has(id)))) byId.set(id, [{ path: `tag:${name}`, commit, before: [] }]);
  await addStaged(repository, ids, byId);

  const first = [...byId.values(), ...named.values()].flatMap(([occurrence]) => occurrence?.commit ?? []);
  const refs = await listRefs(repository);
  const dates = await authoredDates(repository, first);
  const reach = refsReaching(graph, refs, new Set(first));
  const tips = await refsHolding(repository, refs, paths);
  const provenanceOf = (occurrences: readonly Occurrence[], id?: string): Provenance => {
    const commit = occurrences[0]?.commit;
    // What is in no commit is in no ref either; where it is, its path says.
    if (commit === undefined) return { occurrences };
    const authored = dates.get(commit);
    return {
      occurrences,
      ...(authored !== undefined && { authored }),
      refs: reach.get(commit) ?? [],
      ...(id !== undefined && { tips: tips.get(id) ?? tipsOfMessage(id, refs) }),
    };
  };
  return {
    byId: new Map([...ids].map((id) => [id, provenanceOf(byId.get(id) ?? [{ path: `blob:${id}`, commit: undefined, before: [] }], id)])),
    byName: new Map([...named].map(([name, occurrences]) => [name, provenanceOf(occurrences)])),
  };
}

/** All commits, each behind its parents; those that nothing leads to come last. */
async function graphOf(repository: Repository, commits: ReadonlySet<string>): Promise<readonly CommitNode[]> {
  const reachable = await listCommits(repository, { include: ['--all', '--reflog'], exclude: [] });
  const seen = new Set(reachable.map(({ id }) => id));
  const others = [...commits].filter((id) => !seen.has(id));
  if (others.length === 0) return reachable;
  const dangling = await listCommits(repository, { include: others, exclude: [] });
  return [...reachable, ...dangling.filter(({ id }) => !seen.has(id))];
}

/** What is in the index and in no commit has a path there. */
async function addStaged(repository: Repository, ids: ReadonlySet<string>, byId: Map<string, Occurrence[]>): Promise<void> {
  if (repository.isBare || [...ids].every((id) => byId.has(id))) return;
  const output = await outputOf(repository, 'read the index', ['ls-files', '--stage', '-z', '--full-name', '--', ':/']);
  for (const record of splitRecords(output)) {
    const end = record.indexOf(tab);
    const [, id = ''] = record.toString('latin1', 0, end).split(' ');
    if (ids.has(id) && !byId.has(id)) byId.set(id, [{ path: fromFolder(repository, pathFromBytes(record.subarray(end + 1))), commit: undefined, before: [] }]);
  }
}

/** A commit or an annotated tag that a ref names itself is at its tip. */
function tipsOfMessage(id: string, refs: readonly Ref[]): readonly string[] {
  return refs.filter((ref) => ref.id === id || ref.commit === id).map(({ name }) => name);
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
