import { statSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { codeOf, failureReason } from '../sources/failure-reason.ts';
import { OpenLog } from './open-log.ts';
import { UnfollowableError } from './unfollowable-error.ts';

/** Milliseconds in which a program may go on writing to a log that has been moved away, until it opens the new one. */
const farewell = 10_000;

/** What happens at a path, in order. */
export type WatchEvent =
  /** A log begins. Of the one before it, if there was any, this is the end, or what is still to come comes as that of the former. */
  | { readonly kind: 'begin'; readonly keepsFormer: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Buffer; readonly isFormer: boolean }
  /** There is nothing more to come from the former log. */
  | { readonly kind: 'former-end' };

/**
 * A path where a log is, or will be: followed by its name, so that rotated, emptied and replaced files are read on. A file that was moved away is
 * read for some seconds more.
 */
export class WatchedPath {
  readonly #path: string;
  #log: OpenLog | undefined;
  #former: { readonly log: OpenLog; readonly until: number } | undefined;
  #failure: string | undefined = 'there is no such file yet';

  /** @param path - absolute. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Why nothing could be read there the last time, in words; `undefined` where it could, or where a file is gone that had been read to its end. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Looks what has happened since the last time. */
  *look(): Generator<WatchEvent> {
    yield* this.#lookAtFormer();
    if (this.#log?.wasEmptied() === true) yield { kind: 'begin', keepsFormer: false };
    yield* this.#readOn(this.#log, false);
    const stats = this.#stats();
    if (stats === undefined || this.#log?.is(stats) === true) return;
    const opened = this.#open();
    if (opened === undefined) return;
    const before = this.#log;
    if (before !== undefined) {
      // It may have been written to until it was moved.
      yield* this.#readOn(before, false);
      yield* this.#endFormer();
      this.#former = { log: before, until: Date.now() + farewell };
    }
    this.#log = opened;
    yield { kind: 'begin', keepsFormer: before !== undefined };
    yield* this.#readOn(opened, false);
  }

  /** Reads what is still to be read, to the end of it. */
  *end(): Generator<WatchEvent> {
    yield* this.look();
    yield* this.#endFormer();
  }

  close(): void {
    this.#former?.log.close();
    this.#log?.close();
  }

  *#lookAtFormer(): Generator<WatchEvent> {
    if (this.#former === undefined) return;
    yield* this.#readOn(this.#former.log, true);
    if (Date.now() > this.#former.until) yield* this.#endFormer();
  }

  *#endFormer(): Generator<WatchEvent> {
    if (this.#former === undefined) return;
    yield* this.#readOn(this.#former.log, true);
    this.#former.log.close();
    this.#former = undefined;
    yield { kind: 'former-end' };
  }

  *#readOn(log: OpenLog | undefined, isFormer: boolean): Generator<WatchEvent> {
    for (const bytes of log?.read() ?? []) yield { kind: 'bytes', bytes, isFormer };
  }

  #stats(): BigIntStats | undefined {
    return this.#try(() => statSync(this.#path, { bigint: true }));
  }

  #open(): OpenLog | undefined {
    return this.#try(() => new OpenLog(this.#path));
  }

  /** What goes wrong may be mended before the next look. */
  #try<T>(ask: () => T): T | undefined {
    try {
      const answer = ask();
      this.#failure = undefined;
      return answer;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') {
        if (this.#log !== undefined) this.#failure = undefined;
      } else this.#failure = error instanceof UnfollowableError ? error.message : failureReason(error);
      return undefined;
    }
  }
}
