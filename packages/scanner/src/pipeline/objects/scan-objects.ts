import { GitError } from '../../git/git-error.ts';
import type { KnownIds } from '../../git/known-ids.ts';
import type { ObjectInfo } from '../../git/object-kinds.ts';
import { objectStream } from '../../git/object-stream.ts';
import { quotePath } from '../../paths/quote-path.ts';
import type { ListedObjects, ObjectSource } from '../../sources/git/object-source.ts';
import type { Engine } from '../engine.ts';
import { wholeFileLimit } from '../limits.ts';
import { Tally } from '../outcome.ts';
import type { FoundPicture } from '../pictures/found-pictures.ts';
import type { PictureDesk, PicturesOutcome } from '../pictures/picture-desk.ts';
import { withPictures } from '../pictures/with-pictures.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { OnProgress } from '../scan-source.ts';
import { scanStream } from '../scan-stream.ts';
import type { ObjectLane } from './object-lanes.ts';
import { ObjectLanes } from './object-lanes.ts';
import type { ObjectNote, SiftResult } from './sift.ts';
import { packWorkOf } from './packs/pack-work.ts';
import { holdsSomething, siftContainers } from './sift-containers.ts';
import { siftPictures } from './sift-pictures.ts';
import { ObjectSifter } from './sift-objects.ts';
import { suspicionOf, suspiciousEngine } from './suspicion.ts';
import { lost, unreadAll } from './unread-objects.ts';

/** What a look at all objects of a source comes to. */
export interface ObjectsOutcome {
  readonly suspects: readonly ObjectInfo[];
  /** Names of files that may be or hold a key; as latin1. */
  readonly names: ReadonlySet<string>;
  /** Ids of trees with such names. */
  readonly trees: readonly string[];
  readonly skipped: readonly ObjectNote[];
  /** Ids of objects that could not be read; `unknown` where git complained of more than these. */
  readonly unread: readonly string[] | 'unknown';
  /** Objects read. */
  readonly objects: number;
  /** What was skipped and not read, bytes, and faults. */
  readonly tally: Tally;
}

export interface SiftOptions {
  readonly engine: Engine;
  readonly onProgress: OnProgress;
  /** Whether suppression comments are a reason to look closer. */
  readonly mindsComments: boolean;
  /** Reads images, and knows the policy; absent where images are not read. */
  readonly pictures: { readonly desk: PictureDesk; readonly policy: RunPolicy } | undefined;
  /** Starts further threads, where there is enough for them to do. */
  readonly startLanes: () => Promise<readonly ObjectLane[]>;
}

/** Bytes of objects that git writes at once: so many that starting git does not count, and few enough to stay in memory. */
const batchBytes = 201_326_592;
/** Objects of a batch, whatever their size: the commits of a long history are short. */
const batchObjects = 98_304;

/** Portions of packs that this thread scans in less time than it takes others to start. */
const fewPortions = 3;
/** Batches that this thread scans in less time than it takes others to start. */
const fewBatches = 2;

/** Looks through all objects of a source for those in which something may stand. */
export async function siftSource(source: ObjectSource, { engine, onProgress, mindsComments, pictures, startLanes }: SiftOptions): Promise<ObjectsOutcome> {
  const tally = new Tally();
  const suspects: ObjectInfo[] = [];
  const names = new Set<string>();
  const trees: string[] = [];
  const containers: ObjectInfo[] = [];
  const withImages: ObjectInfo[] = [];
  const judge = pictures && { engine: suspiciousEngine(engine), policy: pictures.policy };
  const readPictures = pictures && judge && ((found: readonly FoundPicture[]): Promise<PicturesOutcome | undefined> => pictures.desk.readShelved(judge, found, { covers: false }));
  const skipped: ObjectNote[] = [];
  const unread: string[] = [];
  /** Whether git complained of more than objects, and whether all is there that the objects refer to. */
  const state = { isUnknown: false, isClosed: true };
  let objects = 0;
  const placeOf = (id: string): string => (id === '' ? '.' : quotePath(source.placeOf(id)));
  const takeResult = (result: SiftResult): void => {
    suspects.push(...result.suspects);
    trees.push(...result.trees);
    containers.push(...result.containers);
    withImages.push(...result.pictures);
    for (const name of result.names) names.add(name);
    for (const note of result.skipped) {
      skipped.push(note);
      tally.skipped.push({ path: placeOf(note.id), reason: note.reason });
    }
    for (const { id, reason } of result.unread) {
      if (id === '') state.isUnknown = true;
      else unread.push(id);
      tally.unread.push({ path: placeOf(id), reason });
    }
    objects += result.objects;
    state.isClosed &&= result.isClosed;
    tally.bytes += result.bytes;
    onProgress({ files: objects, bytes: tally.bytes });
  };
  const lanes = new ObjectLanes(new ObjectSifter(engine, source.repository, mindsComments), takeResult);
  const takeLong = async ({ id, kind, size }: ObjectInfo): Promise<void> => {
    const place = { path: placeOf(id), name: placeOf(id) };
    const scanned = await scanStream(suspiciousEngine(engine), objectStream(source.repository, kind, id), place, () => undefined);
    const outcome = withPictures(scanned, await readPictures?.(scanned.pictures));
    tally.members += outcome.members;
    if (holdsSomething(outcome, mindsComments)) suspects.push({ id, kind, size });
    else for (const note of outcome.skipped) {
      skipped.push({ id, reason: note.reason });
      tally.skipped.push(note);
    }
    if (kind !== 'blob') state.isClosed = false;
    if (outcome.unread.length > 0) unread.push(id);
    for (const note of outcome.unread) tally.unread.push(note);
    for (const fault of outcome.faults) tally.faults.push(fault);
    if (outcome.unread.length === 0) objects++;
    tally.bytes += outcome.bytes;
  };
  const takeContainers = async (): Promise<void> => {
    const sifted = await siftContainers(containers, { engine, store: source.repository, mindsComments, readPictures, placeOf });
    suspects.push(...sifted.suspects);
    skipped.push(...sifted.skipped);
    unread.push(...sifted.unread);
    tally.add(sifted.tally);
  };
  const takePictures = async (): Promise<void> => {
    if (pictures === undefined || judge === undefined) return;
    const onRead = (read: number, all: number): void => onProgress({ files: objects, bytes: tally.bytes, pictures: { read, all } });
    const sifted = await siftPictures(withImages, { desk: pictures.desk, judge, store: source.repository, onProgress: onRead });
    const known = new Set(suspects.map(({ id }) => id));
    suspects.push(...sifted.suspects.filter(({ id }) => !known.has(id)));
    for (const note of sifted.skipped) {
      if (!known.has(note.id)) skipped.push(note);
      tally.skipped.push({ path: placeOf(note.id), reason: note.reason });
    }
    for (const { id, reason } of sifted.unread) {
      unread.push(id);
      tally.unread.push({ path: placeOf(id), reason });
    }
  };
  let hasAll = false;
  const addLanes = async (): Promise<void> => {
    if (!hasAll) lanes.add(await startLanes());
    hasAll = true;
  };
  let known: KnownIds | undefined;
  const siftPacked = async (packed: Required<ListedObjects>['packed']): Promise<void> => {
    const { portions } = packed.objects;
    ({ known } = packed);
    if (portions.length >= fewPortions) await addLanes();
    const open = new Set(portions.keys());
    await lanes.siftPacks(packWorkOf(portions, known), (number, result) => {
      open.delete(number);
      takeResult(result);
      packed.tellCommits(result.commits);
    });
    for (const number of open) takeResult(unreadAll(packed.objects.giveUp(number), lost));
  };
  let batch: string[] = [];
  let bytes = 0;
  let batches = 0;
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const ids = `${batch.join('\n')}\n`;
    batch = [];
    bytes = 0;
    if (++batches === fewBatches) await addLanes();
    await lanes.submit(ids, known);
  };
  const listAll = async (): Promise<void> => {
    for await (const listed of source.objects(engine.search.unpacker !== undefined)) {
      known ??= listed.known;
      if (listed.packed !== undefined) await siftPacked(listed.packed);
      for (const object of listed.objects) {
        if (object.size > wholeFileLimit) {
          await takeLong(object);
          continue;
        }
        batch.push(object.id);
        bytes += object.size;
        if (bytes >= batchBytes || batch.length >= batchObjects) await flush();
      }
      for (const name of listed.names) if (suspicionOf(engine, Buffer.from(name, 'latin1'), 'tree') === 'suspect') names.add(name);
    }
  };
  /** What was found is reported also where git fails; the scan is not complete then. */
  const unlessGitFails = async (task: () => Promise<void> | undefined): Promise<void> => {
    try {
      await task();
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      state.isUnknown = true;
      state.isClosed = false;
      tally.unread.push({ path: '.', reason: error.message.replace(/\.$/, '') });
    }
  };
  try {
    await unlessGitFails(listAll);
    await flush();
    await lanes.drain();
    await takeContainers();
    await takePictures();
    await unlessGitFails(() => source.complete?.(state.isClosed && unread.length === 0));
  } finally {
    await lanes.close();
  }
  return { suspects, names, trees, skipped, unread: state.isUnknown ? 'unknown' : unread, objects, tally };
}
