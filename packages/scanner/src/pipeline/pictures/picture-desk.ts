import type { CleanPictures } from '../../caches/clean-pictures.ts';
import type { ImageReader, Reading } from '../../pictures/image-reader.ts';
import type { Engine } from '../engine.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import { policyKey } from '../policy-key.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { FoundPicture, PictureCount } from './found-pictures.ts';
import type { Picture } from './picture.ts';
import { shelvedPictures } from './picture.ts';
import type { PictureShelf } from './picture-shelf.ts';
import { openShelf } from './picture-shelf.ts';

/** How images are read. */
export interface PictureOptions {
  /** Whether there may be a reader: where none is installed, nothing is looked for in archives and documents. */
  readonly isInstalled: boolean;
  /** Opens a reader that reads so many images at the same time; `undefined` where none is installed. It is closed at the end. */
  readonly open: (lanes: number) => Promise<ImageReader | undefined>;
  /** Takes copies of the images that hold keys, in which the keys are covered; paths are relative to `cwd`. */
  readonly onCovered?: ((path: string, png: Uint8Array) => void) | undefined;
}

export interface DeskOptions extends PictureOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Threads that read at the most. */
  readonly jobs: number;
}

/** By what keys are found in what was read. */
export interface PictureJudge {
  readonly engine: Engine;
  readonly policy: RunPolicy;
}

export interface PictureTask {
  /** Told how many images have been looked at. */
  readonly onRead?: ((read: number) => void) | undefined;
  /** Whether copies are made of images that hold keys. */
  readonly covers: boolean;
}

export interface PicturesOutcome {
  readonly outcome: Outcome;
  /** What the images count as about which the outcome says all there is to say, by their paths as they are reported. */
  readonly settled: ReadonlyMap<string, PictureCount>;
}

/** What a desk needs where there are images. */
interface OpenDesk {
  readonly cache: CleanPictures;
  readonly scanReading: typeof import('./scan-picture.ts').scanReading;
}

/** Reads the images of a run in the threads of an installed reader. All that this takes is loaded where there are some. */
export class PictureDesk {
  /** Takes images that are met inside of something; absent where nobody could read them. */
  readonly shelf: PictureShelf | undefined;
  readonly #options: DeskOptions;
  readonly #closeShelf: () => void;
  #reader: Promise<ImageReader | undefined> | undefined;
  #opening: Promise<OpenDesk> | undefined;
  /** Readings that go on, and those in which something was found, by the hash of the image: one that is met again is not read again. */
  readonly #readings = new Map<string, Promise<Reading>>();

  constructor(options: DeskOptions) {
    this.#options = options;
    const open = options.isInstalled ? openShelf() : undefined;
    this.shelf = open?.shelf;
    this.#closeShelf = open?.close ?? ((): void => undefined);
  }

  /** Reads images, as many at a time as the reader has threads. @returns `undefined` where there is no reader. */
  async read({ engine, policy }: PictureJudge, pictures: Iterable<Picture>, { onRead, covers }: PictureTask): Promise<PicturesOutcome | undefined> {
    const queue = pictures[Symbol.iterator]();
    const first = queue.next();
    const reader = first.done === true ? undefined : await this.#openReader();
    if (first.done === true || reader === undefined) return undefined;
    const desk = await (this.#opening ??= this.#open(reader, policy));
    const tally = new Tally();
    const settled = new Map<string, PictureCount>();
    let read = 0;
    const work = async (start: Picture | undefined): Promise<void> => {
      for (let picture = start ?? nextOf(queue); picture !== undefined; picture = nextOf(queue)) {
        const { path } = picture.place;
        settled.set(path, picture.counts);
        try {
          await this.#readOne(engine, picture, tally, { ...desk, reader, covers });
        } catch (error) {
          tally.addFailure(path, error);
        }
        onRead?.(++read);
      }
    };
    await Promise.all([work(first.value), ...Array.from({ length: reader.lanes - 1 }, () => work(undefined))]);
    desk.cache.save();
    return { outcome: tally, settled };
  }

  /** Reads images that stand on the shelf, and clears it. @returns `undefined` where there are none, and where there is no reader. */
  async readShelved(judge: PictureJudge, found: readonly FoundPicture[], task: PictureTask): Promise<PicturesOutcome | undefined> {
    if (this.shelf === undefined || found.length === 0) return undefined;
    try {
      return await this.read(judge, shelvedPictures(this.shelf, found), task);
    } finally {
      this.shelf.clear();
    }
  }

  /** Stands for what reads images; '' where nothing does. */
  async version(): Promise<string> {
    return (await this.#openReader())?.version ?? '';
  }

  async close(): Promise<void> {
    this.#closeShelf();
    await (await this.#reader)?.close();
  }

  #openReader(): Promise<ImageReader | undefined> {
    return (this.#reader ??= this.#options.open(this.#options.jobs));
  }

  async #open({ version }: ImageReader, policy: RunPolicy): Promise<OpenDesk> {
    const [{ CleanPictures }, { scanReading }] = await Promise.all([import('../../caches/clean-pictures.ts'), import('./scan-picture.ts')]);
    return { cache: new CleanPictures(this.#options.environment, policy.root, policyKey(policy, `${import.meta.url} ${version}`)), scanReading };
  }

  async #readOne(engine: Engine, { place, via, counts, load }: Picture, tally: Tally, desk: OpenDesk & { readonly reader: ImageReader; readonly covers: boolean }): Promise<void> {
    const { reader, cache, scanReading, covers } = desk;
    const bytes = load();
    if ('unread' in bytes) {
      tally.unread.push({ path: place.path, reason: bytes.unread });
      return;
    }
    const id = cache.idOf(bytes);
    const note = (reason: string): void => {
      if (reason !== '') tally.skipped.push({ path: place.path, reason });
      else if (counts !== 'nothing') tally[counts]++;
    };
    const known = cache.about(id);
    if (known !== undefined) {
      note(known);
      return;
    }
    const going = this.#readings.get(id) ?? reader.read(bytes);
    this.#readings.set(id, going);
    const reading = await going;
    if (reading.kind === 'unread') {
      this.#readings.delete(id);
      tally.unread.push({ path: place.path, reason: reading.reason });
      return;
    }
    const outcome = scanReading(engine, reading, place);
    tally.findings.push(...outcome.findings.map((finding) => ({ ...finding, via: [...via, ...finding.via ?? []] })));
    note(reasonOf(reading));
    if (outcome.isClean) {
      this.#readings.delete(id);
      if (reading.kind !== 'read' || reading.unread === undefined) cache.add(id, reasonOf(reading));
    }
    // The path of a finding is masked: a file may be named after the key that it shows. What is masked with it stands behind it.
    const [shown] = outcome.findings.filter(({ box }) => box !== undefined);
    if (reading.kind === 'read' && reading.unread !== undefined) tally.unread.push({ path: place.path, reason: reading.unread });
    const { onCovered } = this.#options;
    if (!covers || onCovered === undefined || shown === undefined) return;
    const path = shown.path.split('\0', 1)[0] ?? '';
    const isDocument = reading.kind === 'read' && reading.pages.some(({ number }) => number !== undefined);
    for (const [page, boxes] of outcome.boxes) onCovered(isDocument ? `${path}!page-${page}` : path, await reader.cover(bytes, boxes, page));
  }
}

function nextOf(queue: Iterator<Picture, unknown>): Picture | undefined {
  const next = queue.next();
  return next.done === true ? undefined : next.value;
}

/** Why an image was passed over, as a whole or in part; '' where all of it was read. */
function reasonOf(reading: Exclude<Reading, { kind: 'unread' }>): string {
  return reading.kind === 'passed over' ? reading.reason : reading.omission ?? '';
}
