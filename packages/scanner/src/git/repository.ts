import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { quotePath } from '../paths/quote-path.ts';
import { objectEnvironment } from './git-environment.ts';
import { GitError } from './git-error.ts';
import { failureOf, firstErrorOf } from './git-failure.ts';
import type { GitAnswer } from './run-git.ts';
import { readBareRepository } from './read-bare-repository.ts';
import { runGit } from './run-git.ts';

/** What a git command needs to find the objects of a repository. Plain data, for other threads. */
export interface ObjectStore {
  /** Absolute path of the folder that git runs in. */
  readonly folder: string;
  /** Variables of every git command. */
  readonly environment: NodeJS.ProcessEnv;
}

/** A repository whose objects are read. */
export interface Repository extends ObjectStore {
  /** Absolute path of the folder with `HEAD` and `index`. */
  readonly gitFolder: string;
  /** Absolute path of the folder with `objects`; another one in a linked work tree. */
  readonly commonFolder: string;
  readonly isBare: boolean;
  /** History ends at commits that have parents elsewhere. */
  readonly isShallow: boolean;
  /** Objects were left out on purpose, to be fetched when needed (partial clone). */
  readonly isPartial: boolean;
  /** Hexadecimal digits of an object id: 40 for SHA-1, 64 for SHA-256. */
  readonly idLength: number;
  /** What leads from the folder to the top of its work tree: `../../`, or nothing. */
  readonly toTop: string;
}

const questions = ['--absolute-git-dir', '--git-common-dir', '--is-bare-repository', '--is-shallow-repository', '--show-object-format', '--show-cdup'];

/**
 * Where git is to look for the objects of a repository.
 *
 * @param folder - absolute path.
 * @param inherits - whether the environment may name the repository, as it does in a hook.
 */
export function objectStore(folder: string, inherits: boolean): ObjectStore {
  return { folder, environment: objectEnvironment(inherits) };
}

/**
 * Finds the repository of a folder.
 *
 * @throws {GitError} where there is none, or git may not use it.
 */
export async function openRepository({ folder, environment }: ObjectStore): Promise<Repository> {
  const plain = readBareRepository(folder, environment);
  if (plain !== undefined) return { folder, environment, ...plain, commonFolder: folder, isBare: true, isPartial: holdsPromises(folder), idLength: 40, toTop: '' };
  const answer = await runGit(folder, ['rev-parse', ...questions], undefined, environment);
  if (failureOf(answer) !== undefined) throw new GitError(sentenceOf(answer, folder));
  // Where there is no work tree, there is no way to its top either.
  const [gitFolder = '', common = gitFolder, bare, shallow, format, toTop = ''] = answer.output.toString('utf8').split('\n');
  const commonFolder = resolve(folder, common);
  return {
    folder,
    environment,
    gitFolder,
    commonFolder,
    isBare: bare === 'true',
    isShallow: shallow === 'true',
    isPartial: holdsPromises(commonFolder),
    idLength: format === 'sha256' ? 64 : 40,
    toTop,
  };
}

function sentenceOf(answer: GitAnswer, folder: string): string {
  const name = quotePath(folder);
  switch (failureOf(answer)) {
    case 'missing': return 'There is no git program to ask. Install git, or scan files with `submit-guard scan`.';
    case 'not-a-repository': return `${name} is in no git repository. Change into one, or name it with --repository.`;
    case 'dubious-ownership': return `${name} belongs to another user, and git does not trust it. If you do: git config --global --add safe.directory ${name}`;
    default: return `Git cannot open the repository of ${name}: ${firstErrorOf(answer)}.`;
  }
}

/** A pack that came from a server which promises the objects that are missing in it has a `.promisor` file beside it. */
function holdsPromises(commonFolder: string): boolean {
  try {
    return readdirSync(join(commonFolder, 'objects/pack')).some((name) => name.endsWith('.promisor'));
  } catch {
    return false;
  }
}

/** Runs a git command in a repository; never rejects. */
export function askGit({ folder, environment }: ObjectStore, options: readonly string[], input?: string): Promise<GitAnswer> {
  return runGit(folder, options, input === undefined ? undefined : Buffer.from(input, 'latin1'), environment);
}

/**
 * Runs a git command that has to succeed.
 *
 * @returns what it printed.
 * @throws {GitError} where it failed; `task` says what for: `Git cannot <task>: ...`.
 */
export async function outputOf(repository: ObjectStore, task: string, options: readonly string[], input?: string): Promise<Buffer> {
  const answer = await askGit(repository, options, input);
  if (failureOf(answer) !== undefined) throw new GitError(`Git cannot ${task}: ${firstErrorOf(answer)}.`);
  return answer.output;
}
