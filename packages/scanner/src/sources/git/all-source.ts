import type { IdTable } from '../../git/id-table.ts';
import { holdsId, idsIn, sizeOf } from '../../git/id-table.ts';
import { knownIdsOf } from '../../git/known-ids.ts';
import type { ObjectListing } from '../../git/list-objects.ts';
import { describeObjects, findMissing, listIds } from '../../git/list-objects.ts';
import type { Repository } from '../../git/repository.ts';
import { listTips } from '../../git/revisions.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { SourceNotes } from '../source.ts';
import { attributeAll } from './attribute-all.ts';
import type { KnownObjects, News } from './known-objects.ts';
import { newsOf } from './known-objects.ts';
import type { Attributions, ListedObjects, ObjectSource, Suspicions } from './object-source.ts';
import { noteMissing, noteShallow } from './why-missing.ts';

/** So many objects may be read in any order: the deltas between them are not worth reading all that is stored in order. */
const fewObjects = 10_000;

/** Every object that a repository has: of all refs, the stash, reflogs, all work trees, and what nothing leads to any more. */
export class AllSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  readonly #known: KnownObjects | undefined;
  /** Commits that were read. */
  #read = 0;
  #ids: IdTable | undefined;
  #isCorrupt = false;
  #tips: readonly string[] = [];
  #missing: readonly string[] = [];
  #noteMissing: (isClosed: boolean) => Promise<void> = () => Promise.resolve();

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

  async *objects(readsPacks: boolean): AsyncGenerator<ListedObjects, void> {
    const { repository, notes } = this;
    noteShallow(repository, notes);
    for (const [reason, table] of this.#known?.skipped ?? []) for (const id of idsIn(table)) notes.skip(`blob:${id}`, reason);
    const [ids, tips] = await Promise.all([listIds(repository), listTips(repository)]);
    this.#ids = ids;
    const news = newsOf(ids, this.#known);
    let { unknown } = news;
    const isPacked = readsPacks && (unknown === undefined || sizeOf(unknown) > fewObjects);
    // Who reads all objects sees by the way whether anything is missing.
    const asks = isPacked && this.#known === undefined && !repository.isShallow && !repository.isPartial;
    if (asks) this.#noteMissing = (isClosed) => this.#follow(ids, tips, { ...news, isAllThere: isClosed }, isClosed ? tips : []);
    else {
      const followed = this.#follow(ids, tips, news, this.#known?.tips ?? []);
      // Whoever stops reading before the end does not hear of it.
      followed.catch(() => undefined);
      this.#noteMissing = () => followed;
    }
    if (isPacked) {
      const { PackedObjects } = await import('../../git/packs/packed-objects.ts');
      const objects = new PackedObjects(repository, unknown ?? ids);
      yield { objects: [], names: [], packed: { objects, known: asks ? knownIdsOf(ids) : undefined, tellCommits: (count) => (this.#read += count) } };
      unknown = objects.left;
    }
    for await (const { objects, missing } of this.#unread(unknown)) {
      this.#isCorrupt ||= missing.length > 0;
      for (const id of missing) notes.missRead(`blob:${id}`, `object ${id} is corrupt; git fsck says more`);
      for (const { kind } of objects) if (kind === 'commit') this.#read++;
      yield { objects, names: [] };
    }
  }

  async complete(isClosed: boolean): Promise<void> {
    // Nobody knows what a corrupt object refers to.
    await this.#noteMissing(isClosed && !this.#isCorrupt);
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

  /**
   * Follows everything to its end: what is not there cannot be among what is read.
   *
   * @param complete - ids of objects behind which nothing was missing.
   */
  async #follow(ids: IdTable, tips: readonly string[], { isAllThere, isSame }: News, complete: readonly string[]): Promise<void> {
    const { repository, notes } = this;
    const followed = isAllThere ? complete : [];
    const isKnown = new Set(followed);
    const before = (this.#known?.missing ?? []).filter((id) => !holdsId(ids, Buffer.from(id, 'hex')));
    // Where something is missing, all is followed again: what is new may lead to it by another way.
    const missing = isSame && followed.length > 0 && tips.every((id) => isKnown.has(id)) ? before : await findMissing(repository, before.length > 0 ? [] : followed);
    this.#tips = tips;
    this.#missing = missing;
    noteMissing(repository, notes, missing);
  }

  placeOf(id: string): FilePath {
    return `blob:${id}`;
  }

  async attribute(suspicions: Suspicions): Promise<Attributions> {
    // Listed once more: to keep the ids of all commits, in case that something is found, would cost more memory than time.
    const commits = new Set<string>();
    const tags = new Set<string>();
    for await (const { objects } of describeObjects(this.repository)) {
      for (const { id, kind } of objects) if (kind === 'commit') commits.add(id);
      else if (kind === 'tag') tags.add(id);
    }
    return attributeAll(this.repository, suspicions, { commits, tags });
  }
}
