import type { Repository } from '../../git/repository.ts';
import type { CommitNode, Ref } from '../../git/revisions.ts';
import { gitRecords } from '../../git/git-stream.ts';
import type { FilePath } from '../../paths/file-path.ts';

/** Commits that one pass over the history follows: one bit each. */
const commitsOfPass = 31;

/**
 * The refs that lead to commits.
 *
 * @param graph - all commits, each behind its parents.
 * @param wanted - ids of the commits.
 * @returns names of refs, by the id of the commit.
 */
export function refsReaching(graph: readonly CommitNode[], refs: readonly Ref[], wanted: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const reach = new Map<string, string[]>();
  const ids = [...wanted];
  for (let start = 0; start < ids.length; start += commitsOfPass) {
    const pass = ids.slice(start, start + commitsOfPass);
    const own = new Map(pass.map((id, index) => [id, 1 << index]));
    const masks = new Map<string, number>();
    for (const { id, parents } of graph) {
      let mask = own.get(id) ?? 0;
      for (const parent of parents) mask |= masks.get(parent) ?? 0;
      if (mask !== 0) masks.set(id, mask);
    }
    for (const [index, id] of pass.entries()) {
      reach.set(id, refs.filter(({ commit }) => commit !== undefined && ((masks.get(commit) ?? 0) & (1 << index)) !== 0).map(({ name }) => name));
    }
  }
  return reach;
}

/**
 * The refs that have objects at their tips, at a path at which they once were.
 *
 * @param paths - by the id of the object; from the top of the work tree.
 */
export async function refsHolding(repository: Repository, refs: readonly Ref[], paths: ReadonlyMap<string, readonly FilePath[]>): Promise<ReadonlyMap<string, readonly string[]>> {
  const questions: { readonly id: string; readonly ref: string; readonly line: string }[] = [];
  for (const [id, all] of paths) {
    // A line feed in a path would end the question.
    const names = new Set(all.filter((path): path is string => typeof path === 'string' && !path.includes('\n')));
    for (const { name, commit } of refs) {
      if (commit !== undefined) for (const path of names) questions.push({ id, ref: name, line: `${commit}:${Buffer.from(path, 'utf8').toString('latin1')}\n` });
    }
  }
  const holding = new Map<string, string[]>([...paths.keys()].map((id) => [id, []]));
  if (questions.length === 0) return holding;
  let index = 0;
  for await (const records of gitRecords(repository, 'look at the tips of refs', ['cat-file', '--batch-check=%(objectname)', '--buffer'], 10, questions.map(({ line }) => line))) {
    for (const record of records) {
      const question = questions[index++];
      if (record.toString('latin1') !== question?.id) continue;
      const list = holding.get(question.id) ?? [];
      if (!list.includes(question.ref)) list.push(question.ref);
    }
  }
  return holding;
}
