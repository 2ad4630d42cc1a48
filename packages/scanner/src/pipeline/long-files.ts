import { quotePath } from '../paths/quote-path.ts';
import { joinWindows } from './join-windows.ts';
import { windowLayout, windowsOfTask } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { Tally } from './outcome.ts';
import type { LongFile, WindowsResult } from './scan-file.ts';
import type { WindowOutcome } from './scan-window.ts';

/** Some windows of a long file: what one thread is asked to do at a time. */
export interface WindowsTask {
  readonly kind: 'windows';
  readonly file: LongFile;
  /** Number of the first window. */
  readonly first: number;
  readonly count: number;
}

/** A long file of which windows are being scanned, by whichever thread and in whatever order. */
export class LongFileScan {
  readonly tasks: readonly WindowsTask[];
  readonly #file: LongFile;
  readonly #results = new Map<number, WindowsResult>();

  constructor(file: LongFile) {
    this.#file = file;
    const windows = Math.ceil(file.size / windowLayout.size);
    this.tasks = Array.from({ length: Math.ceil(windows / windowsOfTask) }, (_, number) => {
      const first = number * windowsOfTask;
      return { kind: 'windows', file, first, count: Math.min(windowsOfTask, windows - first) };
    });
  }

  /**
   * Takes what a task came to.
   *
   * @returns what the file comes to, once all its tasks have ended.
   */
  take({ first }: WindowsTask, result: WindowsResult): Outcome | undefined {
    this.#results.set(first, result);
    return this.#results.size < this.tasks.length ? undefined : this.#outcome();
  }

  #outcome(): Outcome {
    const tally = new Tally();
    const results = this.tasks.flatMap(({ first }) => this.#results.get(first) ?? []);
    const bytes = results.reduce((sum, result) => sum + result.bytes, 0);
    const [failure] = results.flatMap((result) => result.failure ?? []);
    const outcome = joinWindows(windowsUntilGap(results), results[0]?.opaque);
    tally.addBlob(quotePath(this.#file.file.path), bytes, outcome);
    if (outcome.picturePlaces !== undefined) tally.longTexts.push({ file: this.#file.file, places: outcome.picturePlaces });
    if (failure !== undefined) {
      // A file that was not read to its end is among the unread, and not among the files.
      tally.files = 0;
      tally.add(failure);
    }
    return tally;
  }
}

/** Behind a window that is missing nobody knows which line it is. */
function* windowsUntilGap(results: readonly WindowsResult[]): Generator<WindowOutcome> {
  for (const { windows, failure } of results) {
    yield* windows;
    if (failure !== undefined) return;
  }
}
