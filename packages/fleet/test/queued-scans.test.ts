import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { beforeAll, describe, expect, it } from 'vitest';
import { midway, QueuedFleet } from './queued-fleet.ts';
import { redisProgram, RedisServer } from './redis-server.ts';

const fleet = new QueuedFleet();
const { place, keys, known } = fleet;

describe.skipIf(redisProgram === undefined)('submit-guard fleet scan --engine bullmq', () => {
  beforeAll(() => fleet.scanLocally());

  it('finds with four workers what a local scan finds, and lets no key out', async () => {
    const server = await RedisServer.start(place);
    const redis = new Redis(server.url);
    const monitor = await redis.monitor();
    let seen = '';
    monitor.on('monitor', (_time: string, words: readonly string[]) => (seen += words.join(' ')));
    const workers = await fleet.startWorkers(server.url, 4);
    const scan = fleet.startScan(server.url);
    const answer = await scan.ended;
    fleet.expectSame(answer);
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
    const [first, second] = await fleet.startWorkers(server.url, 3);
    const scan = fleet.startScan(server.url);
    await midway(server.url);
    first?.child.kill('SIGKILL');
    second?.child.kill('SIGSTOP');
    await wait(3000);
    // It goes on with a job that another worker has taken over: the job is done twice.
    second?.child.kill('SIGCONT');
    fleet.expectSame(await scan.ended);
  });

  it('finds the same where jobs are delivered twice', async () => {
    const server = await RedisServer.start(place);
    const scan = fleet.startScan(server.url);
    const copied = new Set<string>();
    const queues = new Map<string, Queue>();
    const redis = new Redis(server.url, { maxRetriesPerRequest: null });
    const copyAll = async (): Promise<void> => {
      for (const key of await redis.keys('submit-guard:work-*:meta')) {
        const name = key.split(':')[1] ?? '';
        const queue = queues.get(name) ?? new Queue(name, { connection: redis, prefix: 'submit-guard' });
        queues.set(name, queue);
        for (const { id = '', name: kind, data } of await queue.getWaiting()) {
          if (id.endsWith('-copy') || copied.has(id)) continue;
          copied.add(id);
          await queue.add(kind, data, { jobId: `${id}-copy`, lifo: true });
        }
      }
    };
    while (copied.size === 0) await copyAll();
    await fleet.startWorkers(server.url, 2);
    while (scan.child.exitCode === null) await copyAll();
    fleet.expectSame(await scan.ended);
    // The one job that finds out how large a repository is, and those that scan its parts.
    expect(copied.size).toBeGreaterThan(4);
    redis.disconnect();
  });

  it('finds the same where the coordinator is killed, and goes on', async () => {
    const server = await RedisServer.start(place);
    await fleet.startWorkers(server.url, 2);
    const scan = fleet.startScan(server.url);
    await midway(server.url);
    scan.child.kill('SIGKILL');
    await scan.ended;
    fleet.expectSame(await fleet.resume(server.url, scan.store));
  });

  it.each([
    ['keeps nothing', []],
    ['keeps what it has', ['--appendonly', 'yes', '--appendfsync', 'always']],
  ])('finds the same where Redis is killed and %s', async (_title, options) => {
    const folder = join(place, `redis-${options.length}`);
    mkdirSync(folder);
    const server = await RedisServer.start(folder, options);
    await fleet.startWorkers(server.url, 2);
    const scan = fleet.startScan(server.url);
    await midway(server.url);
    await server.kill();
    await wait(500);
    await server.start();
    fleet.expectSame(await scan.ended);
  });
});
