import { gitEnvironment, hardenedOptions } from './git-environment.ts';

/** What a git command said. */
export interface GitAnswer {
  /** Exit status; `undefined` where git could not be started or was killed. */
  readonly status: number | undefined;
  readonly output: Buffer;
  readonly errors: string;
  /** True where there is no git program to start. */
  readonly missing: boolean;
}

/**
 * Runs git, hardened, in a folder.
 *
 * Raw plumbing and not `simple-git`: file names are bytes and lists are NUL-separated, while `simple-git` hands out
 * decoded and trimmed text; and loading it costs more than a hundred milliseconds, longer than most scans in a hook. Where
 * neither matters, `gates/gate-git.ts` goes through it.
 *
 * @param folder - where git starts to look for the repository.
 * @param input - standard input of the command.
 * @param environment - variables of the command.
 * @returns the answer, whatever the exit status; never rejects.
 */
export async function runGit(folder: string, options: readonly string[], input?: Buffer, environment = gitEnvironment()): Promise<GitAnswer> {
  // Outside of work trees there is no git to ask, and nothing to be loaded for it.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    const finish = (status: number | null, missing: boolean): void => resolve({
      status: status ?? undefined,
      output: Buffer.concat(output),
      errors: Buffer.concat(errors).toString('utf8'),
      missing,
    });
    const child = spawn('git', [...hardenedOptions, ...options], {
      cwd: folder,
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    // ENOENT is also what a missing folder gives; the caller has just seen the folder.
    child.on('error', (error: NodeJS.ErrnoException) => finish(null, error.code === 'ENOENT'));
    child.on('close', (status) => finish(status, false));
    // A command that ends before it has read its input is told by its exit status.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
