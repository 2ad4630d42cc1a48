import type { PathTest } from '@submit-guard/core';
import { GitError } from '../../git/git-error.ts';
import type { Introduction } from '../../git/introductions.ts';
import { introductionsOf } from '../../git/introductions.ts';
import { describeObjects } from '../../git/list-objects.ts';
import type { Repository } from '../../git/repository.ts';
import type { CommitNode, CommitSet } from '../../git/revisions.ts';
import { listCommits, shallowCommits } from '../../git/revisions.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, pathKey } from '../../paths/file-path.ts';
import { SourceNotes } from '../source.ts';
import { authoredDates } from './authored-dates.ts';
import { renamesIn } from './earlier-versions.ts';
import { messagesAbout } from './messages.ts';
import type { Attributions, ListedObjects, ObjectSource, Occurrence, Provenance, Suspicions } from './object-source.ts';
import { fromFolder, namesIn } from './place-in-tree.ts';
import { whyMissing } from './why-missing.ts';

/** What is pushed besides commits. */
export interface RangeExtras {
  /** Tags and other objects that no commit of the range leads to, by id, with the place that is reported for them. */
  readonly objects?: ReadonlyMap<string, string>;
}

/**
 * Every file that any commit of a range introduces, also where a later one removes it; the messages of these commits; tags and notes
 * about them.
 */
export class RangeSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  readonly knownClean = 0;
  readonly #set: CommitSet;
  readonly #excludes: PathTest;
  readonly #extras: RangeExtras;
  #commits: readonly CommitNode[] = [];
  readonly #places = new Map<string, FilePath>();
  /** Objects that are no files: the place that is reported and the commit. */
  readonly #messages = new Map<string, Occurrence>();

  constructor(repository: Repository, set: CommitSet, excludes: PathTest, extras: RangeExtras = {}) {
    this.repository = repository;
    this.notes = new SourceNotes(repository.folder);
    this.#set = set;
    this.#excludes = excludes;
    this.#extras = extras;
  }

  get commits(): number {
    return this.#commits.length;
  }

  async *objects(): AsyncGenerator<ListedObjects, void> {
    const { repository, notes } = this;
    this.#commits = await listCommits(repository, this.#set);
    await this.#noteEndOfHistory();
    const listed = this.#commits.map(({ id }) => id);
    for (const [id, path] of this.#extras.objects ?? []) this.#messages.set(id, { path, commit: undefined, before: [] });
    for (const id of listed) this.#messages.set(id, { path: `commit:${id}`, commit: id, before: [] });
    for (const [id, occurrence] of await messagesAbout(repository, new Set(listed))) this.#messages.set(id, occurrence);
    const places = this.#places;
    for (const [id, { path }] of this.#messages) places.set(id, path);
    const names = new Set<string>();
    let failure: GitError | undefined;
    try {
      for await (const introductions of introductionsOf(repository, listed)) {
        for (const introduction of introductions) {
          const path = fromFolder(repository, introduction.path);
          if (this.#isExcluded(path)) continue;
          if (!places.has(introduction.id)) places.set(introduction.id, path);
          if (introduction.before.every((id) => id === undefined)) for (const name of namesIn(introduction.path)) names.add(name);
        }
      }
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      // What is known until here is read before the scan ends with it.
      failure = error;
    }
    if (places.size > 0) for await (const { objects, missing } of describeObjects(repository, places.keys())) {
      for (const id of missing) notes.missRead(this.placeOf(id), whyMissing(repository, id));
      yield { objects, names: [] };
    }
    yield { objects: [], names: [...names] };
    if (failure !== undefined) throw failure;
  }

  placeOf(id: string): FilePath {
    return this.#places.get(id) ?? `blob:${id}`;
  }

  #isExcluded(path: FilePath): boolean {
    return this.#excludes(bytesOfPath(path).toString('utf8'));
  }

  /** Behind the end of a shallow clone, what a commit changes cannot be told: all it has looks new, and what is older is not there. */
  async #noteEndOfHistory(): Promise<void> {
    const ends = await shallowCommits(this.repository);
    for (const { id } of this.#commits) {
      if (ends.has(id)) this.notes.missRead(`commit:${id}`, 'this clone is shallow and ends here, within the range; fetch more of the history (git fetch --unshallow)');
    }
  }

  async attribute({ ids, names }: Suspicions): Promise<Attributions> {
    const { repository } = this;
    const found: Introduction[] = [];
    const named = new Map<string, Introduction>();
    const hasFiles = [...ids].some((id) => !this.#messages.has(id)) || names.size > 0;
    for await (const introductions of hasFiles ? introductionsOf(repository, this.#commits.map(({ id }) => id)) : []) {
      for (const introduction of introductions) {
        if (this.#isExcluded(fromFolder(repository, introduction.path))) continue;
        if (ids.has(introduction.id)) found.push(introduction);
        if (names.size > 0) for (const name of namesIn(introduction.path)) if (names.has(name) && !named.has(name)) named.set(name, introduction);
      }
    }
    const renames = await this.#renamesOf(found);
    const occurrences = new Map<string, Occurrence[]>();
    const add = (id: string, occurrence: Occurrence): void => {
      const known = occurrences.get(id);
      if (known === undefined) occurrences.set(id, [occurrence]);
      else known.push(occurrence);
    };
    for (const id of ids) {
      const message = this.#messages.get(id);
      if (message !== undefined) add(id, message);
    }
    for (const { id, path, commit, before } of found) {
      const earlier = [...before, ...(renames.get(commit ?? '') ?? []).map((byPath) => byPath.get(pathKey(path)))];
      add(id, { path: fromFolder(repository, path), commit, before: [...new Set(earlier.filter((old) => old !== undefined))] });
    }
    const dates = await authoredDates(repository, [...occurrences.values()].flat().flatMap(({ commit }) => commit ?? []));
    const provenanceOf = (list: readonly Occurrence[]): Provenance => {
      const authored = dates.get(list[0]?.commit ?? '');
      return { occurrences: list, ...(authored !== undefined && { authored }) };
    };
    return {
      byId: new Map([...occurrences].map(([id, list]) => [id, provenanceOf(list)])),
      byName: new Map([...named].map(([name, { path, commit }]) => [name, provenanceOf([{ path: fromFolder(repository, path), commit, before: [] }])])),
    };
  }

  /** For commits that add files, by id: what was renamed, seen from each parent. */
  async #renamesOf(found: readonly Introduction[]): Promise<ReadonlyMap<string, readonly ReadonlyMap<string, string>[]>> {
    const adding = new Set(found.filter(({ before }) => before.every((id) => id === undefined)).flatMap(({ commit }) => commit ?? []));
    const renames = new Map<string, readonly ReadonlyMap<string, string>[]>();
    for (const { id, parents } of this.#commits) {
      if (!adding.has(id)) continue;
      renames.set(id, await Promise.all(parents.map((parent) => renamesIn(this.repository, ['diff-tree', parent, id]))));
    }
    return renames;
  }
}
