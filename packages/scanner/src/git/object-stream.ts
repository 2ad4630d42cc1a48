import { spawn } from 'node:child_process';
import { hardenedOptions } from './git-environment.ts';
import { GitError } from './git-error.ts';
import { firstErrorOf } from './git-failure.ts';
import type { ObjectStore } from './repository.ts';

/**
 * The bytes of one object, however long it is: git streams what is longer than `core.bigFileThreshold` and never holds it whole.
 *
 * @throws {GitError} behind the last byte, where the object could not be read to its end.
 */
export async function* objectStream({ folder, environment }: ObjectStore, kind: string, id: string): AsyncGenerator<Uint8Array, void> {
  const child = spawn('git', [...hardenedOptions, 'cat-file', kind, id], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < 65_536) errors += text;
  });
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (status) => resolve(status ?? undefined));
  });
  let isDone = false;
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    isDone = true;
  } finally {
    if (!isDone) child.kill();
  }
  const status = await ended;
  if (status !== 0) throw new GitError(`git cannot read the object: ${firstErrorOf({ status, errors, missing: false, output: Buffer.alloc(0) })}`);
}
