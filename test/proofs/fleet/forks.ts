import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cost } from './timing.ts';
import { inWords, median, mirror, timed } from './timing.ts';

/** A scan of one mirror, and of forks of it, by one process. */
export function measureForks(place: string, source: string, forks: number, repeats: number): void {
  mirror(source, join(place, 'one/fork-0.git'));
  for (let fork = 0; fork < forks; fork++) {
    mirror(source, join(place, `same/fork-${fork}.git`));
    mirror(source, join(place, `own/fork-${fork}.git`));
    // One of them is what the others were made of.
    if (fork > 0) addCommit(join(place, `own/fork-${fork}.git`), fork);
  }
  const costs = new Map(['one', 'same', 'own'].map((folder): [string, Cost[]] => [folder, []]));
  for (let run = 0; run < repeats; run++) {
    for (const [folder, list] of costs) {
      // Nothing is known of an earlier run.
      rmSync(join(place, 'store.sqlite'), { force: true });
      list.push(timed(place, ['scan', folder, '--store', 'store.sqlite', '--jobs', '1', '--format', 'json', '-o', `${folder}.json`]));
    }
  }
  const one = median(costs.get('one') ?? []);
  console.log(`one repository:          ${inWords(one)}`);
  for (const [folder, what] of [['same', 'with the same objects'], ['own', 'with a commit each   ']] as const) {
    const all = median(costs.get(folder) ?? []);
    const { coverage } = JSON.parse(readFileSync(join(place, `${folder}.json`), 'utf8')) as { readonly coverage: { readonly blobs: number; readonly knownClean?: number } };
    const each = (1000 * (all.processor - one.processor)) / (forks - 1);
    console.log(`${forks} forks ${what}: ${inWords(all)}; ${(all.processor / one.processor).toFixed(2)} times as much, ${each.toFixed(0)} ms a fork; ${coverage.blobs} objects read, ${coverage.knownClean ?? 0} known to be clean`);
  }
}

/** Adds a commit with a file that no other fork has, as a push does: loose objects and a branch. */
function addCommit(folder: string, fork: number): void {
  const git = (words: readonly string[], input = ''): string => {
    const names = ['AUTHOR', 'COMMITTER'].flatMap((role) => [[`GIT_${role}_NAME`, 'A. Author'], [`GIT_${role}_EMAIL`, 'author@example.com']] as const);
    const { status, stdout, stderr } = spawnSync('git', words, { cwd: folder, input, encoding: 'utf8', env: { ...process.env, ...Object.fromEntries(names) } });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };
  const blob = git(['hash-object', '-w', '--stdin'], `What fork ${fork} changes.\n`);
  const tree = git(['mktree'], `100644 blob ${blob}\tfork.txt\n`);
  git(['update-ref', 'refs/heads/fork', git(['commit-tree', tree, '-p', 'HEAD', '-m', `Change fork ${fork}`])]);
}
