import { GitError } from './git-error.ts';
import { firstErrorOf } from './git-failure.ts';
import { hardenedOptions } from './git-environment.ts';
import type { ObjectStore } from './repository.ts';

/** Bytes of messages that are kept. */
const longestErrors = 65_536;

/**
 * Runs a git command and yields what it prints, cut at a separator, while it prints. In memory there is no more than a chunk of it.
 *
 * @param separator - the byte that ends a record: 0 with `-z`, 10 for lines. Records come without it.
 * @param input - see {@link gitChunks}.
 * @throws what {@link gitChunks} throws.
 */
export async function* gitRecords(repository: ObjectStore, task: string, options: readonly string[], separator: number, input?: Iterable<string>): AsyncGenerator<readonly Buffer[], void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of gitChunks(repository, task, options, input)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const records: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(separator); end !== -1; end = bytes.indexOf(separator, start)) {
      records.push(bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (records.length > 0) yield records;
  }
}

/**
 * Runs a git command and yields what it prints as it comes.
 *
 * @param input - standard input: written as git takes it.
 * @throws {GitError} behind the last byte, where the command failed; `Git cannot <task>: ...`.
 */
export async function* gitChunks({ folder, environment }: ObjectStore, task: string, options: readonly string[], input?: Iterable<string>): AsyncGenerator<Buffer, void> {
  const { spawn } = await import('node:child_process');
  const child = spawn('git', [...hardenedOptions, ...options], { cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  let errors = '';
  let missing = false;
  const ended = new Promise<number | undefined>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      missing = error.code === 'ENOENT';
      resolve(undefined);
    });
    child.on('close', (status) => resolve(status ?? undefined));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < longestErrors) errors += text;
  });
  child.stdin.on('error', () => undefined);
  void feed(child.stdin, input ?? []);
  let isDone = false;
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    isDone = true;
  } finally {
    if (!isDone) child.kill();
  }
  const status = await ended;
  // Git names a broken pack in its messages, leaves it out, and ends as if nothing were amiss.
  if (status !== 0 || /^(?:error|fatal): /m.test(errors)) throw new GitError(`Git cannot ${task}: ${firstErrorOf({ status, errors, missing, output: Buffer.alloc(0) })}.`);
}

/** Writes texts to a stream, no faster than it takes them. */
async function feed(stream: NodeJS.WritableStream, texts: Iterable<string>): Promise<void> {
  for (const text of texts) {
    if (stream.write(text, 'latin1')) continue;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        stream.off('drain', goOn).off('close', goOn);
        resolve();
      };
      stream.on('drain', goOn).on('close', goOn);
    });
  }
  stream.end();
}
