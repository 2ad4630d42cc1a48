import type { ImageReader } from '../../pictures/image-reader.ts';
import type { Engine } from '../engine.ts';
import type { Tally } from '../outcome.ts';
import type { RunPolicy } from '../run-policy.ts';
import type { OnProgress } from '../scan-source.ts';
import type { Picture } from './scan-pictures.ts';

/** How images are read. */
export interface PictureOptions {
  /** Opens a reader that reads so many images at the same time; `undefined` where none is installed. It is closed at the end. */
  readonly open: (lanes: number) => Promise<ImageReader | undefined>;
  /** Takes copies of the images that hold keys, in which the keys are covered; paths are relative to `cwd`. */
  readonly onCovered?: ((path: string, png: Uint8Array) => void) | undefined;
}

export interface PictureQuery extends PictureOptions {
  readonly engine: Engine;
  readonly policy: RunPolicy;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Threads that read at the most. */
  readonly jobs: number;
  readonly onProgress: OnProgress;
}

/** Reads images in the threads of an installed reader; what they come to goes into the tally. What reads them is loaded where there are some. */
export async function readPictures(found: readonly Picture[], tally: Tally, { open, jobs, onProgress, engine, ...options }: PictureQuery): Promise<void> {
  if (found.length === 0) return;
  const reader = await open(Math.min(jobs, found.length));
  if (reader === undefined) return;
  try {
    const { scanPictures } = await import('./scan-pictures.ts');
    const { files, bytes } = tally;
    const { outcome, settled } = await scanPictures(engine, found, { ...options, reader, onProgress: (read, all) => onProgress({ files, bytes, pictures: { read, all } }) });
    tally.settle(settled, outcome);
  } finally {
    await reader.close();
  }
}
