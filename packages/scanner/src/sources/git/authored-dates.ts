import { outputOf } from '../../git/repository.ts';
import type { Repository } from '../../git/repository.ts';

/**
 * When commits were written, by id: ISO 8601, in the time zone of the author.
 *
 * @param commits - ids.
 */
export async function authoredDates(repository: Repository, commits: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (commits.length === 0) return new Map();
  const input = [...new Set(commits)].map((id) => `${id}\n`).join('');
  const output = await outputOf(repository, 'read the dates of commits', ['rev-list', '--no-walk', '--format=%H %aI', '--stdin'], input);
  return new Map(output.toString('latin1').split('\n').flatMap((line): readonly (readonly [string, string])[] => {
    const [, id, date] = /^([0-9a-f]{40,64}) (\S+)$/.exec(line) ?? [];
    return id === undefined || date === undefined ? [] : [[id, date]];
  }));
}
