import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { failureReason } from '../sources/failure-reason.ts';
import { UnfollowableError } from './unfollowable-error.ts';

/** Bytes that are read at once. */
const portion = 262_144;

/** Bytes in front of what comes next that are compared: a file that was emptied and filled again has others there. */
const seamLength = 64;

/** A log file that is open while it grows. */
export class OpenLog {
  readonly #descriptor: number;
  readonly #identity: string;
  #position = 0;
  #seam: Buffer = Buffer.alloc(0);
  #changed: bigint | undefined;

  /** @throws what the file system says; {@link UnfollowableError} where there is no regular file. */
  constructor(path: string) {
    this.#descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stats = fstatSync(this.#descriptor, { bigint: true });
    this.#identity = identityOf(stats);
    if (stats.isFile()) return;
    this.close();
    throw new UnfollowableError('it is no regular file');
  }

  /** Whether a path leads to this file. */
  is(stats: BigIntStats): boolean {
    return identityOf(stats) === this.#identity;
  }

  /** Whether the file was emptied, or written anew, since it was read. What it holds is then to be read from its beginning. */
  wasEmptied(): boolean {
    const { size, mtimeNs } = fstatSync(this.#descriptor, { bigint: true });
    const isChanged = mtimeNs !== this.#changed;
    this.#changed = mtimeNs;
    if (size >= this.#position && (!isChanged || this.#isSame())) return false;
    this.#position = 0;
    this.#seam = Buffer.alloc(0);
    return true;
  }

  /**
   * Reads what has come since, in portions.
   *
   * @throws {UnfollowableError} where the file system does not let it be read.
   */
  *read(): Generator<Buffer> {
    for (;;) {
      const bytes = Buffer.allocUnsafe(portion);
      const count = this.#fill(bytes);
      if (count === 0) return;
      this.#position += count;
      const read = bytes.subarray(0, count);
      this.#seam = Buffer.from((count < seamLength ? Buffer.concat([this.#seam, read]) : read).subarray(-seamLength));
      yield read;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #fill(bytes: Buffer): number {
    try {
      return readSync(this.#descriptor, bytes, 0, bytes.length, this.#position);
    } catch (error) {
      throw new UnfollowableError(failureReason(error));
    }
  }

  #isSame(): boolean {
    const now = Buffer.alloc(this.#seam.length);
    const count = readSync(this.#descriptor, now, 0, now.length, this.#position - now.length);
    return now.subarray(0, count).equals(this.#seam);
  }
}

function identityOf({ dev, ino }: BigIntStats): string {
  return `${dev}:${ino}`;
}
