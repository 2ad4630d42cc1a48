import type { PathTest } from '@submit-guard/core';
import type { FileReference, Source } from '../sources/source.ts';
import { batchesOf, batchSize, lookAhead } from './batches.ts';
import { LongFileScan } from './long-files.ts';
import type { WindowsTask } from './long-files.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import type { BatchResult, FileScanner, LongFile, WindowsResult } from './scan-file.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** How far a scan has come. */
export interface Progress {
  readonly files: number;
  readonly bytes: number;
  /** How many of all images have been looked at, once that is all there is left to do. */
  readonly pictures?: { readonly read: number; readonly all: number };
}

export type OnProgress = (progress: Progress) => void;

/** Several files, each read at once. */
export interface BatchTask {
  readonly kind: 'batch';
  readonly files: readonly FileReference[];
}

/** An archive or a compressed file, with all that is in it. */
export interface ContainerTask {
  readonly kind: 'container';
  readonly file: LongFile;
}

/** What one thread is asked to do at a time. */
export type Task = BatchTask | WindowsTask | ContainerTask;

/** Told what tasks come to, in whatever order they end. */
export interface TaskEvents {
  readonly onBatch: (result: BatchResult) => void;
  readonly onWindows: (task: WindowsTask, result: WindowsResult) => void;
  readonly onContainer: (outcome: Outcome) => void;
}

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

/** Milliseconds: less time than this, and it takes workers longer to start and warm up. */
const worthWorkers = 150;

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
  /** They come last, as nobody knows how long one takes: nothing else waits for it. */
  const containers: ContainerTask[] = [];
  let pool: WorkerPool | undefined;
  let partly = 0;
  const report = (): void => onProgress({ files: tally.files, bytes: tally.bytes + partly });
  const events: TaskEvents = {
    onBatch({ outcome, long, containers: found, pictures }) {
      tally.add(outcome);
      onPictures?.(pictures);
      for (const file of found) containers.push({ kind: 'container', file });
      for (const file of long) {
        const scan = new LongFileScan(file);
        scans.set(file, scan);
        waiting.push(...scan.tasks);
      }
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
      report();
    },
  };
  /** What no worker has room for, this thread does itself: there is one worker less than there are threads. */
  const carryOut = async (task: BatchTask | WindowsTask): Promise<void> => {
    if (pool?.offer(task) === true) return;
    if (task.kind === 'batch') events.onBatch(scanner.scanFiles(task.files));
    else events.onWindows(task, scanner.scanWindows(task.file, task.first, task.count));
    await new Promise(setImmediate);
  };
  /** A short list may be long work: the chunks of a frontend have hundreds of kilobytes each. */
  const carryOutFew = async (files: readonly FileReference[]): Promise<void> => {
    const start = performance.now();
    for (let done = 0; done < files.length;) {
      await carryOut({ kind: 'batch', files: files.slice(done, done + fewAtOnce) });
      done += fewAtOnce;
      if (((performance.now() - start) / done) * (files.length - done) > worthWorkers) pool ??= await startPool?.(events);
    }
  };
  const carryOutWaiting = async (): Promise<void> => {
    if (waiting.reduce((sum, { file }) => sum + file.size, 0) > fewBytes) pool ??= await startPool?.(events);
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) await carryOut(task);
  };
  /** The longest first, so that all threads come to an end together. Workers go on getting some while this thread scans one. */
  const carryOutContainers = async (): Promise<void> => {
    containers.sort((a, b) => b.file.size - a.file.size);
    if (containers.length > 1 && containers.reduce((sum, { file }) => sum + file.size, 0) > fewContainerBytes) pool ??= await startPool?.(events);
    const workers = pool;
    const handOut = async (): Promise<void> => {
      for (let next = containers[0]; next !== undefined && workers !== undefined; next = containers[0]) {
        if (workers.offer(next)) containers.shift();
        else if (!await workers.change()) return;
      }
    };
    const scanOwn = async (): Promise<void> => {
      for (let next = containers.shift(); next !== undefined; next = containers.shift()) {
        events.onContainer(await scanner.scanContainer(next.file));
        await new Promise(setImmediate);
      }
    };
    await Promise.all([handOut(), scanOwn()]);
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
    for (;;) {
      await pool?.drain();
      if (waiting.length === 0 && containers.length === 0) break;
      await carryOutWaiting();
      await carryOutContainers();
    }
  } finally {
    await pool?.close();
  }
  return tally;
}
