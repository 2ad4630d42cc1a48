import type { PathTest } from '@submit-guard/core';
import type { Repository } from '../../git/repository.ts';
import { commitOf } from '../../git/revisions.ts';
import type { ObjectSource } from '../../sources/git/object-source.ts';
import { pushedObjects } from '../../sources/git/pushed-refs.ts';
import { RangeSource } from '../../sources/git/range-source.ts';

/** What of a repository is scanned. */
export type ObjectTarget =
  | { readonly kind: 'staged' }
  /** The commits that lead to `to` and not to `from`. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'all' }
  /** What a push brings; `input` is the standard input of the hook. */
  | { readonly kind: 'pre-push' | 'pre-receive'; readonly input: string; readonly remote?: string };

/** @throws {GitError} where the target names what is not there. */
export async function rangeSourceOf(target: Exclude<ObjectTarget, { kind: 'all' | 'staged' }>, repository: Repository, excludes: PathTest): Promise<ObjectSource> {
  if (target.kind === 'range') {
    const [from, to] = await Promise.all([commitOf(repository, target.from), commitOf(repository, target.to)]);
    return new RangeSource(repository, { include: [to], exclude: [from] }, excludes);
  }
  const { set, objects } = await pushedObjects(repository, target.input, target.kind, target.remote);
  return new RangeSource(repository, set, excludes, { objects });
}
