import { GitError } from './git-error.ts';
import { failureOf, firstErrorOf } from './git-failure.ts';
import { gitRecords } from './git-stream.ts';
import { readTips } from './read-tips.ts';
import type { ObjectStore, Repository } from './repository.ts';
import { askGit, outputOf } from './repository.ts';

/** Commits to be looked at: those that lead to `include`, without those that lead to `exclude`. */
export interface CommitSet {
  /** Ids, or options of git-rev-list(1) such as `--all`; never what somebody typed. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

const lineFeed = 10;

/**
 * The id of what a revision names.
 *
 * @param kind - `commit` peels tags.
 * @returns `undefined` where there is no such object.
 */
export async function idOf(repository: ObjectStore, revision: string, kind: 'commit' | 'object'): Promise<string | undefined> {
  // `--end-of-options` keeps a name such as `--output=x` from being an option.
  const answer = await askGit(repository, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{${kind}}`]);
  return answer.status === 0 ? answer.output.toString('latin1').trim() : undefined;
}

/**
 * The id of a commit that a person has named.
 *
 * @throws {GitError} where there is no such commit here.
 */
export async function commitOf(repository: Repository, revision: string): Promise<string> {
  const id = revision === '' ? undefined : await idOf(repository, revision, 'commit');
  if (id !== undefined) return id;
  const shown = /^[\w./@^~{}-]{1,80}$/.test(revision) ? revision : 'what was named';
  const hint = repository.isShallow ? ' This clone is shallow: fetch more of the history (git fetch --unshallow).' : ' Fetch it, or mend the name.';
  throw new GitError(`There is no commit ${shown} in this repository.${hint}`);
}

/** The id of the tree without entries, which every repository knows. */
export async function emptyTree(repository: ObjectStore): Promise<string> {
  return (await outputOf(repository, 'name the empty tree', ['hash-object', '-t', 'tree', '--stdin'], '')).toString('latin1').trim();
}

/** A commit and its parents. */
export interface CommitNode {
  readonly id: string;
  readonly parents: readonly string[];
}

/**
 * Lists commits, every commit behind its parents.
 *
 * @throws {GitError} where a commit is missing.
 */
export async function listCommits(repository: Repository, { include, exclude }: CommitSet): Promise<readonly CommitNode[]> {
  const commits: CommitNode[] = [];
  if (include.length === 0) return commits;
  const revisions = [...include, ...exclude.map((id) => (id.startsWith('--') ? id : `^${id}`))];
  const isOption = (word: string): boolean => word.startsWith('--');
  const options = ['rev-list', '--topo-order', '--reverse', '--parents', ...revisions.filter(isOption), '--stdin'];
  const input = revisions.filter((word) => !isOption(word)).map((word) => `${word}\n`);
  for await (const records of gitRecords(repository, 'list the commits', options, lineFeed, input)) {
    for (const record of records) {
      const [id = '', ...parents] = record.toString('latin1').split(' ');
      commits.push({ id, parents });
    }
  }
  return commits;
}

/** The commits at which a shallow clone ends. */
export async function shallowCommits(repository: Repository): Promise<ReadonlySet<string>> {
  if (!repository.isShallow) return new Set();
  const { readFileSync } = await import('node:fs');
  return new Set(readFileSync(`${repository.commonFolder}/shallow`, 'latin1').split('\n').filter((line) => line !== ''));
}

/** Refs of a repository and the objects that they name, peeled to commits where they lead to one. */
export interface Ref {
  readonly name: string;
  /** The object that the ref names: for an annotated tag the tag. */
  readonly id: string;
  readonly kind: string;
  /** The commit behind it, if any. */
  readonly commit: string | undefined;
}

/**
 * The ids of what refs name, each once. Git, which is asked where they are not all plain to see, opens no object for it.
 *
 * @throws {GitError} where git cannot tell.
 */
export async function listTips(repository: Repository): Promise<readonly string[]> {
  const tips = readTips(repository);
  if (tips !== undefined) return tips;
  const output = await outputOf(repository, 'list the refs', ['for-each-ref', '--format=%(objectname)']);
  return [...new Set(output.toString('latin1').split('\n').filter((line) => line !== ''))];
}

/** @throws {GitError} where git cannot tell. */
export async function listRefs(repository: Repository, ...patterns: readonly string[]): Promise<readonly Ref[]> {
  const format = '%(refname)%00%(objectname)%00%(objecttype)%00%(*objectname)%00%(*objecttype)%00';
  const answer = await askGit(repository, ['for-each-ref', `--format=${format}`, ...patterns]);
  if (failureOf(answer) !== undefined) throw new GitError(`Git cannot list the refs: ${firstErrorOf(answer)}.`);
  return answer.output.toString('utf8').split('\0\n').flatMap((line): readonly Ref[] => {
    const [name = '', id = '', kind = '', peeled = '', peeledKind = ''] = line.split('\0');
    if (id === '') return [];
    return [{ name, id, kind, commit: kind === 'commit' ? id : peeledKind === 'commit' ? peeled : undefined }];
  });
}
