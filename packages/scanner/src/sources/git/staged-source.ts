import type { PathTest } from '@submit-guard/core';
import type { Introduction } from '../../git/introductions.ts';
import { introductionsOfIndex } from '../../git/introductions.ts';
import { describeObjects } from '../../git/list-objects.ts';
import type { Repository } from '../../git/repository.ts';
import { emptyTree, idOf } from '../../git/revisions.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, pathKey } from '../../paths/file-path.ts';
import { SourceNotes } from '../source.ts';
import { idsInTree, mergeHeads, renamesIn } from './earlier-versions.ts';
import type { Attributions, ListedObjects, ObjectSource, Occurrence, Provenance, Suspicions } from './object-source.ts';
import { fromFolder, namesIn } from './place-in-tree.ts';
import { whyMissing } from './why-missing.ts';

/** What the next commit adds: the files of the index that `HEAD` does not have like this. The files on disk do not matter. */
export class StagedSource implements ObjectSource {
  readonly repository: Repository;
  readonly notes: SourceNotes;
  readonly commits = 0;
  readonly knownClean = 0;
  readonly #excludes: PathTest;
  #base = '';
  readonly #introductions: Introduction[] = [];
  readonly #places = new Map<string, FilePath>();

  constructor(repository: Repository, excludes: PathTest) {
    this.repository = repository;
    this.notes = new SourceNotes(repository.folder);
    this.#excludes = excludes;
  }

  async *objects(): AsyncGenerator<ListedObjects, void> {
    const { repository, notes } = this;
    this.#base = await idOf(repository, 'HEAD', 'commit') ?? await emptyTree(repository);
    const places = this.#places;
    const names = new Set<string>();
    for await (const introductions of introductionsOfIndex(repository, this.#base)) {
      for (const introduction of introductions) {
        const path = fromFolder(repository, introduction.path);
        if (this.#excludes(bytesOfPath(path).toString('utf8'))) {
          notes.skip(path, 'excluded by the configuration');
          continue;
        }
        this.#introductions.push(introduction);
        if (!places.has(introduction.id)) places.set(introduction.id, path);
        if (introduction.before.every((id) => id === undefined)) for (const name of namesIn(introduction.path)) names.add(name);
      }
    }
    if (places.size === 0) return;
    for await (const { objects, missing } of describeObjects(repository, places.keys())) {
      for (const id of missing) notes.missRead(this.placeOf(id), whyMissing(repository, id));
      yield { objects, names: [] };
    }
    yield { objects: [], names: [...names] };
  }

  placeOf(id: string): FilePath {
    return this.#places.get(id) ?? `blob:${id}`;
  }

  async attribute({ ids, names }: Suspicions): Promise<Attributions> {
    const found = this.#introductions.filter(({ id }) => ids.has(id));
    const added = found.filter(({ before }) => before.every((id) => id === undefined));
    const renames = added.length === 0 ? undefined : await renamesIn(this.repository, ['diff-index', '--cached', this.#base, '--']);
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
