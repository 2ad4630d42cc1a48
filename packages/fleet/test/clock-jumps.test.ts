import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { midway, QueuedFleet } from './queued-fleet.ts';
import { redisProgram, RedisServer } from './redis-server.ts';

/** Where Debian has the library that tells processes another time. */
const library = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`).find((path) => existsSync(path));
if (library === undefined) console.warn('No libfaketime is installed: tests of fleets with clocks that jump are skipped. apt-get install faketime brings it.');

const fleet = new QueuedFleet();

/** A clock that can be set while processes go by it. What measures how long something takes goes on as it is. */
function makeClock(name: string): { readonly environment: Readonly<Record<string, string>>; readonly set: (offset: string) => void } {
  const file = join(fleet.place, name);
  const set = (offset: string): void => writeFileSync(file, `${offset}\n`);
  set('+0');
  return { environment: { LD_PRELOAD: library ?? '', FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1' }, set };
}

describe.skipIf(redisProgram === undefined || library === undefined)('a fleet with clocks that jump', () => {
  beforeAll(() => fleet.scanLocally());

  it.each([
    ['forward', '+1d', '+2d'],
    ['back', '-1d', '-3h'],
    ['apart', '+5h', '-5h'],
  ])('finds the same where they jump %s', async (_title, ofWorker, ofCoordinator) => {
    const server = await RedisServer.start(fleet.place);
    const [worker, coordinator] = [makeClock('worker-clock'), makeClock('coordinator-clock')];
    await fleet.startWorkers(server.url, 1, worker);
    await fleet.startWorkers(server.url, 1);
    const scan = fleet.startScan(server.url, coordinator);
    await midway(server.url);
    expect(scan.child.exitCode).toBeNull();
    worker.set(ofWorker);
    coordinator.set(ofCoordinator);
    fleet.expectSame(await scan.ended);
  });
});
