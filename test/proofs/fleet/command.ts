import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
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
 * - `--workers`: one mirror in jobs of `--job-size 32MB`, without a queue and with 1, 2 and 4 workers of a real Redis; wants `redis-server` and Linux.
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

/** A scan of one large repository in small jobs: by one process without a queue, and by workers of a queue with a process each. */
async function measureWorkers(place: string, source: string, jobSize: string): Promise<void> {
  mirror(source, join(place, 'large/repository.git'));
  const words = ['scan', 'large', '--job-size', jobSize, '--store', 'store.sqlite', '--format', 'json', '-o', 'report.json'];
  const costs = new Map([0, 1, 2, 4].map((count): [number, Cost[]] => [count, []]));
  let jobs = 0;
  for (let run = 0; run < repeats; run++) {
    for (const [count, list] of costs) {
      rmSync(join(place, 'store.sqlite'), { force: true });
      if (count === 0) list.push(timed(place, [...words, '--jobs', '1']));
      else {
        const queued = await scanQueued(place, words, count);
        list.push(queued);
        ({ jobs } = queued);
      }
    }
  }
  const [local, ...queued] = [...costs].map(([count, list]) => ({ count, ...median(list) }));
  console.log(`without a queue, 1 process: ${inWords(local ?? { processor: NaN, wall: NaN })}`);
  for (const each of queued) console.log(`${each.count} workers: ${inWords(each)}; ${((queued[0]?.wall ?? NaN) / each.wall).toFixed(2)} times as fast as one`);
  const overhead = (1000 * ((queued[0]?.processor ?? NaN) - (local?.processor ?? NaN))) / jobs;
  console.log(`${jobs} jobs; a job costs ${overhead.toFixed(1)} ms of processors more than without a queue`);
}

/** Everything is read anew: each scan has a server of its own. Processor time is that of the coordinator and of workers while they scan. */
async function scanQueued(place: string, words: readonly string[], count: number): Promise<Cost & { readonly jobs: number }> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const children: ChildProcess[] = [spawn('redis-server', ['--port', String(port), '--save', '', '--dir', place], { stdio: 'ignore' })];
  try {
    await sleep(1000);
    const workers = Array.from({ length: count }, () => spawn(process.execPath, [bin, 'fleet', 'worker', '--redis', url, '--jobs', '1'], { cwd: place, stdio: 'ignore' }));
    children.push(...workers);
    await sleep(3000);
    const busy = (): number => workers.reduce((sum, { pid }) => sum + processorOf(pid), 0);
    const before = busy();
    const cost = timed(place, [...words, '--engine', 'bullmq', '--redis', url]);
    const ask = (...command: readonly string[]): string => spawnSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout;
    const events = ask('keys', 'submit-guard:*:events').split('\n').filter((key) => key !== '').map((key) => ask('xrange', key, '-', '+'));
    const jobs = events.reduce((sum, text) => sum + (text.match(/^completed$/gm)?.length ?? 0), 0);
    return { ...cost, processor: cost.processor + busy() - before, jobs };
  } finally {
    for (const child of children.reverse()) child.kill('SIGKILL');
    await sleep(300);
  }
}

/** Seconds of processors that a process and its children have taken, those that have ended among them (proc(5)). Linux counts in hundredths. */
function processorOf(pid: number | undefined): number {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const own = text.slice(text.lastIndexOf(') ') + 2).split(' ').slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / 100;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter((child) => child !== '');
  return children.reduce((sum, child) => sum + processorOf(Number(child)), own);
}

/** A mirror in a pack of its own; of a repository that lacks some of its objects, one with the packs that it has. */
function mirror(source: string, target: string): void {
  const { status } = spawnSync('git', ['clone', '--quiet', '--mirror', '--no-local', '--', source, target]);
  if (status === 0) return;
  const copied = spawnSync('git', ['clone', '--quiet', '--mirror', '--no-hardlinks', '--', source, target], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
}

/** Runs `submit-guard fleet`. Bash knows what all processes have taken that it waited for. */
function timed(cwd: string, words: readonly string[]): Cost {
  mkdirSync(join(cwd, 'home'), { recursive: true });
  const report = join(cwd, words[words.indexOf('-o') + 1] ?? '');
  rmSync(report, { force: true });
  const { stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S %R"; time "$0" "$@" 2>errors.txt', process.execPath, bin, 'fleet', ...words], {
    cwd, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: join(cwd, 'home') },
  });
  const [user = NaN, system = NaN, wall = NaN] = stderr.trim().split(' ').map(Number);
  // Objects that a repository lacks are unread, whoever scans it.
  if (!existsSync(report) || Number.isNaN(wall)) throw new Error(`The scan failed: ${readFileSync(join(cwd, 'errors.txt'), 'utf8')}`);
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
