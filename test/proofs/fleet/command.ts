import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '../free-port.ts';

const bin = fileURLToPath(new URL('../../../packages/scanner/dist/bin.js', import.meta.url));

/** What a command took. */
interface Cost {
  /** Seconds of processors, with all processes that it started. */
  readonly processor: number;
  /** Seconds by the clock. */
  readonly wall: number;
}

/** Runs of each kind; they take turns, and medians are told. */
const repeats = 5;

/**
 * `npm run fleet -- REPOSITORY`: what a fleet costs, measured on mirrors of a real repository.
 *
 * - one mirror, so many forks of it (`--forks 20`), and as many of which all but one have a commit of their own, with one process;
 * - `--workers`: as many copies that have nothing in common as a queue needs, with 1, 2 and 4 workers of a real Redis; wants `redis-server`.
 */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals: [repository] } = parseArgs({ args: [...args], allowPositionals: true, options: { forks: { type: 'string', default: '20' }, workers: { type: 'boolean' }, 'job-size': { type: 'string', default: '32MB' } } });
  if (repository === undefined) {
    console.error('Name a repository of which mirrors are made: npm run fleet -- /path/to/repository');
    return 2;
  }
  const place = realpathSync(mkdtempSync(join(tmpdir(), 'submit-guard-fleet-')));
  try {
    const source = resolve(process.env['INIT_CWD'] ?? '.', repository);
    if (values.workers === true) await measureWorkers(place, source, values['job-size']);
    else measureForks(place, source, Number(values.forks));
    return 0;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function measureForks(place: string, source: string, forks: number): void {
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

/** Of each figure the one in the middle. */
function median(costs: readonly Cost[]): Cost {
  const middle = (figures: readonly number[]): number => [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? NaN;
  return { processor: middle(costs.map(({ processor }) => processor)), wall: middle(costs.map(({ wall }) => wall)) };
}

async function measureWorkers(place: string, source: string, jobSize: string): Promise<void> {
  mirror(source, join(place, 'large/repository.git'));
  const results: string[] = [];
  for (const count of [1, 2, 4]) {
    // Everything is read anew: each number of workers has a server of its own.
    const port = await freePort();
    const children: ChildProcess[] = [spawn('redis-server', ['--port', String(port), '--save', '', '--dir', place], { stdio: 'ignore' })];
    const url = `redis://127.0.0.1:${port}`;
    try {
      await sleep(1000);
      for (let worker = 0; worker < count; worker++) children.push(spawn(process.execPath, [bin, 'fleet', 'worker', '--redis', url, '--jobs', '1'], { cwd: place, stdio: 'ignore' }));
      await sleep(3000);
      const { wall } = timed(place, ['scan', 'large', '--engine', 'bullmq', '--redis', url, '--store', `workers-${count}.sqlite`, '--job-size', jobSize, '--format', 'json', '-o', 'workers.json']);
      results.push(`${count} workers: ${wall.toFixed(1)} s by the clock`);
    } finally {
      for (const child of children.reverse()) child.kill('SIGKILL');
      await sleep(300);
    }
  }
  console.log(results.join('\n'));
}

function mirror(source: string, target: string): void {
  const { status, stderr } = spawnSync('git', ['clone', '--quiet', '--mirror', '--no-local', '--', source, target], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Runs `submit-guard fleet`. Bash knows what all processes have taken that it waited for. */
function timed(cwd: string, words: readonly string[]): Cost {
  mkdirSync(join(cwd, 'home'), { recursive: true });
  const { stderr, status } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$0" "$@" 2>errors.txt', process.execPath, bin, 'fleet', ...words], {
    cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: join(cwd, 'home') },
  });
  const [user = NaN, system = NaN, wall = NaN] = stderr.trim().split(' ').map(Number);
  if (status === 2 || Number.isNaN(wall)) throw new Error(`The scan failed: ${readFileSync(join(cwd, 'errors.txt'), 'utf8')}`);
  return { processor: user + system, wall };
}

function inWords({ processor, wall }: Cost): string {
  return `${processor.toFixed(2)} s of processors, ${wall.toFixed(2)} s by the clock`;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, milliseconds);
  });
}
