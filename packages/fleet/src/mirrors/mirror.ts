import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failureReason } from 'submit-guard/fleet';
import { JobError } from '../errors/job-error.ts';
import type { RepositoryTarget } from '../targets/target.ts';

export interface MirrorOptions {
  /** Absolute path of the folder that mirrors lie in. */
  readonly folder: string;
  /** What of a repository is fetched, as `git clone --filter` takes it: `blob:limit=50m`. What is left out is reported as not read. */
  readonly filter?: string | undefined;
  /** Whether a mirror that is there is used as it is. */
  readonly keeps?: boolean;
}

/** Written into a mirror that is whole: what a process leaves that was killed has none. */
const completeMark = 'submit-guard-complete';

/**
 * Mirrors a repository, or brings its mirror up to date.
 *
 * @returns the absolute path of a bare repository.
 * @throws {JobError}
 */
export async function mirrorOf(target: RepositoryTarget, { folder, filter, keeps = false }: MirrorOptions): Promise<string> {
  if (target.place.kind === 'folder') return target.place.path;
  const { url } = target.place;
  const path = join(folder, `${createHash('sha256').update(url).digest('hex').slice(0, 24)}.git`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new JobError(`the folder for mirrors cannot be made: ${failureReason(error)}`);
  }
  if (existsSync(join(path, completeMark))) {
    if (!keeps) await runGit(path, ['remote', 'update', '--prune']);
    return path;
  }
  const temporary = `${path}.${process.pid}.part`;
  rmSync(temporary, { recursive: true, force: true });
  try {
    await runGit(folder, ['clone', '--mirror', '--quiet', '--template=', ...(filter === undefined ? [] : [`--filter=${filter}`]), '--', url, temporary]);
    writeFileSync(join(temporary, completeMark), '');
    publish(temporary, path);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return path;
}

/** Another process may have been faster; what it has is as good. */
function publish(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
  } catch (error) {
    if (!existsSync(join(path, completeMark))) throw new JobError(`the mirror cannot be put into its place: ${failureReason(error)}`);
  }
}

/**
 * Git with the credentials and the transport that the machine has set up, and without whatever runs a program of the repository. A mirror is
 * not packed anew: what was planned for its packs would not fit.
 */
async function runGit(folder: string, words: readonly string[]): Promise<void> {
  const options = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];
  const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_ALLOW_PROTOCOL: 'file:git:http:https:ssh', GIT_SSH_COMMAND: process.env['GIT_SSH_COMMAND'] ?? 'ssh -oBatchMode=yes', LC_ALL: 'C' };
  const { status, errors } = await new Promise<{ readonly status: number | null; readonly errors: string }>((settle) => {
    let text = '';
    const child = spawn('git', [...options, ...words], { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (text.length < 65_536) text += chunk;
    });
    child.on('error', (error) => settle({ status: null, errors: `fatal: git could not be started: ${failureReason(error)}` }));
    child.on('close', (status) => settle({ status, errors: text }));
  });
  if (status === 0) return;
  const isRefused = /could not read (?:Username|Password)|Authentication failed|Permission denied|HTTP Basic|access denied|returned error: 40[13]/i.test(errors);
  if (isRefused) throw new JobError('the server refused it: the credentials are wrong, missing or expired, or there is no such repository', true);
  throw new JobError(reasonIn(errors));
}

/** The line that says why; an address may hold credentials, so it is not repeated. */
function reasonIn(errors: string): string {
  const line = errors.split('\n').find((text) => /^(?:fatal|error|remote): /.test(text))?.replace(/^\w+: /, '') ?? 'git gave no reason';
  // eslint-disable-next-line no-control-regex -- what a server says must not reach a terminal as it is
  return line.replaceAll(/\S*:\/\/\S*/g, 'the address').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '?').replace(/\.$/, '');
}
