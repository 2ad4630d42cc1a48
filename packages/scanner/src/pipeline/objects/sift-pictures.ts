import type { ObjectInfo } from '../../git/object-kinds.ts';
import type { ObjectStore } from '../../git/repository.ts';
import type { PicturePlace } from '../../readers/embedded-pictures.ts';
import type { BlobSearch } from '../blob-search.ts';
import type { Outcome } from '../outcome.ts';
import type { FoundPicture } from '../pictures/found-pictures.ts';
import { foundInText, ownPicture } from '../pictures/found-pictures.ts';
import type { PictureDesk, PictureJudge } from '../pictures/picture-desk.ts';
import { loadObjects } from './load-objects.ts';
import type { ObjectNote } from './sift.ts';

/** How the images of a repository are read. */
export interface PictureSiftOptions {
  readonly desk: PictureDesk;
  /** With an engine that reports all that may be reported anywhere. */
  readonly judge: PictureJudge;
  readonly store: ObjectStore;
  /** Told how many of all blobs with images have been looked at. */
  readonly onProgress: (read: number, all: number) => void;
}

/** What blobs come to that are images, or hold some. */
export interface SiftedPictures {
  readonly suspects: readonly ObjectInfo[];
  /** Images that were passed over, and those that nobody could read as no reader is installed. */
  readonly skipped: readonly ObjectNote[];
  readonly unread: readonly ObjectNote[];
}

/** Bytes of objects that are loaded at a time. */
const batchBytes = 268_435_456;

/** Reads blobs that are images, or texts that may hold some, wherever they are in history: each once. */
export async function siftPictures(blobs: readonly ObjectInfo[], { desk, judge, store, onProgress }: PictureSiftOptions): Promise<SiftedPictures> {
  const suspects: ObjectInfo[] = [];
  const skipped: ObjectNote[] = [];
  const unread: ObjectNote[] = [];
  const { shelf } = desk;
  let read = 0;
  for (const batch of batchesOf(blobs)) {
    const found: FoundPicture[] = [];
    const images = new Set<string>();
    for await (const { id, bytes } of loadObjects(store, batch.map((blob) => blob.id))) {
      if (shelf === undefined) break;
      // The path is the id: it tells what is found in which object, and holds no key.
      const place = { path: id, name: id };
      const own = ownPicture(shelf, place, bytes, 'nothing');
      if (own !== undefined) images.add(id);
      found.push(...own?.pictures ?? foundInText(shelf, place, bytes, placesOf(judge.engine.search, bytes)));
    }
    const before = read;
    const seen = await desk.readShelved(judge, found, { covers: false, onRead: (count) => onProgress(before + Math.min(count, batch.length), blobs.length) });
    read += batch.length;
    if (seen === undefined) skipped.push(...Array.from(images, (id) => ({ id, reason: 'media' })));
    else {
      const ids = suspectIds(seen.outcome);
      suspects.push(...batch.filter(({ id }) => ids.has(id)));
      skipped.push(...notesOf(seen.outcome.skipped).filter(({ id }) => images.has(id)));
      unread.push(...notesOf(seen.outcome.unread));
    }
  }
  return { suspects, skipped, unread };
}

/** Ids of the objects in which something was found, whose paths begin with them. */
function suspectIds({ findings }: Outcome): ReadonlySet<string> {
  return new Set(findings.map(({ path }) => idOf(path)));
}

function notesOf(notes: Outcome['unread']): readonly ObjectNote[] {
  return notes.map(({ path, reason }) => ({ id: idOf(path), reason }));
}

function idOf(path: string): string {
  return path.split('!', 1)[0] ?? '';
}

function* batchesOf(blobs: readonly ObjectInfo[]): Generator<readonly ObjectInfo[], void> {
  let batch: ObjectInfo[] = [];
  let bytes = 0;
  for (const blob of blobs) {
    batch.push(blob);
    bytes += blob.size;
    if (bytes < batchBytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function placesOf(search: BlobSearch, bytes: Buffer): readonly PicturePlace[] {
  search.memory(bytes.length).set(bytes);
  return search.picturePlaces(0, bytes.length);
}
