import type { PathTest } from '@submit-guard/core';
import { bytesOfPath } from '../paths/file-path.ts';
import type { FileReference, Source } from '../sources/source.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import type { FileScanner } from './scan-file.ts';
import type { PoolEvents, WorkerPool } from './workers/worker-pool.ts';

/** How far a scan has come. */
export interface Progress {
  readonly files: number;
  readonly bytes: number;
}

export type OnProgress = (progress: Progress) => void;

export type ScanEvents = Pick<PoolEvents, 'onOutcome' | 'onPassed'>;

export interface SourceScanOptions {
  /** Tells what the configuration leaves out. */
  readonly excludes: PathTest;
  readonly onProgress: OnProgress;
  /** Starts workers, where there is enough for them to do; absent where everything is to be scanned by this thread. */
  readonly startPool?: ((events: ScanEvents) => Promise<WorkerPool>) | undefined;
}

/** Files that are scanned before the event loop gets its turn: for Ctrl-C, for the progress and for what git has to say. */
const batchSize = 64;

/** Files that this thread scans in less time than it takes workers to start and warm up. */
const fewFiles = 1024;

/**
 * Scans what a source lists, while it lists it. What is left out on purpose goes into the source's notes. Long files come
 * last, as one of them alone is not worth a worker.
 *
 * @returns the sum of all outcomes; where workers scan, in whatever order they come to an end.
 */
export async function scanSource(source: Source, scanner: FileScanner, { excludes, onProgress, startPool }: SourceScanOptions): Promise<Outcome> {
  const tally = new Tally();
  const long: FileReference[] = [];
  let passed = 0;
  const onPassed = (bytes: number): void => onProgress({ files: tally.files, bytes: tally.bytes + (passed += bytes) });
  const onOutcome = (outcome: Outcome, passedBefore = 0): void => {
    tally.add(outcome);
    passed -= passedBefore;
    onProgress({ files: tally.files, bytes: tally.bytes + passed });
  };
  let pool: WorkerPool | undefined;
  let scanned = 0;
  try {
    for await (const files of batchesOf(source, excludes)) {
      if (scanned >= fewFiles) pool ??= await startPool?.({ onOutcome, onPassed });
      scanned += files.length;
      if (pool !== undefined) {
        await pool.submit({ kind: 'batch', files });
        continue;
      }
      const result = scanner.scan(files);
      onOutcome(result.outcome);
      long.push(...result.long);
      await new Promise(setImmediate);
    }
    if (long.length > 1) pool ??= await startPool?.({ onOutcome, onPassed });
    for (const file of long) {
      if (pool === undefined) onOutcome(await scanner.scanLong(file, onPassed), passed);
      else await pool.submit({ kind: 'long', files: [file] });
    }
    await pool?.drain();
  } finally {
    await pool?.close();
  }
  return tally;
}

/** The files of a source that are not excluded, in batches that are full whatever the size of the folders. */
async function* batchesOf(source: Source, excludes: PathTest): AsyncGenerator<readonly FileReference[], void> {
  let batch: FileReference[] = [];
  for await (const listed of source.files()) {
    for (const file of listed) {
      if (excludes(typeof file.path === 'string' ? file.path : bytesOfPath(file.path).toString('utf8'))) {
        source.notes.skip(file.path, 'excluded by the configuration');
        continue;
      }
      batch.push(file);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
