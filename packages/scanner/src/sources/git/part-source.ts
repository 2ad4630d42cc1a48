import type { IdTable } from '../../git/id-table.ts';
import { idsIn, sizeOf, without } from '../../git/id-table.ts';
import type { KnownIds } from '../../git/known-ids.ts';
import { describeObjects } from '../../git/list-objects.ts';
import type { PackCut } from '../../git/packs/pack-cut.ts';
import type { PackPortion } from '../../git/packs/pack-portion.ts';
import type { Repository } from '../../git/repository.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { SourceNotes } from '../source.ts';
import type { Attributions, ListedObjects, ObjectSource } from './object-source.ts';

/** What of a repository is read, and by whom it is known already. */
export interface PartOptions {
  /** What is read from packs; absent where everything is read through git. */
  readonly packed: { readonly cut: PackCut; readonly portions: readonly PackPortion[]; readonly ids: IdTable } | undefined;
  /** Ids of further objects, which are read through git. */
  readonly others: IdTable;
  /** Ids of objects that need not be read. */
  readonly clean: IdTable;
  /** Ids of objects that refer to nothing but each other. */
  readonly closed: IdTable;
  /** Ids of the whole repository; asked for where anything is read. */
  readonly known: () => KnownIds;
}

/** Some of the objects of a repository; whoever reads all parts reads all of it. */
export class PartSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  commits = 0;
  knownClean = 0;
  /** Whether everything is in the repository that the objects of this part refer to; known in the end. */
  isClosed = false;
  readonly #options: PartOptions;
  #isCorrupt = false;
  #isAllSeen = true;

  constructor(repository: Repository, options: PartOptions) {
    this.repository = repository;
    this.notes = new SourceNotes(repository.folder);
    this.#options = options;
  }

  async *objects(readsPacks: boolean): AsyncGenerator<ListedObjects, void> {
    const { packed, others, clean, closed, known } = this.#options;
    this.knownClean = sizeOf(clean);
    // What is not read and in no repository that was whole may refer to anything.
    this.#isAllSeen = sizeOf(without(clean, [closed])) === 0;
    if (packed !== undefined) {
      const unknown = without(packed.ids, [clean]);
      let left: Iterable<string> = idsIn(unknown);
      if (readsPacks && sizeOf(unknown) > 0) {
        const objects = packed.cut.select(packed.portions, clean);
        yield { objects: [], names: [], packed: { objects, known: known(), tellCommits: (count) => (this.commits += count) } };
        ({ left } = objects);
      }
      yield* this.#listed(left);
    }
    yield* this.#listed(idsIn(without(others, [clean])));
  }

  async *#listed(ids: Iterable<string>): AsyncGenerator<ListedObjects, void> {
    const wanted = [...ids];
    if (wanted.length === 0) return;
    for await (const { objects, missing } of describeObjects(this.repository, wanted)) {
      this.#isCorrupt ||= missing.length > 0;
      for (const id of missing) this.notes.missRead(`blob:${id}`, `object ${id} is corrupt; git fsck says more`);
      for (const { kind } of objects) if (kind === 'commit') this.commits++;
      yield { objects, names: [], known: this.#options.known() };
    }
  }

  async complete(isClosed: boolean): Promise<void> {
    this.isClosed = isClosed && !this.#isCorrupt && this.#isAllSeen;
  }

  placeOf(id: string): FilePath {
    return `blob:${id}`;
  }

  /** Where objects stand is asked once for all parts. */
  async attribute(): Promise<Attributions> {
    return { byId: new Map(), byName: new Map() };
  }
}

/** The ids of a table that fall into one of so many ranges of equal width. */
export function idRange({ ids, idBytes }: IdTable, number: number, count: number): IdTable {
  const place = (range: number): number => {
    const head = Math.min(0x10000, Math.ceil((range * 0x10000) / count));
    let at = 0;
    while (at < ids.length && ids.readUInt16BE(at) < head) at += idBytes;
    return at;
  };
  return { ids: ids.subarray(place(number), place(number + 1)), idBytes };
}
