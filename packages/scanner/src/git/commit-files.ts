import type { FilePath } from '../paths/file-path.ts';
import { bytesOfPath, pathFromBytes } from '../paths/file-path.ts';
import { gitEnvironment } from './git-environment.ts';
import { GitError } from './git-error.ts';
import { failureOf, firstErrorOf } from './git-failure.ts';
import type { ObjectStore } from './repository.ts';
import { askGit, outputOf } from './repository.ts';
import { idOf } from './revisions.ts';
import { splitRecords } from './split-records.ts';

/** A file of a commit. */
export interface CommitFile {
  /** From the top of the work tree. */
  readonly path: FilePath;
  readonly id: string;
  readonly bytes: Buffer;
}

/** The repository that a folder stands in, whatever a hook's environment names. */
const storeAt = (cwd: string): ObjectStore => ({ folder: cwd, environment: gitEnvironment() });

/**
 * The id of the commit that a revision names.
 *
 * @param revision - as typed; what could be an option is none.
 * @returns `undefined` where there is no such commit here.
 */
export async function findCommit(cwd: string, revision: string): Promise<string | undefined> {
  return revision === '' ? undefined : idOf(storeAt(cwd), revision, 'commit');
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
  const output = await outputOf(storeAt(cwd), 'read the files of a commit', ['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  const blobs: Buffer[] = [];
  for (let start = 0; start < output.length;) {
    const end = output.indexOf(lineFeed, start);
    const [id = '', kind, size] = output.toString('latin1', start, end).split(' ');
    if (kind !== 'blob') throw new GitError(`Git cannot read the files of a commit: object ${id} is missing.`);
    const begin = end + 1;
    blobs.push(output.subarray(begin, begin + Number(size)));
    start = begin + Number(size) + 1;
  }
  return blobs;
}

async function listTree(cwd: string, commit: string, paths: readonly string[]): Promise<readonly { readonly path: FilePath; readonly id: string }[]> {
  const output = await outputOf(storeAt(cwd), 'list the files of a commit', ['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, '--', ...paths]);
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
  const answer = await askGit(storeAt(top), ['grep', '-l', '-z', '-F', '--full-name', '--no-textconv', '-e', text, ...where, '--']);
  // Status 1 says that there is none.
  if (answer.status === 1 && answer.errors === '') return [];
  if (failureOf(answer) !== undefined) throw new GitError(`Git cannot look for suppressions: ${firstErrorOf(answer)}.`);
  const prefix = commit === undefined ? 0 : commit.length + 1;
  return splitRecords(answer.output).map((record) => pathFromBytes(Buffer.from(record.subarray(prefix))));
}
