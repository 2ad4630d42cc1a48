import type { Redis } from 'ioredis';
import type { CleanIds, IdTable } from 'submit-guard/fleet';
import { prefix } from '../queues/queue-names.ts';

/** Hashes that ids are spread over: short ones take a third of the memory (Redis, `hash-max-listpack-entries`). */
const shards = 16_384;

/** Ids that are kept by default: about 300 MB of the server's memory. */
const mostIds = 8_000_000;

/** Seconds after which ids that nobody adds to are forgotten. */
const longest = 30 * 86_400;

/** Commands that are sent at once. */
const batch = 2048;

/**
 * Ids of clean objects in Redis, for all workers. They are kept in two generations: when the younger one has its half, it becomes the older one, and
 * that is forgotten. Ids are hashes; nothing of what they name is there.
 */
export class RedisCleanIds implements CleanIds {
  readonly #redis: Redis;
  readonly #key: string;
  readonly #half: number;

  /** @param policy - `PartsScanner.policyKey`. */
  constructor(redis: Redis, policy: string, most = mostIds) {
    this.#redis = redis;
    this.#key = `${prefix}:clean:${policy.slice(0, 16)}`;
    this.#half = most / 2;
  }

  async cleanAmong(ids: IdTable): Promise<IdTable> {
    const generation = await this.#generation();
    const found: Buffer[] = [];
    let commands: { readonly shard: number; readonly ids: readonly Buffer[] }[] = [];
    const ask = async (): Promise<void> => {
      if (commands.length === 0) return;
      const pipeline = this.#redis.pipeline();
      for (const { shard, ids: fields } of commands) for (const each of [generation, generation - 1]) pipeline.hmget(this.#shardKey(each, shard), ...fields);
      const answers = await pipeline.exec() ?? [];
      for (const [index, { ids: fields }] of commands.entries()) {
        const [young, old] = [answers[2 * index]?.[1], answers[2 * index + 1]?.[1]] as (readonly unknown[] | undefined)[];
        for (const [place, id] of fields.entries()) if ((young?.[place] ?? old?.[place] ?? null) !== null) found.push(id);
      }
      commands = [];
    };
    for (const group of byShard(ids)) {
      commands.push(group);
      if (commands.length >= batch) await ask();
    }
    await ask();
    return { ids: Buffer.concat(found), idBytes: ids.idBytes };
  }

  async add(ids: IdTable): Promise<void> {
    const generation = await this.#generation();
    let pipeline = this.#redis.pipeline();
    for (const { shard, ids: fields } of byShard(ids)) {
      const key = this.#shardKey(generation, shard);
      pipeline.hset(key, new Map(fields.map((id) => [id, ''])));
      pipeline.expire(key, longest);
      if (pipeline.length < batch) continue;
      await pipeline.exec();
      pipeline = this.#redis.pipeline();
    }
    const count = ids.ids.length / ids.idBytes;
    await pipeline.incrby(`${this.#key}:count`, count).expire(`${this.#key}:count`, longest).exec();
    const all = Number(await this.#redis.get(`${this.#key}:count`));
    if (all > this.#half) await this.#age(generation);
  }

  async #generation(): Promise<number> {
    return Number(await this.#redis.get(`${this.#key}:generation`) ?? '1');
  }

  /** Of all who see that a generation is full, the first one ends it. */
  async #age(generation: number): Promise<void> {
    const isFirst = await this.#redis.set(`${this.#key}:ended:${generation}`, '1', 'EX', longest, 'NX');
    if (isFirst === null) return;
    await this.#redis.multi().set(`${this.#key}:generation`, generation + 1, 'EX', 2 * longest).set(`${this.#key}:count`, 0, 'EX', longest).exec();
    for (let shard = 0; shard < shards; shard += batch) {
      await this.#redis.unlink(...Array.from({ length: batch }, (_, index) => this.#shardKey(generation - 1, shard + index)));
    }
  }

  #shardKey(generation: number, shard: number): string {
    return `${this.#key}:${generation}:${shard}`;
  }
}

/** Ids that stand in ascending order, by the hash that they are in: its first bits. */
function* byShard({ ids, idBytes }: IdTable): Generator<{ readonly shard: number; readonly ids: readonly Buffer[] }> {
  let group: Buffer[] = [];
  let last = -1;
  for (let at = 0; at < ids.length; at += idBytes) {
    const shard = Math.floor((ids.readUInt16BE(at) * shards) / 0x10000);
    if (shard !== last && group.length > 0) {
      yield { shard: last, ids: group };
      group = [];
    }
    last = shard;
    group.push(ids.subarray(at, at + idBytes));
  }
  if (group.length > 0) yield { shard: last, ids: group };
}
