import type { ByteReader } from '../../containers/byte-reader.ts';
import type { ContainerLimits } from '../../containers/limits.ts';
import { containerFormatOf } from '../../containers/index.ts';
import { accessToMemory, bytesAnywhere } from '../../containers/random-access.ts';
import type { Engine, Place } from '../engine.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import { placesIn } from '../places-in.ts';
import { scanBytes } from '../scan-bytes.ts';
import { addContainer } from './add-container.ts';
import { scanContainer } from './scan-container.ts';
import { withSpools } from './with-spools.ts';

/** A blob that looks like a container and has no file. */
export interface StreamedContainer {
  readonly place: Place;
  /** First bytes. */
  readonly head: Buffer;
  /** All of it, or what gives it in order. */
  readonly bytes: Buffer | ByteReader;
}

/**
 * Scans an archive or a compressed file that comes from git or from standard input. One that can be read in order only and has its directory at its
 * end goes to a temporary file where it is long.
 *
 * @returns `undefined` where it is none; nothing has been read then.
 */
export async function scanContainerStream(engine: Engine, limits: ContainerLimits, { place, head, bytes }: StreamedContainer): Promise<Outcome | undefined> {
  const format = containerFormatOf({ bytes: head, path: place.name });
  if (format === undefined) return undefined;
  const tally = new Tally();
  const container = { path: place.name, format, placeOf: placesIn(place) };
  if (Buffer.isBuffer(bytes)) {
    const outer = format.isPlain === true || format.isComplete === true ? undefined : scanBytes(engine, bytes, place);
    const members = await scanContainer(engine, limits, { ...container, bytes: bytesAnywhere(accessToMemory(bytes)), size: () => bytes.length });
    addContainer(tally, place.path, bytes.length, outer, members);
    return tally;
  }
  let size = 0;
  const counted: ByteReader = {
    async read(target) {
      const count = await bytes.read(target);
      size += count;
      return count;
    },
  };
  const members = await withSpools(counted, (ordered) => scanContainer(engine, limits, { ...container, bytes: ordered, size: () => size }));
  addContainer(tally, place.path, size, undefined, members);
  return tally;
}
