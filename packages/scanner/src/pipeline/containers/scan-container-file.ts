import { containerFormatOf } from '../../containers/index.ts';
import { accessToFile, bytesAnywhere, readerBetween } from '../../containers/random-access.ts';
import type { RandomAccess } from '../../containers/random-access.ts';
import type { FilePath } from '../../paths/file-path.ts';
import { headLength } from '../../readers/reader.ts';
import type { Engine, Place } from '../engine.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import { wholeFileLimit, windowLayout } from '../limits.ts';
import { headOf } from '../read-into-memory.ts';
import { scanLoaded } from '../scan-bytes.ts';
import type { BlobOutcome } from '../scan-bytes.ts';
import { scanReader } from '../scan-reader.ts';
import { addContainer } from './add-container.ts';
import { scanContainer } from './scan-container.ts';

/** A file that is open, and that looked like a container. */
export interface ContainerFile {
  readonly path: FilePath;
  readonly descriptor: number;
  /** Bytes. */
  readonly size: number;
  readonly placeOf: (path: FilePath) => Place;
}

/**
 * Scans an archive or a compressed file: what it holds, and its own bytes, in which a comment or something that was appended may stand. What turns
 * out to be none is a file like any other.
 */
export async function scanContainerFile(engine: Engine, { path, descriptor, size, placeOf }: ContainerFile): Promise<Outcome> {
  const tally = new Tally();
  const place = placeOf(path);
  const access = accessToFile(descriptor, size);
  const format = containerFormatOf({ bytes: headOf(descriptor, headLength), path: place.name });
  if (format === undefined || engine.containers === undefined) {
    tally.addBlob(place.path, size, await scanOwnBytes(engine, access, place));
    return tally;
  }
  const outer = format.isPlain === true || format.isComplete === true ? undefined : await scanOwnBytes(engine, access, place);
  const members = await scanContainer(engine, engine.containers, { path, format, bytes: bytesAnywhere(access), size: () => size, placeOf });
  addContainer(tally, place.path, size, outer, members);
  return tally;
}

/** Scans the bytes of a container as they are. */
async function scanOwnBytes(engine: Engine, bytes: RandomAccess, place: Place): Promise<BlobOutcome> {
  const { size } = bytes;
  if (size <= wholeFileLimit) return scanLoaded(engine, bytes.readAt(engine.search.memory(size).subarray(0, size), 0), place);
  return scanReader(engine, readerBetween(bytes), place, windowLayout, () => new Promise(setImmediate));
}
