import type { PathTest } from '@submit-guard/core';
import type { ObjectStore } from '../../git/repository.ts';
import { objectStream } from '../../git/object-stream.ts';
import type { ObjectInfo } from '../../git/object-kinds.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { bytesOfPath, pathKey } from '../../paths/file-path.ts';
import { quotePath } from '../../paths/quote-path.ts';
import type { Attributions, Occurrence, Provenance } from '../../sources/git/object-source.ts';
import { mayBeContainer } from '../../containers/signs.ts';
import { headLength } from '../../readers/reader.ts';
import type { Engine, Place } from '../engine.ts';
import { wholeFileLimit } from '../limits.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import { ownPicture } from '../pictures/found-pictures.ts';
import type { PictureDesk } from '../pictures/picture-desk.ts';
import { withPictures } from '../pictures/with-pictures.ts';
import type { RunPolicy } from '../run-policy.ts';
import { scanBytes } from '../scan-bytes.ts';
import { scanStream } from '../scan-stream.ts';
import type { FileVersion } from './earlier-values.ts';
import { newFindings, textOf } from './earlier-values.ts';
import { between, withHistory, wordsOf } from './finding-history.ts';
import { loadObjects } from './load-objects.ts';

export interface ExamineOptions {
  readonly engine: Engine;
  readonly store: ObjectStore;
  /** Reads images, and knows the policy; absent where images are not read. */
  readonly pictures: { readonly desk: PictureDesk; readonly policy: RunPolicy } | undefined;
  /** Tells what the configuration leaves out. */
  readonly excludes: PathTest;
  /** Whether faulty and stale suppressions are reported: those of the next commit can still be mended, those of history cannot. */
  readonly reportsNotes: boolean;
}

/** Reads objects under the paths at which they stand, and makes findings of what is new there. */
export class ObjectExaminer {
  readonly tally = new Tally();
  readonly #options: ExamineOptions;

  constructor(options: ExamineOptions) {
    this.#options = options;
  }

  async examine(suspects: readonly ObjectInfo[], { byId, byName }: Attributions): Promise<void> {
    const { store } = this.#options;
    const short = suspects.filter(({ size }) => size <= wholeFileLimit);
    for await (const { bytes, id } of loadObjects(store, short.map((info) => info.id))) {
      await this.#examineAt(byId.get(id), id, (place) => this.#scanShort(bytes, place), (path) => textOf(bytes, path));
    }
    for (const { id, kind } of suspects.filter(({ size }) => size > wholeFileLimit)) {
      await this.#examineAt(byId.get(id), id, (place) => this.#scanLong(kind, id, place), () => undefined);
    }
    for (const [name, provenance] of byName) {
      const bytes = Buffer.from(name, 'latin1');
      await this.#examineAt(provenance, undefined, async (place) => viaName(await this.#scanShort(bytes, place)), () => undefined);
    }
  }

  /** Takes the findings of an object where they are new: each at the first place in history at which it is. */
  async #examineAt(
    provenance: Provenance | undefined, blob: string | undefined, scan: (place: Place) => Outcome | Promise<Outcome>, textAt: (path: string) => string | undefined,
  ): Promise<void> {
    const occurrences = (provenance?.occurrences ?? []).filter(({ path }) => !this.#options.excludes(nameOf(path)));
    const taken = new Set<string>();
    const seen = new Set<string>();
    let isFirst = true;
    for (const occurrence of occurrences) {
      // The same file again, with the same past: a branch that was picked, a merge of it.
      const key = `${pathKey(occurrence.path)}\0${occurrence.before.join()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const words = wordsOf(occurrence, occurrences, provenance);
      const outcome = await scan({ path: words.join(between), name: nameOf(occurrence.path) });
      const earlier = outcome.findings.length === 0 ? [] : await this.#versionsOf(occurrence, nameOf(occurrence.path));
      for (const finding of newFindings(outcome.findings, textAt(nameOf(occurrence.path)), earlier)) {
        // In an archive, the same place in another member is another one.
        const member = (finding.path.split(between)[0] ?? '').replace(quotePath(occurrence.path), '');
        const identity = `${finding.ruleId}:${finding.line}:${finding.column}:${member}`;
        if (taken.has(identity)) continue;
        taken.add(identity);
        this.tally.findings.push(withHistory(finding, occurrence, occurrences, provenance, blob));
      }
      if (isFirst) this.#addRest(outcome);
      isFirst = false;
      // Where nothing stood before, everything is new; other places have no more to say.
      if (occurrence.before.length === 0) break;
    }
  }

  #addRest({ suppressed, notes, unread, unparsed, faults }: Outcome): void {
    const first = (words: string): string => words.split(between)[0] ?? '';
    const { tally } = this;
    tally.suppressed += suppressed;
    if (this.#options.reportsNotes) for (const note of notes) tally.notes.push({ ...note, path: first(note.path) });
    for (const note of unread) tally.unread.push({ ...note, path: first(note.path) });
    for (const program of unparsed) tally.unparsed.push({ ...program, path: first(program.path) });
    for (const fault of faults) tally.faults.push({ ...fault, path: first(fault.path) });
  }

  async #scanShort(bytes: Buffer, place: Place, covers = true): Promise<Outcome> {
    return this.#withPictures(await this.#scanBytes(bytes, place), covers);
  }

  async #withPictures(outcome: Outcome, covers: boolean): Promise<Outcome> {
    const { engine, pictures } = this.#options;
    return withPictures(outcome, pictures && await pictures.desk.readShelved({ engine, policy: pictures.policy }, outcome.pictures, { covers }));
  }

  async #scanBytes(bytes: Buffer, place: Place): Promise<Outcome> {
    const { engine } = this.#options;
    const head = bytes.subarray(0, headLength);
    const tally = new Tally();
    try {
      if (engine.containers !== undefined && mayBeContainer(head, place.name)) {
        const { scanContainerStream } = await import('../containers/scan-container-stream.ts');
        const outcome = await scanContainerStream(engine, engine.containers, { place, head, bytes });
        if (outcome !== undefined) return outcome;
      }
      tally.addBlob(place.path, bytes.length, { ...scanBytes(engine, bytes, place), ...ownPicture(engine.shelf, place, bytes, 'files') });
    } catch (error) {
      tally.addFailure(place.path, error);
    }
    return tally;
  }

  async #scanLong(kind: string, id: string, place: Place): Promise<Outcome> {
    return this.#withPictures(await scanStream(this.#options.engine, objectStream(this.#options.store, kind, id), place, () => undefined), true);
  }

  async #versionsOf({ before }: Occurrence, path: string): Promise<readonly FileVersion[]> {
    const versions: FileVersion[] = [];
    for await (const { bytes } of loadObjects(this.#options.store, before)) {
      const place = { path, name: path };
      const { findings } = await this.#scanShort(bytes, place, false);
      versions.push({ text: bytes.length > wholeFileLimit ? undefined : textOf(bytes, path), findings });
    }
    return versions;
  }
}

function nameOf(path: FilePath): string {
  return typeof path === 'string' ? path : bytesOfPath(path).toString('utf8');
}

/** Says that the key is the name of a file and stands in none. */
function viaName(outcome: Outcome): Outcome {
  return { ...outcome, findings: outcome.findings.map((finding) => ({ ...finding, via: ['file name', ...(finding.via ?? [])] })) };
}
