import type { ObjectInfo } from '../../git/object-kinds.ts';
import type { ObjectStore } from '../../git/repository.ts';
import { headLength } from '../../readers/reader.ts';
import type { Engine } from '../engine.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import type { FoundPicture } from '../pictures/found-pictures.ts';
import type { PicturesOutcome } from '../pictures/picture-desk.ts';
import { withPictures } from '../pictures/with-pictures.ts';
import { loadObjects } from './load-objects.ts';
import type { ObjectNote } from './sift.ts';
import { suspicionOf, suspiciousEngine } from './suspicion.ts';

/** What blobs come to that looked like archives or compressed files. */
export interface SiftedContainers {
  readonly suspects: readonly ObjectInfo[];
  readonly skipped: readonly ObjectNote[];
  /** Ids of those of which something could not be read. */
  readonly unread: readonly string[];
  /** What was skipped and not read, and the bytes that came out of them. */
  readonly tally: Tally;
}

export interface ContainerSiftOptions {
  readonly engine: Engine;
  readonly store: ObjectStore;
  /** Whether suppression comments are a reason to look closer. */
  readonly mindsComments: boolean;
  /** Reads the images in them; absent where images are not read. */
  readonly readPictures: ((found: readonly FoundPicture[]) => Promise<PicturesOutcome | undefined>) | undefined;
  /** Where an object is said to be while nobody knows its path. */
  readonly placeOf: (id: string) => string;
}

/** Looks into blobs that look like archives or compressed files; the memory of the search has to be free. */
export async function siftContainers(containers: readonly ObjectInfo[], { engine, store, mindsComments, readPictures, placeOf }: ContainerSiftOptions): Promise<SiftedContainers> {
  const suspects: ObjectInfo[] = [];
  const skipped: ObjectNote[] = [];
  const unread: string[] = [];
  const tally = new Tally();
  const { containers: limits } = engine;
  if (containers.length === 0 || limits === undefined) return { suspects, skipped, unread, tally };
  const suspicious = suspiciousEngine(engine);
  const { scanContainerStream } = await import('../containers/scan-container-stream.ts');
  for await (const { id, kind, size, bytes } of loadObjects(store, containers.map((info) => info.id))) {
    const place = { path: placeOf(id), name: placeOf(id) };
    const scanned = await scanContainerStream(suspicious, limits, { place, head: bytes.subarray(0, headLength), bytes });
    if (scanned !== undefined) {
      const outcome = withPictures(scanned, await readPictures?.(scanned.pictures));
      if (holdsSomething(outcome, mindsComments)) suspects.push({ id, kind, size });
      if (outcome.unread.length > 0) unread.push(id);
      tally.add({ ...outcome, pictures: [], findings: [], suppressed: 0, notes: [], files: 0, bytes: outcome.bytes - bytes.length });
      continue;
    }
    const suspicion = suspicionOf(engine, bytes, kind, mindsComments);
    if (suspicion === 'suspect') suspects.push({ id, kind, size });
    else if (suspicion !== undefined) {
      skipped.push({ id, reason: suspicion.opaque });
      tally.skipped.push({ path: place.path, reason: suspicion.opaque });
    }
  }
  return { suspects, skipped, unread, tally };
}

/** Whether the place of an object has to be found out. */
export function holdsSomething({ findings, suppressed, notes }: Outcome, mindsComments: boolean): boolean {
  return findings.length + suppressed > 0 || (mindsComments && notes.length > 0);
}
