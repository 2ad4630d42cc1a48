import type { ObjectInfo } from '../../git/object-kinds.ts';
import type { KnownIds } from '../../git/known-ids.ts';
import type { PackedObjects } from '../../git/packs/packed-objects.ts';
import type { Repository } from '../../git/repository.ts';
import type { FilePath } from '../../paths/file-path.ts';
import type { SourceNotes } from '../source.ts';

/** Objects to be read, and names of files that came with them. */
export interface ListedObjects {
  readonly objects: readonly ObjectInfo[];
  /** Names of files and folders, without the folder they are in; bytes as latin1. */
  readonly names: readonly string[];
  /** Ids of the repository, where it is asked whether what these objects and all after them refer to is there. */
  readonly known?: KnownIds;
  /** Objects of which nothing but the place in a pack is known. Who reads them does so before asking for more, and says how many commits there were. */
  readonly packed?: {
    readonly objects: Pick<PackedObjects, 'portions' | 'giveUp'>;
    /** Ids of the repository, where it is asked whether what objects refer to is there. */
    readonly known: KnownIds | undefined;
    tellCommits(count: number): void;
  };
}

/** A place in history at which an object stands. */
export interface Occurrence {
  /**
   * Path relative to the working directory; `commit:<id>`, `tag:<name>`, `note:<id>` and `blob:<id>` where there is no file.
   */
  readonly path: FilePath;
  /** The commit that brought it; absent for the index and for what no commit holds. */
  readonly commit: string | undefined;
  /**
   * Ids of what stood there before, in each parent. A finding in all of which the value stood already is not new. Empty where nothing did,
   * and where everything counts, new or not.
   */
  readonly before: readonly string[];
}

/** What is known of an object in which something was found. */
export interface Provenance {
  /** In the order of history; the first is reported. */
  readonly occurrences: readonly Occurrence[];
  /** When the first commit was written (ISO 8601). */
  readonly authored?: string;
  /** Refs that still have the object at their tip, and refs that lead to its commit. */
  readonly tips?: readonly string[];
  readonly refs?: readonly string[];
}

/** Something that has to be attributed. */
export interface Suspicions {
  readonly ids: ReadonlySet<string>;
  /** Names of files, as in {@link ListedObjects}. */
  readonly names: ReadonlySet<string>;
}

export interface Attributions {
  readonly byId: ReadonlyMap<string, Provenance>;
  readonly byName: ReadonlyMap<string, Provenance>;
}

/** Yields the objects of a repository that are to be read, each once. Where they stand is asked only of those in which something was found. */
export interface ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  /** Commits that were looked at; known after `objects`. */
  readonly commits: number;
  /** Objects of which an earlier run has said that nothing can be found in them. Known after `objects`. */
  readonly knownClean: number;
  /** @param readsPacks - whether the one who asks can read packs. */
  objects(readsPacks: boolean): AsyncIterable<ListedObjects>;
  /**
   * Finds out what is missing, once all was read that there is.
   *
   * @param isClosed - whether all is there that the objects refer to; false where nobody knows.
   * @throws {GitError} where git cannot tell.
   */
  complete?(isClosed: boolean): Promise<void>;
  /** Where a listed object is said to be, before it is attributed. */
  placeOf(id: string): FilePath;
  /** @throws {GitError} where git cannot tell. */
  attribute(suspicions: Suspicions): Promise<Attributions>;
}
