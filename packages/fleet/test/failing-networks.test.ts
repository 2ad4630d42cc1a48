import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { midway, QueuedFleet } from './queued-fleet.ts';
import { redisProgram, RedisServer } from './redis-server.ts';

const ip = (...words: readonly string[]): boolean => spawnSync('ip', words).status === 0;

/** A network of two: this machine, and processes in a namespace of their own. It goes with the test. */
function makeNetwork(): { readonly address: string; readonly inside: readonly string[]; readonly cut: () => void; readonly mend: () => void } {
  const name = `sg-${process.pid}`;
  const [near, far] = [`sgn${process.pid}`, `sgf${process.pid}`];
  const net = `10.231.${process.pid % 256}`;
  onTestFinished(() => {
    ip('netns', 'delete', name);
    ip('link', 'delete', near);
  });
  ip('netns', 'add', name);
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far);
  ip('link', 'set', far, 'netns', name);
  ip('address', 'add', `${net}.1/30`, 'dev', near);
  ip('link', 'set', near, 'up');
  ip('-n', name, 'address', 'add', `${net}.2/30`, 'dev', far);
  ip('-n', name, 'link', 'set', far, 'up');
  // No connection is closed: what is sent gets nowhere.
  return { address: `${net}.1`, inside: ['ip', 'netns', 'exec', name], cut: () => ip('link', 'set', near, 'down'), mend: () => ip('link', 'set', near, 'up') };
}

const probe = `sg-probe-${process.pid}`;
const hasNamespaces = ip('netns', 'add', probe) && ip('netns', 'delete', probe);
if (!hasNamespaces) console.warn('No network namespaces can be made here (that takes root and iproute2): tests of fleets whose network is cut are skipped.');

const fleet = new QueuedFleet();

describe.skipIf(redisProgram === undefined || !hasNamespaces)('a fleet whose network is cut', () => {
  beforeAll(() => fleet.scanLocally());

  it.each([
    ['for some seconds', 5000],
    ['for good', undefined],
  ])('finds the same where workers lose the server %s', async (_title, milliseconds) => {
    const network = makeNetwork();
    const server = await RedisServer.start(fleet.place, ['--bind', '127.0.0.1', network.address, '--protected-mode', 'no']);
    await fleet.startWorkers(server.url.replace('127.0.0.1', network.address), 2, { through: network.inside });
    const scan = fleet.startScan(server.url);
    await midway(server.url);
    network.cut();
    expect(scan.child.exitCode).toBeNull();
    // Jobs that were under way beyond the cut are lost with it, until somebody else takes them over.
    const [nearby] = await fleet.startWorkers(server.url, 1);
    if (milliseconds !== undefined) {
      await wait(milliseconds);
      network.mend();
    }
    fleet.expectSame(await scan.ended);
    nearby?.child.kill('SIGTERM');
    expect((await nearby?.ended)?.stderr).toContain('is taken over');
  });

  it('finds the same where the coordinator loses the server for some seconds', async () => {
    const network = makeNetwork();
    const server = await RedisServer.start(fleet.place, ['--bind', '127.0.0.1', network.address, '--protected-mode', 'no']);
    const scan = fleet.startScan(server.url.replace('127.0.0.1', network.address), { through: network.inside });
    await fleet.startWorkers(server.url, 1);
    await midway(server.url);
    network.cut();
    expect(scan.child.exitCode).toBeNull();
    await wait(5000);
    network.mend();
    fleet.expectSame(await scan.ended);
  });
});
