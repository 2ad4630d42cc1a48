import { posix, resolve } from 'node:path';
import type { Finding } from '@submit-guard/core';
import type { Repository } from '../../git/repository.ts';
import { candidates } from '../../source-maps/find-map.ts';
import { completeOriginals, toShownIn } from '../../source-maps/find-originals.ts';
import type { OriginalsQuery } from '../../source-maps/find-originals.ts';
import { groupBy } from '../../source-maps/group-by.ts';
import { lookUpInTree } from '../../source-maps/look-up-in-tree.ts';
import type { FoundInTree } from '../../source-maps/look-up-in-tree.ts';
import { commitTree } from './commit-tree.ts';
import type { WithOriginals } from './with-originals.ts';

/** Files of history that are looked up; whoever has more does not read them one by one. */
const mostFiles = 200;

/** The folder that paths are relative to, as if it were so deep that no path leads out of it. */
const root = '/-'.repeat(64);

/**
 * Says of what was found in generated files of a repository where it is from: the map is what the same commit has beside the file, or the index where
 * no commit has it yet.
 *
 * @param findings - as they were found, those of no generated file among them.
 * @param isGenerated - whether a finding stands in a generated file.
 */
export async function completeFromCommits(
  findings: readonly Finding[], repository: Repository, query: OriginalsQuery, isGenerated: (finding: Finding) => boolean,
): Promise<WithOriginals> {
  const byFile = groupBy(findings.filter(isGenerated), ({ commit = '', blob = '', path }) => `${commit} ${blob} ${path}`);
  const found = Array.from(byFile.values()).slice(0, mostFiles).flatMap((own): readonly FoundInTree[] => {
    const [first] = own;
    if (first?.blob === undefined) return [];
    const { blob, path, commit = '' } = first;
    return [{
      name: blob,
      path: resolve(query.cwd, path),
      findings: own,
      // What is not committed yet is the work of this folder; what the project was like in a commit is not asked.
      file: commit === '' ? resolve(query.cwd, path) : undefined,
      mapsFor: (url) => candidates(posix.join(root, path), url, posix).map((candidate) => {
        const beside = posix.relative(root, candidate);
        return { name: `${commit}:${repository.isBare ? '' : './'}${beside}`, path: resolve(query.cwd, beside) };
      }),
    }];
  });
  return completeOriginals(findings, await lookUpInTree(commitTree(repository), found, toShownIn(query.cwd)), query);
}
