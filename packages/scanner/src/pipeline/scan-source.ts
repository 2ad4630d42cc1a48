import type { PathTest } from '@submit-guard/core';
import type { FileReference, Source } from '../sources/source.ts';
import { batchesOf, batchSize, lookAhead } from './batches.ts';
import { ContainerQueue } from './container-queue.ts';
import { LongFileScan } from './long-files.ts';
import type { WindowsTask } from './long-files.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import type { FileScanner } from './scan-file.ts';
import type { BatchTask, Task, TaskEvents } from './tasks.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** How far a scan has come. */
export interface Progress {
  readonly files: number;
  readonly bytes: number;
  /** How many of all images have been looked at, once that is all there is left to do. */
  readonly pictures?: { readonly read: number; readonly all: number };
}

export type OnProgress = (progress: Progress) => void;

export interface SourceScanOptions {
  /** Tells what the configuration leaves out. */
  readonly excludes: PathTest;
  readonly onProgress: OnProgress;
  /** Told of every file that is not excluded. */
  readonly onListed?: ((file: FileReference) => void) | undefined;
  /** Told of images, where these are read. */
  readonly onPictures?: ((files: readonly FileReference[]) => void) | undefined;
  /** Starts workers, where there is enough for them to do; absent where everything is to be scanned by this thread. */
  readonly startPool?: ((events: TaskEvents) => Promise<WorkerPool>) | undefined;
}

/** Files that this thread scans in less time than it takes workers to start and warm up. */
const fewFiles = 1024;

/** Files of a short list that are scanned before it is asked how long the others will take. */
const fewAtOnce = 16;

/** Seconds: less time than this, and it takes workers longer to start and warm up. */
const worthWorkers = 0.15;

/** Bytes of long files that this thread scans in less time than it takes workers to start. */
const fewBytes = 16 * 1024 * 1024;

/** Bytes of containers that this thread scans in less time than it takes workers to start. */
const fewContainerBytes = 2_097_152;

/**
 * Scans what a source lists, while it lists it. What is left out on purpose goes into the source's notes.
 *
 * @returns the sum of all outcomes; where workers scan, in whatever order they come to an end.
 */
export async function scanSource(source: Source, scanner: FileScanner, { excludes, onProgress, onListed, onPictures, startPool }: SourceScanOptions): Promise<Outcome> {
  const tally = new Tally();
  const scans = new Map<WindowsTask['file'], LongFileScan>();
  /** Parts of long files that nobody works on yet. */
  const waiting: WindowsTask[] = [];
  const containers = new ContainerQueue();
  let pool: WorkerPool | undefined;
  let partly = 0;
  const report = (): void => onProgress({ files: tally.files, bytes: tally.bytes + partly });
  const events: TaskEvents = {
    onBatch({ outcome, long, containers: found, pictures }) {
      tally.add(outcome);
      onPictures?.(pictures);
      for (const file of long) {
        const scan = new LongFileScan(file);
        scans.set(file, scan);
        waiting.push(...scan.tasks);
      }
      containers.add(found);
      containers.offerTo(pool);
      report();
    },
    onWindows(task, result) {
      partly += result.bytes;
      const outcome = scans.get(task.file)?.take(task, result);
      if (outcome !== undefined) {
        scans.delete(task.file);
        partly -= outcome.bytes;
        tally.add(outcome);
      }
      report();
    },
    onContainer(outcome) {
      tally.add(outcome);
      containers.hasEnded();
      containers.offerTo(pool);
      report();
    },
  };
  const scanHere = async (task: Task): Promise<void> => {
    if (task.kind === 'batch') events.onBatch(scanner.scanFiles(task.files));
    else if (task.kind === 'windows') events.onWindows(task, scanner.scanWindows(task.file, task.first, task.count));
    else events.onContainer(await scanner.scanContainer(task.file));
    await new Promise(setImmediate);
  };
  /** What no worker has room for, this thread does itself: there is one worker less than there are threads. */
  const carryOut = async (task: BatchTask | WindowsTask): Promise<void> => {
    if (pool?.offer(task) !== true) await scanHere(task);
  };
  /** A short list may be long work: the chunks of a frontend have hundreds of kilobytes each. */
  const carryOutFew = async (files: readonly FileReference[]): Promise<void> => {
    const start = process.uptime();
    for (let done = 0; done < files.length;) {
      await carryOut({ kind: 'batch', files: files.slice(done, done + fewAtOnce) });
      done += fewAtOnce;
      if (((process.uptime() - start) / done) * (files.length - done) > worthWorkers) pool ??= await startPool?.(events);
    }
  };
  const carryOutWaiting = async (): Promise<void> => {
    if (waiting.reduce((sum, { file }) => sum + file.size, 0) > fewBytes) pool ??= await startPool?.(events);
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await carryOut(task);
  };
  /** Does what is left, and in the end what workers have not begun: all threads come to an end together. */
  const carryOutRest = async (): Promise<void> => {
    containers.nothingElseComes();
    for (;;) {
      await carryOutWaiting();
      if (pool === undefined && containers.bytes > fewContainerBytes) pool = await startPool?.(events);
      containers.offerTo(pool);
      const next = containers.next() ?? pool?.takeOver() ?? pool?.takeBack();
      if (next !== undefined) await scanHere(next);
      else if (pool === undefined || pool.isDone) return;
      else await pool.change();
    }
  };
  try {
    const batches = batchesOf(source, excludes, onListed);
    const { first, isAll } = await lookAhead(batches, fewFiles / batchSize);
    if (isAll) await carryOutFew(first.flat());
    else {
      pool = await startPool?.(events);
      for (const files of first) await carryOut({ kind: 'batch', files });
    }
    await carryOutWaiting();
    for await (const files of batches) {
      await carryOut({ kind: 'batch', files });
      await carryOutWaiting();
    }
    await carryOutRest();
  } finally {
    await pool?.close();
  }
  return tally;
}
