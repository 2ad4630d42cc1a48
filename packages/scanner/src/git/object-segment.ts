import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { firstErrorOf } from './git-failure.ts';
import { hardenedOptions } from './git-environment.ts';
import type { ObjectStore } from './repository.ts';
import type { TemporaryFile } from './temporary-file.ts';
import { openTemporaryFile } from './temporary-file.ts';

/** What `git cat-file --batch` has written about a list of objects: for each `<id> <kind> <size>`, a line feed, the bytes, a line feed. */
export interface ObjectSegment {
  readonly descriptor: number;
  /** Why git did not write all, or what it complained of; absent where it did not. */
  readonly failure: string | undefined;
}

/**
 * Has git write objects to a temporary file, one list after the other to the same one.
 *
 * Neither pipes nor streams: git writes as fast as it can while this process scans what came before, and a thread reads the file
 * straight into the memory of its search. Over a pipe, the same takes three times the time of the system. A file that is written over
 * costs a third of a new one, as its pages are there already.
 */
export class SegmentWriter {
  readonly #store: ObjectStore;
  #file: TemporaryFile | undefined;

  constructor(store: ObjectStore) {
    this.#store = store;
  }

  /**
   * Writes objects. What stood in the file before is void then.
   *
   * @param ids - hexadecimal, each with a line feed behind it.
   * @param isFresh - whether nothing may stand behind what is written. Otherwise the remains of what was there before do; with a failure,
   *   nobody knows where they begin.
   */
  async write(ids: string, isFresh: boolean): Promise<ObjectSegment> {
    if (isFresh) this.close();
    const again = this.#file === undefined ? undefined : reopen(this.#file.descriptor);
    if (again === undefined) this.close();
    const file = this.#file ??= openTemporaryFile();
    try {
      return { descriptor: file.descriptor, failure: await catFile(this.#store, ids, again ?? file.descriptor) };
    } finally {
      if (again !== undefined) closeSync(again);
    }
  }

  close(): void {
    this.#file?.close();
    this.#file = undefined;
  }
}

/** Opens an open file once more, to write from its beginning: a descriptor that git has written through stands at the end. */
function reopen(descriptor: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return openSync(`/proc/self/fd/${descriptor}`, 'r+');
  } catch {
    return undefined;
  }
}

/** @returns why git failed, or what it complained of. */
function catFile({ folder, environment }: ObjectStore, ids: string, output: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn('git', [...hardenedOptions, 'cat-file', '--batch', '--buffer'], {
      cwd: folder, env: environment, stdio: ['pipe', output, 'pipe'], windowsHide: true,
    });
    let errors = '';
    const end = (status: number | null, missing: boolean): void => {
      const isFailure = status !== 0 || /^(?:error|fatal): /m.test(errors);
      resolve(isFailure ? firstErrorOf({ status: status ?? undefined, errors, missing, output: Buffer.alloc(0) }) : undefined);
    };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < 65_536) errors += text;
    });
    child.on('error', (error: NodeJS.ErrnoException) => end(null, error.code === 'ENOENT'));
    child.on('close', (status) => end(status, false));
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(ids, 'latin1');
  });
}
