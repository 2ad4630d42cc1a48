import type { PathTest } from '@submit-guard/core';
import type { Introduction } from '../../git/introductions.ts';
import { introductionsOfIndex } from '../../git/introductions.ts';
import type { ObjectListing } from '../../git/list-objects.ts';
import { describeObjects } from '../../git/list-objects.ts';
import type { ObjectStore, Repository } from '../../git/repository.ts';
import { emptyTree, idOf } from '../../git/revisions.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, pathKey } from '../../paths/file-path.ts';
import { SourceNotes } from '../source.ts';
import { idsInTree, mergeHeads, renamesIn } from './earlier-versions.ts';
import type { Attributions, ListedObjects, ObjectSource, Occurrence, Provenance, Suspicions } from './object-source.ts';
import { fromFolder, namesIn } from './place-in-tree.ts';
import { whyMissing } from './why-missing.ts';

/** What the index has and `HEAD` does not, and what git says of these objects. */
export interface StagedListing {
  /** What the index was compared with: `HEAD`, or the empty tree. */
  readonly base: string;
  readonly introductions: readonly Introduction[];
  readonly objects: readonly ObjectListing[];
}

/**
 * Lists what is staged. A hook should not wait: this needs to know nothing of the policy, and can run while that is being loaded.
 *
 * @throws {GitError} where git cannot compare the index.
 */
export async function listStaged(repository: ObjectStore): Promise<StagedListing> {
  let base = 'HEAD';
  const list = async (): Promise<readonly Introduction[]> => {
    const found: Introduction[] = [];
    for await (const introductions of introductionsOfIndex(repository, base)) found.push(...introductions);
    return found;
  };
  const introductions = await list().catch(async (error: unknown) => {
    if (await idOf(repository, 'HEAD', 'commit') !== undefined) throw error;
    // Before the first commit.
    base = await emptyTree(repository);
    return list();
  });
  const objects: ObjectListing[] = [];
  const ids = new Set(introductions.map(({ id }) => id));
  if (ids.size > 0) for await (const listing of describeObjects(repository, ids)) objects.push(listing);
  return { base, introductions, objects };
}

/** What the next commit adds: the files of the index that `HEAD` does not have like this. The files on disk do not matter. */
export class StagedSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  readonly commits = 0;
  readonly knownClean = 0;
  readonly #excludes: PathTest;
  readonly #listing: Promise<StagedListing>;
  #introductions: readonly Introduction[] = [];
  readonly #places = new Map<string, FilePath>();

  constructor(repository: Repository, excludes: PathTest, listing: Promise<StagedListing>) {
    this.repository = repository;
    this.notes = new SourceNotes(repository.folder);
    this.#excludes = excludes;
    this.#listing = listing;
  }

  async *objects(): AsyncGenerator<ListedObjects, void> {
    const { repository, notes } = this;
    const { introductions, objects } = await this.#listing;
    const names = new Set<string>();
    this.#introductions = introductions.filter((introduction) => {
      const path = fromFolder(repository, introduction.path);
      if (this.#excludes(bytesOfPath(path).toString('utf8'))) {
        notes.skip(path, 'excluded by the configuration');
        return false;
      }
      if (!this.#places.has(introduction.id)) this.#places.set(introduction.id, path);
      if (introduction.before.every((id) => id === undefined)) for (const name of namesIn(introduction.path)) names.add(name);
      return true;
    });
    for (const listing of objects) {
      for (const id of listing.missing) if (this.#places.has(id)) notes.missRead(this.placeOf(id), whyMissing(repository, id));
      yield { objects: listing.objects.filter(({ id }) => this.#places.has(id)), names: [] };
    }
    yield { objects: [], names: [...names] };
  }

  placeOf(id: string): FilePath {
    return this.#places.get(id) ?? `blob:${id}`;
  }

  async attribute({ ids, names }: Suspicions): Promise<Attributions> {
    const { base } = await this.#listing;
    const found = this.#introductions.filter(({ id }) => ids.has(id));
    const added = found.filter(({ before }) => before.every((id) => id === undefined));
    const renames = added.length === 0 ? undefined : await renamesIn(this.repository, ['diff-index', '--cached', base, '--']);
    const merged = await Promise.all(mergeHeads(this.repository).map((commit) => idsInTree(this.repository, commit, found.map(({ path }) => path))));
    const occurrenceOf = (introduction: Introduction): Occurrence => {
      const { path, before } = introduction;
      const earlier = [...before, renames?.get(pathKey(path)), ...merged.map((version) => version.get(pathKey(path)))];
      return { path: fromFolder(this.repository, path), commit: undefined, before: [...new Set(earlier.filter((id) => id !== undefined))] };
    };
    const byId = new Map<string, Provenance>();
    for (const introduction of found) {
      const known = byId.get(introduction.id)?.occurrences ?? [];
      byId.set(introduction.id, { occurrences: [...known, occurrenceOf(introduction)] });
    }
    const byName = new Map<string, Provenance>();
    for (const introduction of this.#introductions) {
      for (const name of namesIn(introduction.path)) if (names.has(name) && !byName.has(name)) byName.set(name, { occurrences: [{ ...occurrenceOf(introduction), before: [] }] });
    }
    return { byId, byName };
  }
}
