import { spawn } from 'node:child_process';
import { writeSync } from 'node:fs';
import { firstErrorOf } from './git-failure.ts';
import { hardenedOptions } from './git-environment.ts';
import type { Repository } from './repository.ts';
import type { TemporaryFile } from './temporary-file.ts';
import { openTemporaryFile } from './temporary-file.ts';

/** What `git cat-file --batch` has written about a list of objects: for each `<id> <kind> <size>`, a line feed, the bytes, a line feed. */
export interface ObjectSegment {
  readonly descriptor: number;
  /** Why git ended before it had written all; absent where it did not. */
  readonly failure: string | undefined;
  close(): void;
}

/**
 * Has git write objects to a temporary file.
 *
 * Neither pipes nor streams: git writes as fast as it can while this process scans what came before, and a thread reads the file
 * straight into the memory of its search. Over a pipe the same takes half as long again.
 *
 * @param ids - hexadecimal, each with a line feed behind it.
 */
export function writeSegment({ folder, environment }: Pick<Repository, 'folder' | 'environment'>, ids: string): Promise<ObjectSegment> {
  const input = openTemporaryFile();
  let output: TemporaryFile;
  try {
    // At offset 0 and not where the descriptor stands: git reads on from there.
    const bytes = Buffer.from(ids, 'latin1');
    for (let offset = 0; offset < bytes.length;) offset += writeSync(input.descriptor, bytes, offset, bytes.length - offset, offset);
    output = openTemporaryFile();
  } catch (error) {
    input.close();
    throw error;
  }
  return new Promise((resolve) => {
    const child = spawn('git', [...hardenedOptions, 'cat-file', '--batch', '--buffer'], {
      cwd: folder, env: environment, stdio: [input.descriptor, output.descriptor, 'pipe'], windowsHide: true,
    });
    let errors = '';
    let isEnded = false;
    const end = (status: number | null, missing: boolean): void => {
      if (isEnded) return;
      isEnded = true;
      input.close();
      const isFailure = status !== 0 || /^(?:error|fatal): /m.test(errors);
      const failure = isFailure ? firstErrorOf({ status: status ?? undefined, errors, missing, output: Buffer.alloc(0) }) : undefined;
      resolve({ descriptor: output.descriptor, failure, close: () => output.close() });
    };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (errors.length < 65_536) errors += text;
    });
    child.on('error', (error: NodeJS.ErrnoException) => end(null, error.code === 'ENOENT'));
    child.on('close', (status) => end(status, false));
  });
}
