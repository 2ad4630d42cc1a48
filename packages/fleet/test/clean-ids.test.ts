import fc from 'fast-check';
import { Redis } from 'ioredis';
import type { CleanIds, IdTable } from 'submit-guard/fleet';
import { describe, expect, it } from 'vitest';
import { CleanTables } from '../src/caches/clean-tables.ts';
import { RedisCleanIds } from '../src/caches/redis-clean-ids.ts';
import { redisProgram, RedisServer } from './redis-server.ts';
import { temporaryFolder } from './repositories.ts';

const tableOf = (ids: readonly string[]): IdTable => ({ ids: Buffer.from([...new Set(ids)].sort().join(''), 'hex'), idBytes: 20 });
/** Few ids, so that there are some in common. */
const someId = fc.tuple(fc.constantFrom('00', '01', '7f', '80', 'ff'), fc.nat(20)).map(([head, rest]) => head.repeat(10) + rest.toString(16).padStart(20, '0'));
const tables = fc.array(fc.array(someId, { maxLength: 40 }), { maxLength: 8 });

async function expectExact(cache: CleanIds, added: readonly (readonly string[])[], asked: readonly string[]): Promise<void> {
  const reasonOf = (id: string): string => (id.startsWith('7f') ? 'media' : '');
  for (const ids of added) await cache.add(new Map(['', 'media'].map((reason) => [reason, tableOf(ids.filter((id) => reasonOf(id) === reason))])));
  const all = new Set(added.flat());
  const known = await cache.among(tableOf(asked));
  for (const reason of ['', 'media']) {
    expect(known.get(reason)?.ids.toString('hex') ?? '').toBe(tableOf(asked.filter((id) => all.has(id) && reasonOf(id) === reason)).ids.toString('hex'));
  }
}

const place = temporaryFolder();

describe('what is clean', () => {
  it('is what was added and nothing else, in memory', async () => {
    await fc.assert(fc.asyncProperty(tables, fc.array(someId), async (added, asked) => {
      await expectExact(new CleanTables(), added, asked);
    }));
  });

  it('is bounded in memory, and forgets what is oldest', async () => {
    const cache = new CleanTables(() => undefined, 100);
    const idAt = (number: number): string => number.toString(16).padStart(40, '0');
    for (let number = 0; number < 1000; number += 10) await cache.add(new Map([['', tableOf(Array.from({ length: 10 }, (_, index) => idAt(number + index)))]]));
    const kept = (await cache.among(tableOf(Array.from({ length: 1000 }, (_, number) => idAt(number))))).get('') ?? tableOf([]);
    expect(kept.ids.length / 20).toBeGreaterThan(20);
    expect(kept.ids.length / 20).toBeLessThanOrEqual(100);
    expect(kept.ids.subarray(-20).toString('hex')).toBe(idAt(999));
  });

  it.skipIf(redisProgram === undefined)('is the same in Redis, in a bounded number of ids', async () => {
    const redis = new Redis((await RedisServer.start(place)).url);
    try {
      let policies = 0;
      await fc.assert(fc.asyncProperty(tables, fc.array(someId), async (added, asked) => {
        await expectExact(new RedisCleanIds(redis, `${policies++}`.padStart(16, '0')), added, asked);
      }), { numRuns: 20 });
      const cache = new RedisCleanIds(redis, 'bounded'.padStart(16, '0'), 100);
      const idAt = (number: number): string => (number * 4_294_967).toString(16).padStart(12, '0').padEnd(40, '0');
      for (let number = 0; number < 300; number += 10) await cache.add(new Map([['', tableOf(Array.from({ length: 10 }, (_, index) => idAt(number + index)))]]));
      const kept = (await cache.among(tableOf(Array.from({ length: 300 }, (_, number) => idAt(number))))).get('') ?? tableOf([]);
      expect(kept.ids.length / 20).toBeGreaterThan(40);
      expect(kept.ids.length / 20).toBeLessThanOrEqual(120);
    } finally {
      redis.disconnect();
    }
  });
});
