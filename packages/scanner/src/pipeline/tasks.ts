import type { FileReference } from '../sources/source.ts';
import type { WindowsTask } from './long-files.ts';
import type { Outcome } from './outcome.ts';
import type { BatchResult, LongFile, WindowsResult } from './scan-file.ts';

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
