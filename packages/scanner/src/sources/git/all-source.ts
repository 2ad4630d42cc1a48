import type { Introduction } from '../../git/introductions.ts';
import { introductionsOf } from '../../git/introductions.ts';
import { describeObjects } from '../../git/list-objects.ts';
import type { Repository } from '../../git/repository.ts';
import { outputOf } from '../../git/repository.ts';
import type { CommitNode, Ref } from '../../git/revisions.ts';
import { listCommits, listRefs } from '../../git/revisions.ts';
import { splitRecords } from '../../git/split-records.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { pathFromBytes } from '../../paths/file-path.ts';
import { SourceNotes } from '../source.ts';
import { authoredDates } from './authored-dates.ts';
import { noteCommits, noteSubject } from './messages.ts';
import type { Attributions, ListedObjects, ObjectSource, Occurrence, Provenance, Suspicions } from './object-source.ts';
import { fromFolder, namesIn } from './place-in-tree.ts';
import { refsHolding, refsReaching } from './ref-reach.ts';
import { readTags } from './tags.ts';

/** Every object that a repository has: of all refs, the stash, reflogs, all work trees, and what nothing leads to any more. */
export class AllSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  knownClean = 0;
  /** Ids of the commits and annotated tags that were listed. */
  readonly #commits: string[] = [];
  readonly #tags = new Set<string>();

  constructor(repository: Repository) {
    this.repository = repository;
    this.notes = new SourceNotes(repository.folder);
  }

  get commits(): number {
    return this.#commits.length;
  }

  async *objects(): AsyncGenerator<ListedObjects, void> {
    const { repository, notes } = this;
    if (repository.isShallow) notes.skip('.', 'this clone is shallow: history that is older than what was fetched is not here');
    for await (const { objects, missing } of describeObjects(repository)) {
      for (const id of missing) notes.missRead(`blob:${id}`, `object ${id} is corrupt; git fsck says more`);
      for (const { id, kind } of objects) {
        if (kind === 'commit') this.#commits.push(id);
        else if (kind === 'tag') this.#tags.add(id);
      }
      yield { objects, names: [] };
    }
  }

  placeOf(id: string): FilePath {
    return this.#tags.has(id) ? `tag:${id}` : this.#commits.includes(id) ? `commit:${id}` : `blob:${id}`;
  }

  async attribute({ ids, names }: Suspicions): Promise<Attributions> {
    const { repository } = this;
    const graph = await this.#graph();
    const notes = await noteCommits(repository);
    const byId = new Map<string, Occurrence[]>();
    const named = new Map<string, Occurrence[]>();
    const rawPaths = new Map<string, FilePath[]>();
    const take = ({ commit, path, id }: Introduction): void => {
      if (ids.has(id)) {
        append(byId, id, this.#occurrence(commit, path, notes));
        append(rawPaths, id, path);
      }
      if (names.size > 0) for (const name of namesIn(path)) if (names.has(name)) append(named, name, { path: fromFolder(repository, path), commit, before: [] });
    };
    const listed = new Set(this.#commits);
    const hasFiles = [...ids].some((id) => !listed.has(id) && !this.#tags.has(id)) || names.size > 0;
    if (hasFiles) for await (const introductions of introductionsOf(repository, graph.map(({ id }) => id))) introductions.forEach(take);
    for (const id of ids) {
      if (listed.has(id)) byId.set(id, [{ path: `commit:${id}`, commit: id, before: [] }]);
    }
    for (const [id, { name, commit }] of await readTags(repository, [...ids].filter((id) => this.#tags.has(id)))) byId.set(id, [{ path: `tag:${name}`, commit, before: [] }]);
    await this.#addStaged(ids, byId);
    const refs = await listRefs(repository);
    const dates = await authoredDates(repository, [...byId.values(), ...named.values()].flatMap((list) => list[0]?.commit ?? []));
    const reach = refsReaching(graph, refs, new Set([...byId.values()].flatMap((list) => list[0]?.commit ?? [])));
    const tips = await refsHolding(repository, refs, rawPaths);
    const provenanceOf = (id: string, occurrences: readonly Occurrence[]): Provenance => {
      const commit = occurrences[0]?.commit ?? '';
      const authored = dates.get(commit);
      return { occurrences, ...(authored !== undefined && { authored }), refs: reach.get(commit) ?? [], tips: tips.get(id) ?? tipsOfMessage(id, refs) };
    };
    return {
      byId: new Map([...ids].map((id) => [id, provenanceOf(id, byId.get(id) ?? [{ path: `blob:${id}`, commit: undefined, before: [] }])])),
      byName: new Map([...named].map(([name, occurrences]) => [name, provenanceOf('', occurrences)])),
    };
  }

  /** All commits, also those that nothing leads to: these come last. */
  async #graph(): Promise<readonly CommitNode[]> {
    const reachable = await listCommits(this.repository, { include: ['--all', '--reflog'], exclude: [] });
    const seen = new Set(reachable.map(({ id }) => id));
    const others = this.#commits.filter((id) => !seen.has(id));
    if (others.length === 0) return reachable;
    const dangling = await listCommits(this.repository, { include: others, exclude: [] });
    return [...reachable, ...dangling.filter(({ id }) => !seen.has(id))];
  }

  #occurrence(commit: string | undefined, path: FilePath, notes: ReadonlySet<string>): Occurrence {
    const subject = commit !== undefined && notes.has(commit) && typeof path === 'string' ? noteSubject(path, this.repository.idLength) : undefined;
    return { path: subject === undefined ? fromFolder(this.repository, path) : `note:${subject}`, commit, before: [] };
  }

  /** What is in the index and in no commit has a path there. */
  async #addStaged(ids: ReadonlySet<string>, byId: Map<string, Occurrence[]>): Promise<void> {
    if (this.repository.isBare || [...ids].every((id) => byId.has(id))) return;
    const output = await outputOf(this.repository, 'read the index', ['ls-files', '--stage', '-z', '--full-name', '--', ':/']);
    for (const record of splitRecords(output)) {
      const [, id = ''] = record.toString('latin1', 0, record.indexOf(0x09)).split(' ');
      if (ids.has(id) && !byId.has(id)) byId.set(id, [{ path: fromFolder(this.repository, pathFromBytes(record.subarray(record.indexOf(0x09) + 1))), commit: undefined, before: [] }]);
    }
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
