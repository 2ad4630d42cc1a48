import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Report } from '@submit-guard/core';
import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Running } from './command.ts';
import { findingsOf, parseReport, runFleet, startFleet } from './command.ts';
import { redisProgram, RedisServer } from './redis-server.ts';
import { makeFleet, newKey, temporaryFolder } from './repositories.ts';

const place = temporaryFolder();
const { keys } = makeFleet(join(place, 'repositories'), 4, 24);

/** A key that every process knows: it must not get anywhere. */
const known = newKey();
const environment = { ATOMYX_SUBMIT_API_KEY: known };
let local: Report;
let stores = 0;

async function startWorkers(url: string, count: number): Promise<readonly Running[]> {
  const workers = Array.from({ length: count }, () => startFleet(['worker', '--redis', url, '--jobs', '1', '--stalled-after', '2', '--mirrors', 'mirrors'], place, environment));
  await Promise.all(workers.map((worker) => worker.says('takes jobs')));
  return workers;
}

function startScan(url: string, ...args: readonly string[]): Running & { readonly store: string } {
  const store = `queued-${stores++}.sqlite`;
  const words = ['scan', 'repositories', '--engine', 'bullmq', '--redis', url, '--store', store, '--job-size', '20kB', '--format', 'json', ...args];
  return { ...startFleet(words, place, environment), store };
}

/** Resolves as soon as some jobs are done, and others are not. */
async function midway(url: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for (;;) {
      const done = await redis.keys('submit-guard:*:completed');
      const counts = await Promise.all(done.map((key) => redis.zcard(key)));
      if (counts.some((count) => count >= 2)) return;
      await wait(10);
    }
  } finally {
    redis.disconnect();
  }
}

describe.skipIf(redisProgram === undefined)('submit-guard fleet scan --engine bullmq', () => {
  beforeAll(async () => {
    local = parseReport(await runFleet(['scan', 'repositories', '--store', 'local.sqlite', '--format', 'json'], place, environment));
    expect(local.findings).toHaveLength(keys.length);
  });

  const expectSame = (report: Report): void => {
    expect(findingsOf(report)).toEqual(findingsOf(local));
    expect(report.coverage.unread).toEqual([]);
    expect(report.coverage.blobs + (report.coverage.knownClean ?? 0)).toBe(local.coverage.blobs + (local.coverage.knownClean ?? 0));
  };

  it('finds with four workers what a local scan finds, and lets no key out', async () => {
    const server = await RedisServer.start(place);
    const redis = new Redis(server.url);
    const monitor = await redis.monitor();
    let seen = '';
    monitor.on('monitor', (_time: string, words: readonly string[]) => (seen += words.join(' ')));
    const workers = await startWorkers(server.url, 4);
    const scan = startScan(server.url);
    const answer = await scan.ended;
    expectSame(parseReport(answer));
    expect(answer.status).toBe(1);
    monitor.disconnect();
    expect(seen).toContain('sg1:');
    // The large repository was no single job.
    expect(new Set(seen.match(/\\*"parts\\*":\{\\*"from\\*":\d+/g)).size).toBeGreaterThan(4);
    for (const worker of workers) worker.child.kill('SIGKILL');
    const logs = (await Promise.all(workers.map(({ ended }) => ended))).map(({ stdout, stderr }) => stdout + stderr).join('');
    const stored = readFileSync(join(place, scan.store), 'latin1');
    for (const key of [...keys, known]) for (const text of [seen, logs, stored, answer.stdout, answer.stderr]) expect(text.includes(key)).toBe(false);
    // What was found is in the store, and no longer in Redis.
    const rest = await redis.keys('submit-guard:*');
    redis.disconnect();
    expect(rest.filter((key) => /:[0-9a-f]{40}$/.test(key))).toEqual([]);
  });

  it('finds the same where workers are killed', async () => {
    const server = await RedisServer.start(place);
    const [first, second] = await startWorkers(server.url, 3);
    const scan = startScan(server.url);
    await midway(server.url);
    first?.child.kill('SIGKILL');
    second?.child.kill('SIGSTOP');
    await wait(3000);
    // It goes on with a job that another worker has taken over: the job is done twice.
    second?.child.kill('SIGCONT');
    expectSame(parseReport(await scan.ended));
  });

  it('finds the same where the coordinator is killed, and goes on', async () => {
    const server = await RedisServer.start(place);
    await startWorkers(server.url, 2);
    const scan = startScan(server.url);
    await midway(server.url);
    scan.child.kill('SIGKILL');
    await scan.ended;
    const resumed = await runFleet(['scan', '--resume', '--engine', 'bullmq', '--redis', server.url, '--store', scan.store, '--job-size', '20kB', '--format', 'json'], place, environment);
    expectSame(parseReport(resumed));
  });

  it.each([
    ['keeps nothing', []],
    ['keeps what it has', ['--appendonly', 'yes', '--appendfsync', 'always']],
  ])('finds the same where Redis is killed and %s', async (_title, options) => {
    const folder = join(place, `redis-${options.length}`);
    mkdirSync(folder);
    const server = await RedisServer.start(folder, options);
    await startWorkers(server.url, 2);
    const scan = startScan(server.url);
    await midway(server.url);
    await server.kill();
    await wait(500);
    await server.start();
    expectSame(parseReport(await scan.ended));
  });
});
