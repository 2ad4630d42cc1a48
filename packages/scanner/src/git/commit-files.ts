import type { FilePath } from '../paths/file-path.ts';
import { bytesOfPath, pathFromBytes } from '../paths/file-path.ts';
import { GitError } from './git-error.ts';
import { failureOf, firstErrorOf } from './git-failure.ts';
import type { GitAnswer } from './run-git.ts';
import { runGit } from './run-git.ts';
import { splitRecords } from './split-records.ts';

/** A file of a commit. */
export interface CommitFile {
  /** From the top of the work tree. */
  readonly path: FilePath;
  readonly id: string;
  readonly bytes: Buffer;
}

function outputOf(answer: GitAnswer, task: string): Buffer {
  if (failureOf(answer) !== undefined) throw new GitError(`git cannot ${task}: ${answer.missing ? 'there is no git program' : firstErrorOf(answer)}.`);
  return answer.output;
}

/**
 * The id of the commit that a revision names.
 *
 * @param revision - as typed; what could be an option is none.
 * @returns `undefined` where there is no such commit here.
 */
export async function findCommit(cwd: string, revision: string): Promise<string | undefined> {
  if (revision === '') return undefined;
  const answer = await runGit(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  return answer.status === 0 ? answer.output.toString('latin1').trim() : undefined;
}

/**
 * Reads those of some files that a commit has. Links and submodules are none.
 *
 * @param paths - from the top of the work tree.
 * @throws {GitError} where git cannot.
 */
export async function readFilesAt(cwd: string, commit: string, paths: readonly FilePath[]): Promise<readonly CommitFile[]> {
  if (paths.length === 0) return [];
  const files: { path: FilePath; id: string }[] = [];
  // A literal pathspec from the top, whatever the path holds and wherever git runs.
  for (let start = 0; start < paths.length; start += 500) {
    const specs = paths.slice(start, start + 500).map((path) => bytesOfPath(path).toString('latin1'));
    if (specs.some((spec) => /[^\0-\x7f]/.test(spec))) {
      files.push(...(await listTree(cwd, commit, [])).filter(({ path }) => specs.includes(bytesOfPath(path).toString('latin1'))));
    } else files.push(...await listTree(cwd, commit, specs));
  }
  const contents = await readBlobs(cwd, files.map(({ id }) => id));
  return files.map(({ path, id }, index) => ({ path, id, bytes: contents[index] ?? Buffer.alloc(0) }));
}

const lineFeed = 10;

/** Reads blobs with one process, in the order of their ids (git-cat-file(1), "BATCH OUTPUT"). */
async function readBlobs(cwd: string, ids: readonly string[]): Promise<readonly Buffer[]> {
  if (ids.length === 0) return [];
  const output = outputOf(await runGit(cwd, ['cat-file', '--batch'], Buffer.from(ids.map((id) => `${id}\n`).join(''))), 'read the files of a commit');
  const blobs: Buffer[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(lineFeed, start);
    const [id = '', kind, size] = output.toString('latin1', start, end).split(' ');
    if (kind !== 'blob') throw new GitError(`git cannot read the files of a commit: object ${id} is missing.`);
    const begin = end + 1;
    blobs.push(output.subarray(begin, begin + Number(size)));
    start = begin + Number(size) + 1;
  }
  return blobs;
}

async function listTree(cwd: string, commit: string, paths: readonly string[]): Promise<readonly { readonly path: FilePath; readonly id: string }[]> {
  const output = outputOf(await runGit(cwd, ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]), 'list the files of a commit');
  return splitRecords(output).flatMap((record) => {
    const tab = record.indexOf(9);
    const [mode = '', , id = ''] = record.toString('latin1', 0, tab).split(' ');
    return mode.startsWith('100') ? [{ path: pathFromBytes(Buffer.from(record.subarray(tab + 1))), id }] : [];
  });
}

/**
 * Paths of the files that hold a text, from the top of the work tree.
 *
 * @param commit - absent for the files on disk, without those that git ignores.
 * @throws {GitError} where git cannot tell.
 */
export async function filesHolding(top: string, text: string, commit?: string): Promise<readonly FilePath[]> {
  const where = commit === undefined ? ['--untracked'] : [commit];
  const answer = await runGit(top, ['grep', '-l', '-z', '-F', '--full-name', '--no-textconv', '-e', text, ...where, '--']);
  // Status 1 says that there is none.
  if (answer.status === 1 && answer.errors === '') return [];
  const prefix = commit === undefined ? 0 : commit.length + 1;
  return splitRecords(outputOf(answer, 'look for suppressions')).map((record) => pathFromBytes(Buffer.from(record.subarray(prefix))));
}
