import { CleanPictures } from '../../caches/clean-pictures.ts';
import type { ImageReader, Reading } from '../../pictures/image-reader.ts';
import type { Engine, Place } from '../engine.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import { policyKey } from '../policy-key.ts';
import type { RunPolicy } from '../run-policy.ts';
import { scanReading } from './scan-picture.ts';

/** An image, wherever it is from: a file, a member of an archive, a part of a document. */
export interface Picture {
  readonly place: Place;
  /** The bytes of the image, or why it is not read. Called once, when it is its turn. */
  readonly load: () => Uint8Array | { readonly unread: string };
}

export interface PictureScanOptions {
  readonly reader: ImageReader;
  readonly policy: RunPolicy;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Told how many of all images have been looked at. */
  readonly onProgress: (read: number, all: number) => void;
  /** Takes a copy of an image in which its keys are covered. */
  readonly onCovered?: ((path: string, png: Uint8Array) => void) | undefined;
}

export interface PicturesOutcome {
  readonly outcome: Outcome;
  /** Paths of the images about which the outcome says all there is to say, as they are reported. */
  readonly settled: ReadonlySet<string>;
}

/** Reads images and finds what is to be reported of them, as many at a time as the reader has threads. */
export async function scanPictures(engine: Engine, pictures: readonly Picture[], options: PictureScanOptions): Promise<PicturesOutcome> {
  const { policy, environment, reader } = options;
  const cache = new CleanPictures(environment, policy.root, policyKey(policy, `${import.meta.url} ${reader.version}`));
  const tally = new Tally();
  const settled = new Set<string>();
  let read = 0;
  const queue = pictures.values();
  const work = async (): Promise<void> => {
    for (const picture of queue) {
      const { path } = picture.place;
      settled.add(path);
      try {
        await scanPicture(engine, picture, tally, { ...options, cache });
      } catch (error) {
        tally.addFailure(path, error);
      }
      options.onProgress(++read, pictures.length);
    }
  };
  await Promise.all(Array.from({ length: reader.lanes }, work));
  cache.save();
  return { outcome: tally, settled };
}

async function scanPicture(engine: Engine, { place, load }: Picture, tally: Tally, options: PictureScanOptions & { readonly cache: CleanPictures }): Promise<void> {
  const bytes = load();
  if ('unread' in bytes) {
    tally.unread.push({ path: place.path, reason: bytes.unread });
    return;
  }
  const { reader, cache, onCovered } = options;
  const id = cache.idOf(bytes);
  const known = cache.about(id);
  if (known !== undefined) {
    note(tally, place, known);
    return;
  }
  const reading = await reader.read(bytes);
  if (reading.kind === 'unread') {
    tally.unread.push({ path: place.path, reason: reading.reason });
    return;
  }
  const outcome = scanReading(engine, reading, place);
  tally.findings.push(...outcome.findings);
  note(tally, place, reasonOf(reading));
  if (outcome.isClean) cache.add(id, reasonOf(reading));
  // The path of a finding is masked: a file may be named after the key that it shows.
  const [shown] = outcome.findings.filter(({ box }) => box !== undefined);
  if (onCovered !== undefined && shown !== undefined) onCovered(shown.path, await reader.cover(bytes, outcome.boxes));
}

/** Why an image was passed over, as a whole or in part; '' where all of it was read. */
function reasonOf(reading: Exclude<Reading, { kind: 'unread' }>): string {
  return reading.kind === 'passed over' ? reading.reason : reading.omission ?? '';
}

function note(tally: Tally, { path }: Place, reason: string): void {
  if (reason === '') tally.files++;
  else tally.skipped.push({ path, reason });
}
