import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../packages/fleet/test/free-port.ts';
import type { Cost } from './timing.ts';
import { bin, inWords, median, middle, mirror, timed } from './timing.ts';

/** A scan of one large repository in small jobs: by one process without a queue, and by workers of a queue with a process each. */
export async function measureWorkers(place: string, source: string, jobSize: string, repeats: number): Promise<void> {
  mirror(source, join(place, 'large/repository.git'));
  const words = ['scan', 'large', '--job-size', jobSize, '--store', 'store.sqlite', '--format', 'json', '-o', 'report.json'];
  const costs = new Map([0, 1, 2, 4].map((count): [number, QueuedCost[]] => [count, []]));
  for (let run = 0; run < repeats; run++) {
    for (const [count, list] of costs) {
      rmSync(join(place, 'store.sqlite'), { force: true });
      const cost = count === 0 ? { ...timed(place, [...words, '--jobs', '1']), jobs: 0, busiest: NaN } : await scanQueued(place, words, count);
      list.push(cost);
      console.error(`${count} workers: ${inWords(cost)}`);
    }
  }
  const [local, ...queued] = [...costs].map(([count, list]) => ({ count, jobs: list[0]?.jobs ?? 0, busiest: middle(list.map(({ busiest }) => busiest)), ...median(list) }));
  console.log(`without a queue, 1 process: ${inWords(local ?? { processor: NaN, wall: NaN })}`);
  for (const { count, busiest, ...each } of queued) {
    console.log(`${count} workers: ${inWords(each)}, ${((queued[0]?.wall ?? NaN) / each.wall).toFixed(2)} times as fast as one; the busiest took ${busiest.toFixed(2)} s of processors`);
  }
  const { jobs = NaN } = queued[0] ?? {};
  const overhead = (1000 * ((queued[0]?.processor ?? NaN) - (local?.processor ?? NaN))) / jobs;
  console.log(`${jobs} jobs; a job costs ${overhead.toFixed(1)} ms of processors more than without a queue`);
}

/** What a scan by workers took. */
interface QueuedCost extends Cost {
  readonly jobs: number;
  /** Seconds of processors of the worker that had most to do: on a machine with enough of them, the scan takes no less. */
  readonly busiest: number;
}

/** Everything is read anew: each scan has a server of its own. Processor time is that of the coordinator and of workers while they scan. */
async function scanQueued(place: string, words: readonly string[], count: number): Promise<QueuedCost> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const children: ChildProcess[] = [spawn('redis-server', ['--port', String(port), '--save', '', '--dir', place], { stdio: 'ignore' })];
  try {
    await sleep(1000);
    const workers = Array.from({ length: count }, () => spawn(process.execPath, [bin, 'fleet', 'worker', '--redis', url, '--jobs', '1'], { cwd: place, stdio: 'ignore' }));
    children.push(...workers);
    await sleep(3000);
    const before = workers.map(({ pid }) => processorOf(pid));
    const cost = timed(place, [...words, '--engine', 'bullmq', '--redis', url]);
    const ask = (...command: readonly string[]): string => spawnSync('redis-cli', ['-p', String(port), ...command], { encoding: 'utf8', maxBuffer: 2 ** 28 }).stdout;
    const events = ask('keys', 'submit-guard:*:events').split('\n').filter((key) => key !== '').map((key) => ask('xrange', key, '-', '+'));
    const jobs = events.reduce((sum, text) => sum + (text.match(/^completed$/gm)?.length ?? 0), 0);
    const own = workers.map(({ pid }, index) => processorOf(pid) - (before[index] ?? 0));
    return { ...cost, processor: own.reduce((sum, seconds) => sum + seconds, cost.processor), jobs, busiest: Math.max(...own) };
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
