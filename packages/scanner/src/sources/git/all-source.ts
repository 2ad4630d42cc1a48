import type { Introduction } from '../../git/introductions.ts';
import { introductionsOf } from '../../git/introductions.ts';
import type { ObjectListing } from '../../git/list-objects.ts';
import { describeObjects, findMissing, listIds } from '../../git/list-objects.ts';
import type { IdTable } from '../../git/id-table.ts';
import { digestOf, holdsId, idsIn, sizeOf, tableOf, without } from '../../git/id-table.ts';
import type { Repository } from '../../git/repository.ts';
import { outputOf } from '../../git/repository.ts';
import type { CommitNode, Ref } from '../../git/revisions.ts';
import { listCommits, listRefs, listTips } from '../../git/revisions.ts';
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
import { whyMissing } from './why-missing.ts';

/** What an earlier run has found out about the objects of a repository. */
export interface KnownObjects {
  /** Objects in which nothing can be found. */
  readonly clean: IdTable;
  /** Objects that nobody could look into, by reason. */
  readonly skipped: ReadonlyMap<string, IdTable>;
  /** Digest of all objects that there were, and the ids of those that are in none of these tables. */
  readonly listing: string;
  readonly doubtful: readonly string[];
  /** Commits among them. */
  readonly commits: number;
  /** What refs named when all that they lead to was followed, and what was missing of that. */
  readonly tips: readonly string[];
  readonly missing: readonly string[];
}

/** So many objects may be read in any order: the deltas between them are not worth reading all that is stored in order. */
const fewObjects = 10_000;

/** Every object that a repository has: of all refs, the stash, reflogs, all work trees, and what nothing leads to any more. */
export class AllSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  readonly #known: KnownObjects | undefined;
  /** Ids of the commits and annotated tags that were listed. */
  readonly #commits = new Set<string>();
  readonly #tags = new Set<string>();
  /** Commits that were read. */
  #read = 0;
  #ids: IdTable | undefined;
  #tips: readonly string[] = [];
  #missing: readonly string[] = [];

  /** @param known - what is known of earlier runs. */
  constructor(repository: Repository, known?: KnownObjects) {
    this.repository = repository;
    this.notes = new SourceNotes(repository.folder);
    this.#known = known;
  }

  get commits(): number {
    return this.#read + (this.#known?.commits ?? 0);
  }

  get knownClean(): number {
    return this.#known === undefined ? 0 : sizeOf(this.#known.clean);
  }

  /** Every object, as a table; known after `objects`. */
  get ids(): IdTable | undefined {
    return this.#ids;
  }

  /** What refs name, and what is missing of all that they lead to; known after `objects`. */
  get followed(): Pick<KnownObjects, 'tips' | 'missing'> {
    return { tips: this.#tips, missing: this.#missing };
  }

  async *objects(): AsyncGenerator<ListedObjects, void> {
    const { repository, notes } = this;
    if (repository.isShallow) notes.skip('.', 'this clone is shallow: history that is older than what was fetched is not here');
    for (const [reason, table] of this.#known?.skipped ?? []) for (const id of idsIn(table)) notes.skip(`blob:${id}`, reason);
    const [ids, tips] = await Promise.all([listIds(repository), listTips(repository)]);
    this.#ids = ids;
    const news = newsOf(ids, this.#known);
    const isComplete = this.#noteMissing(ids, tips, news);
    // Whoever stops reading before the end does not hear of it.
    isComplete.catch(() => undefined);
    for await (const { objects, missing } of this.#unread(news.unknown)) {
      for (const id of missing) notes.missRead(`blob:${id}`, `object ${id} is corrupt; git fsck says more`);
      for (const { id, kind } of objects) {
        if (kind === 'commit') {
          this.#commits.add(id);
          this.#read++;
        } else if (kind === 'tag') this.#tags.add(id);
      }
      yield { objects, names: [] };
    }
    await isComplete;
  }

  /** Lists the objects that are not known: in the order in which they are stored, where they are many. */
  async *#unread(unknown: IdTable | undefined): AsyncGenerator<ObjectListing, void> {
    if (unknown === undefined) return yield* describeObjects(this.repository);
    if (sizeOf(unknown) === 0) return;
    if (sizeOf(unknown) <= fewObjects) return yield* describeObjects(this.repository, idsIn(unknown));
    for await (const { objects, missing } of describeObjects(this.repository)) {
      yield { objects: objects.filter(({ id }) => holdsId(unknown, Buffer.from(id, 'hex'))), missing };
    }
  }

  /** Follows everything to its end while the objects are read: what is not there cannot be among them. */
  async #noteMissing(ids: IdTable, tips: readonly string[], { isAllThere, isSame }: News): Promise<void> {
    const { repository, notes } = this;
    const followed = isAllThere ? this.#known?.tips ?? [] : [];
    const isKnown = new Set(followed);
    const before = (this.#known?.missing ?? []).filter((id) => !holdsId(ids, Buffer.from(id, 'hex')));
    // Where something is missing, all is followed again: what is new may lead to it by another way.
    const missing = isSame && followed.length > 0 && tips.every((id) => isKnown.has(id)) ? before : await findMissing(repository, before.length > 0 ? [] : followed);
    this.#tips = tips;
    this.#missing = missing;
    if (missing.length === 0) return;
    if (repository.isPartial) notes.missRead('.', `this clone is partial: ${missing.length} of its objects are not here, and nothing is fetched during a scan`);
    else for (const id of missing) notes.missRead(`blob:${id}`, whyMissing(repository, id));
  }

  placeOf(id: string): FilePath {
    return this.#tags.has(id) ? `tag:${id}` : this.#commits.has(id) ? `commit:${id}` : `blob:${id}`;
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
    const listed = this.#commits;
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
    if (this.#known !== undefined) for await (const { objects } of describeObjects(this.repository)) for (const { id, kind } of objects) if (kind === 'commit') this.#commits.add(id);
    const others = [...this.#commits].filter((id) => !seen.has(id));
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

/** What a repository has, compared with what is known. */
interface News {
  /** Objects that are to be read; absent where these are all. */
  readonly unknown: IdTable | undefined;
  /** Whether nothing has vanished that was known. */
  readonly isAllThere: boolean;
  /** Whether there are just the objects that there were. */
  readonly isSame: boolean;
}

function newsOf(ids: IdTable, known: KnownObjects | undefined): News {
  if (known === undefined) return { unknown: undefined, isAllThere: false, isSame: false };
  if (digestOf(ids) === known.listing) return { unknown: tableOf(known.doubtful, ids.idBytes), isAllThere: true, isSame: true };
  const tables = [known.clean, ...known.skipped.values()];
  return { unknown: without(ids, tables), isAllThere: tables.every((table) => sizeOf(without(table, [ids])) === 0), isSame: false };
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
