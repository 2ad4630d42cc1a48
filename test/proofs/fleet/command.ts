import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureForks } from './forks.ts';
import { measureWorkers } from './workers.ts';

/**
 * `npm run fleet -- REPOSITORY`: what a fleet costs, measured on mirrors of a real repository.
 *
 * Runs of each kind take turns, `--repeats 5` times, and medians are told.
 *
 * - one mirror, so many forks of it (`--forks 20`), and as many of which all but one have a commit of their own, with one process;
 * - `--workers`: one mirror in jobs of `--job-size 32MB`, without a queue and with 1, 2 and 4 workers of a real Redis; wants `redis-server` and Linux.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals: [repository] } = parseArgs({ args: [...args], allowPositionals: true, options: { forks: { type: 'string', default: '20' }, workers: { type: 'boolean' }, 'job-size': { type: 'string', default: '32MB' }, repeats: { type: 'string', default: '5' } } });
  const repeats = Number(values.repeats);
  if (repository === undefined) {
    console.error('Name a repository of which mirrors are made: npm run fleet -- /path/to/repository');
    return 2;
  }
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-fleet-')));
  try {
    const source = resolve(process.env['INIT_CWD'] ?? '.', repository);
    if (values.workers === true) await measureWorkers(place, source, values['job-size'], repeats);
    else measureForks(place, source, Number(values.forks), repeats);
    return 0;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
