import { GitError } from '../../git/git-error.ts';
import type { Repository } from '../../git/repository.ts';
import { askGit } from '../../git/repository.ts';
import type { CommitSet, Ref } from '../../git/revisions.ts';
import { idOf, listRefs } from '../../git/revisions.ts';
import { tagPlace } from './messages.ts';

/** A ref that is being pushed. */
interface PushedRef {
  readonly name: string;
  /** What it is to be; `undefined` where it is deleted. */
  readonly next: string | undefined;
  /** What it is on the other side; `undefined` where it is new. */
  readonly last: string | undefined;
}

export interface PushedObjects {
  readonly set: CommitSet;
  /** Annotated tags, and blobs and trees that are pushed as such, with the place that is reported. */
  readonly objects: ReadonlyMap<string, string>;
}

const none = /^0+$/;

function idOrNone(id: string): string | undefined {
  return none.test(id) ? undefined : id;
}

/** Lines of a `pre-push` hook: `<local ref> <local id> <remote ref> <remote id>` (githooks(5)). */
function parsePrePush(line: string): PushedRef | undefined {
  const [, local = '', next = '', remote = '', last = ''] = /^(\S+) ([0-9a-f]{40,64}) (\S+) ([0-9a-f]{40,64})$/.exec(line) ?? [];
  return next === '' ? undefined : { name: local === '(delete)' ? remote : local, next: idOrNone(next), last: idOrNone(last) };
}

/** Lines of a `pre-receive` hook: `<old id> <new id> <ref>` (githooks(5)). */
function parsePreReceive(line: string): PushedRef | undefined {
  const [, last = '', next = '', name = ''] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) (\S+)$/.exec(line) ?? [];
  return next === '' ? undefined : { name, next: idOrNone(next), last: idOrNone(last) };
}

/**
 * Finds out what a push brings from the standard input of its hook.
 *
 * @param input - what git has written.
 * @param hook - which hook it is from.
 * @param remote - name of the remote, if known: what is known of its branches is not looked at again. On the server, all that its refs
 *   lead to is there already.
 * @throws {GitError} for a line that is none of that hook.
 */
export async function pushedObjects(repository: Repository, input: string, hook: 'pre-push' | 'pre-receive', remote?: string): Promise<PushedObjects> {
  const parse = hook === 'pre-push' ? parsePrePush : parsePreReceive;
  const include: string[] = [];
  const exclude: string[] = hook === 'pre-receive' ? (await listRefs(repository)).flatMap(({ commit }) => commit ?? []) : await trackedCommits(repository, remote);
  const objects = new Map<string, string>();
  for (const line of input.split('\n').filter((text) => text.trim() !== '')) {
    const ref = parse(line);
    if (ref === undefined) throw new GitError(`Standard input is not what git gives a ${hook} hook.`);
    if (ref.next === undefined) continue;
    await collectPushed(repository, ref.next, ref.name, include, objects);
    // The other side may be ahead of what is known here: a forced push.
    const last = ref.last === undefined ? undefined : await idOf(repository, ref.last, 'commit');
    if (last !== undefined) exclude.push(last);
  }
  return { set: { include, exclude: [...new Set(exclude)] }, objects };
}

/** What the remote had when it was last asked. */
async function trackedCommits(repository: Repository, remote: string | undefined): Promise<string[]> {
  if (remote === undefined || !/^[\w./-]+$/.test(remote) || remote.startsWith('-')) return [];
  return (await listRefs(repository, `refs/remotes/${remote}`)).flatMap(({ commit }: Ref) => commit ?? []);
}

/** Follows a pushed object: a tag to what it is about, a commit to its history. */
async function collectPushed(repository: Repository, id: string, name: string, include: string[], objects: Map<string, string>): Promise<void> {
  let next: string | undefined = id;
  while (next !== undefined) {
    const kind = (await askGit(repository, ['cat-file', '-t', next])).output.toString('latin1').trim();
    if (kind === 'commit') include.push(next);
    // A tree is pushed as such by nobody but who hides something; its files are listed like those of a commit by git ls-tree.
    if (kind === 'tree') await collectTree(repository, next, objects);
    if (kind === 'blob') objects.set(next, `blob:${next}`);
    if (kind === '') throw new GitError(`Object ${next}, which is to be pushed, is missing.`);
    if (kind !== 'tag') return;
    objects.set(next, tagPlace(name));
    const answer = await askGit(repository, ['cat-file', 'tag', next]);
    next = /^object ([0-9a-f]{40,64})$/m.exec(answer.output.toString('latin1'))?.[1];
  }
}

async function collectTree(repository: Repository, tree: string, objects: Map<string, string>): Promise<void> {
  const answer = await askGit(repository, ['ls-tree', '-r', '-z', '--full-tree', tree]);
  for (const [, id] of answer.output.toString('latin1').matchAll(/(?:^|\0)(?:100|120)\d{3} blob ([0-9a-f]{40,64})\t/g)) if (id !== undefined) objects.set(id, `blob:${id}`);
}
