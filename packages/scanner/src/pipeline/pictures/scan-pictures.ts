import { closeSync } from 'node:fs';
import { CleanPictures } from '../../caches/clean-pictures.ts';
import type { ImageReader, Reading } from '../../pictures/image-reader.ts';
import { openFile } from '../../sources/open-file.ts';
import type { FileReference } from '../../sources/source.ts';
import type { Engine, Place } from '../engine.ts';
import type { Outcome } from '../outcome.ts';
import { Tally } from '../outcome.ts';
import { placeOf } from '../place-of.ts';
import { policyKey } from '../policy-key.ts';
import { readFully } from '../read-into-memory.ts';
import type { RunPolicy } from '../run-policy.ts';
import { scanReading } from './scan-picture.ts';

export interface PictureScanOptions {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string;
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

/** Bytes of an image file; a bitmap of an 8K screen has 133 million. */
const mostBytes = 160_000_000;

/** Reads images and finds what is to be reported of them, as many at a time as the reader has threads. */
export async function scanPictures(engine: Engine, files: readonly FileReference[], options: PictureScanOptions): Promise<PicturesOutcome> {
  const { policy, environment, reader } = options;
  const cache = new CleanPictures(environment, policy.root, policyKey(policy, `${import.meta.url} ${reader.version}`));
  const tally = new Tally();
  const settled = new Set<string>();
  let read = 0;
  const queue = files.values();
  const work = async (): Promise<void> => {
    for (const file of queue) {
      const place = placeOf(file.path);
      try {
        if (await scanPicture(engine, file, place, tally, { ...options, cache })) settled.add(place.path);
      } catch (error) {
        tally.addFailure(place.path, error);
      }
      options.onProgress(++read, files.length);
    }
  };
  await Promise.all(Array.from({ length: reader.lanes }, work));
  cache.save();
  return { outcome: tally, settled };
}

/** @returns whether the file is an image that could be opened. */
async function scanPicture(engine: Engine, file: FileReference, place: Place, tally: Tally, options: PictureScanOptions & { readonly cache: CleanPictures }): Promise<boolean> {
  const bytes = bytesOf(file, options.cwd);
  if (bytes === undefined) return false;
  if (bytes === 'too long') {
    tally.unread.push({ path: place.path, reason: `image of more than ${mostBytes.toLocaleString('en')} bytes` });
    return true;
  }
  const { reader, cache, onCovered } = options;
  const id = cache.idOf(bytes);
  const known = cache.about(id);
  if (known !== undefined) {
    note(tally, place, known);
    return true;
  }
  const reading = await reader.read(bytes);
  if (reading.kind === 'unread') {
    tally.unread.push({ path: place.path, reason: reading.reason });
    return true;
  }
  const outcome = scanReading(engine, reading, place);
  tally.findings.push(...outcome.findings);
  note(tally, place, reasonOf(reading));
  if (outcome.isClean) cache.add(id, reasonOf(reading));
  // The path of a finding is masked: a file may be named after the key that it shows.
  const [shown] = outcome.findings.filter(({ box }) => box !== undefined);
  if (onCovered !== undefined && shown !== undefined) onCovered(shown.path, await reader.cover(bytes, outcome.boxes));
  return true;
}

/** Why an image was passed over, as a whole or in part; '' where all of it was read. */
function reasonOf(reading: Exclude<Reading, { kind: 'unread' }>): string {
  return reading.kind === 'passed over' ? reading.reason : reading.omission ?? '';
}

function note(tally: Tally, { path }: Place, reason: string): void {
  if (reason === '') tally.files++;
  else tally.skipped.push({ path, reason });
}

function bytesOf(file: FileReference, cwd: string): Buffer | 'too long' | undefined {
  const opened = openFile(file, cwd);
  if (opened.kind !== 'open') return undefined;
  try {
    if (opened.size > mostBytes) return 'too long';
    const bytes = Buffer.alloc(opened.size);
    return bytes.subarray(0, readFully(opened.descriptor, bytes, 0));
  } finally {
    closeSync(opened.descriptor);
  }
}
